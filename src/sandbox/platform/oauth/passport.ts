import { isRecord } from "../../card/is-record.ts";
import type { Where } from "../../faults.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { Answer } from "../answer.ts";
import { issueUserToken } from "./issue-user-token.ts";
import { userInfo } from "./user-info.ts";

// The older sign-in on the platform's passport host (deprecated-guide/app-login), still used by many
// connectors. Its token endpoint takes form data, and its answers have no code.

/**
 * POST /suite/passport/oauth/token: a token for a code or a refresh token; the latter needs no client
 * credentials.
 */
export function passportToken(sandbox: Pick<Sandbox, "signIns" | "store">, form: URLSearchParams): Answer {
  const fields = Object.fromEntries(form);
  const known = sandbox.signIns.refreshToken(fields.refresh_token ?? "");
  const app = known.state === "unknown" ? undefined : sandbox.store.app(known.chain.app_id);
  const client = app === undefined ? {} : { client_id: app.app_id, client_secret: app.app_secret };
  const issued = issueUserToken(sandbox, { ...client, ...fields }, undefined);
  if (issued.kind !== "json") return issued;
  const { code, refresh_token_expires_in, scope: _scope, ...body } = issued.body;
  if (code !== 0) return { ...issued, body };
  const refresh =
    refresh_token_expires_in === undefined ? {} : { refresh_expires_in: refresh_token_expires_in };
  return { ...issued, body: { ...body, ...refresh } };
}

/** GET /suite/passport/oauth/userinfo: the signed-in person, with OpenID Connect field names. */
export function passportUser(
  sandbox: Pick<Sandbox, "faults" | "signIns" | "store">,
  authorization: string | undefined,
  where: Where,
): Answer {
  const answer = userInfo(sandbox, authorization, where);
  if (answer.kind !== "json") return answer;
  const { data, msg } = answer.body;
  if (!isRecord(data))
    return { kind: "json", status: 401, body: { error: "invalid_token", error_description: msg } };
  return { kind: "json", status: 200, body: { sub: data.open_id, picture: data.avatar_url, ...data } };
}
