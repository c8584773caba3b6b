import type { Sandbox } from "../sandbox.ts";
import type { AppRecord } from "../store.ts";
import { type Refusal, type RefusalCode, refusal } from "./refusal.ts";

/**
 * One platform API call, with its app authenticated and its body parsed. A route lists the parts of the
 * sandbox it uses.
 */
export type Call<Part extends keyof Sandbox = never> = {
  sandbox: Pick<Sandbox, Part>;
  app: AppRecord;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON; undefined for GET and for multipart. */
  body: unknown;
  /** The raw multipart body and its content type. */
  bytes: Uint8Array;
  contentType: string;
  /** Notes for the inspector, filled in by the handler. */
  notes: { person?: string; chat_id?: string; card_problems?: string[] };
};

export type Answer =
  | { kind: "json"; status: number; body: Record<string, unknown>; headers?: Record<string, string> }
  | { kind: "text"; status: number; text: string }
  | { kind: "bytes"; bytes: Uint8Array; headers: Record<string, string> };

export type Handler = (call: Call<keyof Sandbox>) => Answer;

/** The platform's standard success answer: `{code: 0, msg: "success", data}`. */
export function success(data: Record<string, unknown>): Answer {
  return { kind: "json", status: 200, body: { code: 0, msg: "success", data } };
}

/** The answer for a refusal; the log id is added when the answer is sent. */
export function refused(refusal: Refusal): Answer {
  const { code, msg, status, error } = refusal;
  return { kind: "json", status, body: { code, msg, error: error ?? {} } };
}

/** The answer for a documented code. */
export function refuse(code: RefusalCode, detail?: string): Answer {
  return refused(refusal(code, detail));
}
