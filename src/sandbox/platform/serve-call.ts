import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { isRecord } from "../card/is-record.ts";
import type { Where } from "../faults.ts";
import { freshId } from "../ids.ts";
import { maskHeaders } from "../mask-secrets.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Answer, type Call, refuse } from "./answer.ts";
import { faultTarget } from "./fault-target.ts";
import { oauthRefusal } from "./oauth/oauth-refusal.ts";
import type { PlatformRoute } from "./platform-route.ts";
import { type BodyRead, readBody } from "./read-body.ts";

export type PlatformEnv = { Bindings: HttpBindings };
type Work = (body: BodyRead & { ok: true }, notes: Call["notes"], where: Where) => Answer;

/**
 * Handles one platform call from request bytes to answer, applies active faults, and logs it for the
 * inspector.
 */
export async function serveCall(
  sandbox: Pick<Sandbox, "clock" | "exchanges" | "faults" | "store" | "tokens">,
  c: Context<PlatformEnv>,
  kind: PlatformRoute["body"] | "own",
  work: Work,
): Promise<Response> {
  const started = performance.now();
  const at = sandbox.clock.now();
  const { path } = c.req;
  const { incoming, outgoing } = c.env;
  const notes: Call["notes"] = {};
  const body = await readBody(incoming, kind);
  const where = faultTarget(sandbox, path, c.req.header("authorization"), body.ok ? body.json : undefined);
  const delay = sandbox.faults.take("delay_ms", where);
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  const answer =
    brokenAnswer(sandbox, where) ?? (body.ok ? answerTo(() => work(body, notes, where)) : body.answer);
  const isLost = sandbox.faults.take("drop_answer", where) === true;
  const sent = sendable(answer);
  sandbox.exchanges.add({
    at,
    direction: "from_bot",
    method: c.req.method,
    path: incoming.url ?? path,
    status: isLost ? 0 : sent.status,
    ms: Math.round(performance.now() - started),
    request_headers: maskHeaders(incoming.headers),
    request: body.shown,
    response: typeof sent.body === "string" ? sent.body : `(${sent.body.length} bytes)`,
    ...notes,
  });
  if (!isLost) return new Response(sent.body, { status: sent.status, headers: sent.headers });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

// Bodies nested thousands of levels deep overflow the stack; they are refused.
function answerTo(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return refuse(9499, "nested too deeply");
    throw error;
  }
}

function brokenAnswer(sandbox: Pick<Sandbox, "faults">, where: Where): Answer | undefined {
  const status = sandbox.faults.take("status_5xx", where);
  if (status === undefined || status === false) return undefined;
  if (where.path?.endsWith("/oauth/token")) return oauthRefusal(status === 503 ? 20072 : 20050);
  return {
    kind: "json",
    status: status === true ? 500 : status,
    body: { code: 2200, msg: "Internal Error", error: {} },
  };
}

type Sendable = { status: number; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> };

// Adds a log id to the answer's header, and to the body of a refusal.
function sendable(answer: Answer): Sendable {
  const log_id = freshId("");
  if (answer.kind === "text") {
    const headers = { "x-tt-logid": log_id, "content-type": "text/plain; charset=utf-8" };
    return { status: answer.status, headers, body: answer.text };
  }
  const headers: Record<string, string> = { "x-tt-logid": log_id, ...answer.headers };
  if (answer.kind === "bytes") return { status: 200, headers, body: Uint8Array.from(answer.bytes) };
  headers["content-type"] = "application/json; charset=utf-8";
  const { error, ...rest } = answer.body;
  const troubleshooter = "emulated by the sandbox: see the exchange in its inspector";
  const body = isRecord(error) ? { ...rest, error: { ...error, log_id, troubleshooter } } : answer.body;
  return { status: answer.status, headers, body: JSON.stringify(body) };
}
