import * as z from "zod";
import type { Sandbox } from "../sandbox.ts";
import type { Answer } from "./answer.ts";

const bodySchema = z.object({ app_id: z.string().regex(/^cli_/), app_secret: z.string().min(1) });

/**
 * POST /auth/v3/tenant_access_token/internal and /app_access_token/internal (feishu-contract 4.2). Refusals
 * have HTTP 200, as on the platform.
 */
export function issueToken(sandbox: Pick<Sandbox, "store" | "tokens">, input: unknown): Answer {
  const body = bodySchema.safeParse(input);
  if (!body.success) return answer(NO_SUCH_APP);
  const app = sandbox.store.app(body.data.app_id);
  if (app === undefined) return answer(NO_SUCH_APP);
  if (app.app_secret !== body.data.app_secret) return answer({ code: 10014, msg: "app secret invalid" });
  const { token, expire } = sandbox.tokens.issue(app.app_id);
  return answer({ code: 0, msg: "ok", tenant_access_token: token, app_access_token: token, expire });
}

// The platform treats an unknown app id as an invalid parameter (feishu-contract 11).
const NO_SUCH_APP = { code: 10003, msg: "invalid param" };

function answer(body: Record<string, unknown>): Answer {
  return { kind: "json", status: 200, body };
}
