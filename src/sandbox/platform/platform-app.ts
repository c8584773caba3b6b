import { type Context, Hono } from "hono";
import type { Where } from "../faults.ts";
import { connectEndpoint } from "../long-connection/endpoint.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Answer, type Call, refused } from "./answer.ts";
import { authenticate } from "./authenticate.ts";
import { sendByHook } from "./hook/send-by-hook.ts";
import { issueToken } from "./issue-token.ts";
import { signInRoutes } from "./oauth/sign-in-routes.ts";
import type { PlatformRoute } from "./platform-route.ts";
import type { BodyRead } from "./read-body.ts";
import { PLATFORM_ROUTES } from "./routes.ts";
import { refuseScopes } from "./scopes.ts";
import { type PlatformEnv, serveCall } from "./serve-call.ts";
import { worldFault } from "./world-faults.ts";

/** The platform's API: every path outside `/sandbox`. */
export function platformApp(sandbox: Sandbox): Hono<PlatformEnv> {
  const app = new Hono<PlatformEnv>();
  for (const kind of ["tenant", "app"]) {
    for (const end of ["", "/"]) {
      app.post(`/open-apis/auth/v3/${kind}_access_token/internal${end}`, (c) =>
        serveCall(sandbox, c, "json", (body) => issueToken(sandbox, body.json)),
      );
    }
  }
  signInRoutes(app, sandbox);
  app.post("/callback/ws/endpoint", (c) =>
    serveCall(sandbox, c, "own", (body) => connectEndpoint(sandbox, body.json, originOf(c))),
  );
  app.post("/open-apis/bot/v2/hook/:token", (c) =>
    serveCall(sandbox, c, "own", (body, notes) =>
      sendByHook(sandbox, c.req.param("token"), body.json, notes),
    ),
  );
  for (const route of PLATFORM_ROUTES) {
    app.on(route.method, route.path, (c) =>
      serveCall(sandbox, c, route.body, (body, notes, where) =>
        handle(sandbox, route, c, body, notes, where),
      ),
    );
  }
  app.all("*", (c) => serveCall(sandbox, c, "none", unknownEndpoint));
  return app;
}

function handle(
  sandbox: Sandbox,
  route: PlatformRoute,
  c: Context<PlatformEnv>,
  body: BodyRead & { ok: true },
  notes: Call["notes"],
  where: Where,
): Answer {
  const auth = authenticate(sandbox, c.req.header("authorization"), where);
  if (!auth.ok) return auth.answer;
  const api = `${route.method} ${route.path}`;
  if (sandbox.faults.take("rate_limit", where)) return tooMany(50, 1);
  if (!sandbox.faults.take("limits_off", where)) {
    const taken = sandbox.limits.takeApi(auth.app.app_id, api, route.perSecond);
    if (!taken.ok) return tooMany(taken.limit, taken.reset);
  }
  const denied = refuseScopes(auth.app, route.scopes);
  if (denied !== undefined) return refused(denied);
  const refusedByFault = worldFault(sandbox, where);
  if (refusedByFault !== undefined) return refusedByFault;
  return route.handler({
    sandbox,
    app: auth.app,
    params: c.req.param(),
    query: new URL(c.req.url).searchParams,
    body: body.json,
    bytes: body.bytes,
    contentType: c.req.header("content-type") ?? "",
    notes,
  });
}

function originOf(c: Context<PlatformEnv>): string {
  const scheme = "encrypted" in c.env.incoming.socket ? "https" : "http";
  return `${scheme}://${c.req.header("host") ?? ""}`;
}

function tooMany(limit: number, reset: number): Answer {
  const headers = { "x-ogw-ratelimit-limit": String(limit), "x-ogw-ratelimit-reset": String(reset) };
  const body = { code: 99991400, msg: "request trigger frequency limit", error: {} };
  return { kind: "json", status: 429, body, headers };
}

function unknownEndpoint(): Answer {
  return { kind: "text", status: 404, text: "404 page not found" };
}
