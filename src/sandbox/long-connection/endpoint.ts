import * as z from "zod";
import type { Answer } from "../platform/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { MOST_LINKS } from "./links.ts";

// Keys are case-sensitive: other spellings count as missing (feishu-contract 5.2).
const bodySchema = z.object({ AppID: z.string().min(1), AppSecret: z.string().min(1) });

/** Codes of the endpoint. With all except 1000040343 the official client gives up. */
const REFUSALS = {
  1: "system busy",
  403: "forbidden",
  514: "app_id or app_secret is invalid",
  1000040343: "internal error",
  1000040350: "the number of connections exceeded the limit",
} as const;

/**
 * POST /callback/ws/endpoint: the URL an app's client connects to. `data` is an object even in a refusal, and
 * the status is always 200, since the official client cannot read anything else. `origin` is the address at
 * which the client reached the sandbox.
 */
export function connectEndpoint(
  sandbox: Pick<Sandbox, "clientConfig" | "faults" | "links" | "store" | "tickets">,
  input: unknown,
  origin: string,
): Answer {
  const fault = sandbox.faults.take("endpoint_code");
  if (fault !== undefined) return refused(fault);
  const body = bodySchema.safeParse(input);
  const app = body.success ? sandbox.store.app(body.data.AppID) : undefined;
  if (!body.success || app?.app_secret !== body.data.AppSecret) return refused(514);
  if (sandbox.links.count(app.app_id) >= MOST_LINKS) return refused(1000040350);
  const URL = `${origin.replace(/^http/, "ws")}/ws/v2?${sandbox.tickets.issue(app.app_id)}`;
  return answer({ code: 0, msg: "", data: { URL, ClientConfig: sandbox.clientConfig } });
}

function refused(code: keyof typeof REFUSALS): Answer {
  return answer({ code, msg: REFUSALS[code], data: {} });
}

function answer(body: Record<string, unknown>): Answer {
  return { kind: "json", status: 200, body };
}
