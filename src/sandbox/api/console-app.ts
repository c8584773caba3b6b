import { Hono } from "hono";
import { changeConsole, publishVersion, seen } from "../console/change-console.ts";
import { setUrls } from "../delivery/set-urls.ts";
import { setModes } from "../long-connection/set-modes.ts";
import type { Sandbox } from "../sandbox.ts";
import { answer } from "./answer.ts";

/** Routes for an app's developer console settings and for breaking its long connections. */
export function consoleApp(sandbox: Pick<Sandbox, "links" | "store" | "wire">): Hono {
  const app = new Hono();
  const { store, wire, links } = sandbox;
  app.post("/sandbox/apps/:id/urls", (c) =>
    answer(c, (body) => setUrls(wire, store, c.req.param("id"), body)),
  );
  app.post("/sandbox/apps/:id/modes", (c) => answer(c, (body) => setModes(sandbox, c.req.param("id"), body)));
  app.post("/sandbox/apps/:id/cut", (c) =>
    answer(c, () => ({ ok: true, cut: links.cut(c.req.param("id")) })),
  );
  app.get("/sandbox/apps/:id/console", (c) => {
    const found = seen(store, c.req.param("id"));
    return c.json(found.ok ? found.console : found, found.ok ? 200 : 404);
  });
  app.post("/sandbox/apps/:id/console", (c) =>
    answer(c, (body) => changeConsole(store, c.req.param("id"), body)),
  );
  app.post("/sandbox/apps/:id/publish", (c) => answer(c, () => publishVersion(store, c.req.param("id"))));
  return app;
}
