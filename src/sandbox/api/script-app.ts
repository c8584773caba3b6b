import { type Context, Hono } from "hono";
import type { ScriptsView } from "../protocol.ts";
import type { ScriptRuns } from "../scripts/script-runs.ts";
import { readJson } from "./read-json.ts";

/** Routes that start, show and stop scripts. */
export function scriptApp(scripts: ScriptRuns): Hono {
  const app = new Hono();
  app.get("/sandbox/scripts", (c) => {
    const view: ScriptsView = { offered: scripts.offered(), scripts: scripts.list() };
    return c.json(view);
  });
  app.get("/sandbox/scripts/:id", (c) => {
    const run = scripts.find(c.req.param("id"));
    return run === undefined ? noRun(c) : c.json(run);
  });
  app.post("/sandbox/scripts", async (c) => {
    const body = await readJson(c);
    if (!body.ok) return body.answer;
    const started = scripts.start(body.json);
    return started.ok ? c.json({ ok: true, run: started.run }) : c.json(started, 400);
  });
  app.post("/sandbox/scripts/:id/stop", (c) => {
    const id = c.req.param("id");
    if (scripts.find(id) === undefined) return noRun(c);
    return scripts.stop(id) ? c.json({ ok: true }) : c.json({ ok: false, error: "the script is over" }, 400);
  });
  return app;
}

function noRun(c: Context): Response {
  return c.json({ ok: false, error: `there is no script ${c.req.param("id")}` }, 404);
}
