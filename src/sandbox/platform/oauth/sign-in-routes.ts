import type { Context, Hono } from "hono";
import type { Sandbox } from "../../sandbox.ts";
import { type PlatformEnv, serveCall } from "../serve-call.ts";
import { answerAuthorize, showAuthorize } from "./authorize.ts";
import { issueUserToken } from "./issue-user-token.ts";
import { passportToken, passportUser } from "./passport.ts";
import { userInfo } from "./user-info.ts";

const AUTHEN = "/open-apis/authen";
const PASSPORT = "/suite/passport/oauth";

/**
 * Routes of the sign-in pages. They are opened by a person's browser, so they are not logged as exchanges
 * with a bot.
 */
export function signInRoutes(app: Hono<PlatformEnv>, sandbox: Sandbox): void {
  const query = (c: Context<PlatformEnv>) => new URL(c.req.url).searchParams;
  for (const path of [`${AUTHEN}/v1/authorize`, `${PASSPORT}/authorize`]) {
    app.get(path, (c) => showAuthorize(sandbox, query(c)));
    app.post(path, async (c) => answerAuthorize(sandbox, query(c), new URLSearchParams(await c.req.text())));
  }
  app.post(`${AUTHEN}/v2/oauth/token`, (c) =>
    serveCall(sandbox, c, "own", (body) => issueUserToken(sandbox, body.json, c.req.header("authorization"))),
  );
  app.get(`${AUTHEN}/v1/user_info`, (c) =>
    serveCall(sandbox, c, "none", (_body, _notes, where) =>
      userInfo(sandbox, c.req.header("authorization"), where),
    ),
  );
  app.post(`${PASSPORT}/token`, (c) =>
    serveCall(sandbox, c, "own", ({ bytes }) =>
      passportToken(sandbox, new URLSearchParams(new TextDecoder().decode(bytes))),
    ),
  );
  app.get(`${PASSPORT}/userinfo`, (c) =>
    serveCall(sandbox, c, "none", (_body, _notes, where) =>
      passportUser(sandbox, c.req.header("authorization"), where),
    ),
  );
}
