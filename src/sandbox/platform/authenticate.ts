import type { Where } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import type { AppRecord } from "../store.ts";
import { type Answer, refuse, refused } from "./answer.ts";

/** The app that a call's Authorization header identifies, or the gateway's refusal (feishu-contract 4.1). */
export function authenticate(
  sandbox: Pick<Sandbox, "faults" | "signIns" | "store" | "tokens">,
  header: string | undefined,
  where: Where,
): { ok: true; app: AppRecord } | { ok: false; answer: Answer } {
  if (header === undefined || header.trim() === "") return { ok: false, answer: refuse(99991661) };
  const [, given] = header.match(/^Bearer\s+(\S+)$/i) ?? [];
  if (given === undefined) return { ok: false, answer: refuse(99991661) };
  const [token] = given.match(/^(?:t-|u-|eyJ).+$/) ?? [];
  if (token === undefined) return { ok: false, answer: refuse(99991671) };
  if (!token.startsWith("t-")) return { ok: false, answer: refusedUserToken(sandbox, token) };
  const known = sandbox.tokens.check(token);
  const app = known.ok ? sandbox.store.app(known.appId) : undefined;
  if (app === undefined || sandbox.faults.take("token_expired", where))
    return { ok: false, answer: refuse(99991663) };
  return { ok: true, app };
}

// All APIs here are called by apps; a user token is accepted by user_info only.
function refusedUserToken(sandbox: Pick<Sandbox, "signIns">, token: string): Answer {
  const isKnown = sandbox.signIns.check(token) !== undefined;
  const msg = isKnown
    ? "user access token not support"
    : "Invalid access token for authorization. Please make a request with token attached.";
  return refused({ code: 99991668, msg, status: 400 });
}
