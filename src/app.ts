import { Hono } from "hono/tiny";
import { databaseTrouble, rootMessage } from "../db/database-unusable.ts";
import { databaseReady } from "../db/health.ts";
import { handleCardAction } from "./bot/handle-card-action.ts";
import { sendSoon } from "./bot/outbox/drain-outbox.ts";
import { receiveEvent } from "./bot/receive-event.ts";
import type { Deps } from "./deps.ts";
import { bodyLimit, readRequest } from "./feishu/read-body.ts";
import { openWebhook, settingFor } from "./feishu/webhook.ts";
import { measure } from "./measure.ts";
import { mayReadMetrics } from "./metrics-access.ts";

/**
 * The product's HTTP routes. `rehearsal`: those of a clock that may be moved, where there is one; `send`: has what is due
 * sent.
 */
export function createApp(deps: Deps, rehearsal?: Hono, send = () => sendSoon(deps)): Hono {
  const app = new Hono();
  app.post("/feishu/webhook", (c) => webhook(deps, c.req.raw, send));
  app.get("/healthz", (c) => c.text("ok\n"));
  app.get("/readyz", async (c) => {
    const state = await databaseReady(deps.db).catch((error: unknown) => ({
      ready: false,
      why: rootMessage(error),
    }));
    return state.ready ? c.text("ready\n") : c.text(`not ready: ${state.why}\n`, 503);
  });
  app.get("/metrics", async (c) =>
    mayReadMetrics(c, deps.config.metricsToken)
      ? c.text(await measure(deps))
      : c.text("set METRICS_TOKEN and send it as a bearer token, or ask from this machine\n", 403),
  );
  app.get("/", (c) => c.text(`${deps.programme.name} · ${deps.programme.nameEn}\n`));
  if (rehearsal) app.route("/", rehearsal);
  app.onError((error, c) => {
    deps.log("error", "request failed", {
      path: c.req.path,
      error: error.name,
      message: rootMessage(error),
    });
    // The operator decides what to do about it; the platform redelivers unanswered events.
    const trouble = databaseTrouble(error);
    if (trouble) deps.defer(() => Promise.reject(trouble));
    return c.json({ error: "internal" }, 500);
  });
  return app;
}

async function webhook(deps: Deps, request: Request, send: () => Promise<void>): Promise<Response> {
  const { secrets } = deps.config;
  if (!secrets) return Response.json({ error: "no secrets configured" }, { status: 503 });
  const body = await readRequest(request, bodyLimit).catch(() => "aborted" as const);
  if (typeof body === "string") {
    deps.counts.add("webhook_refused_total", { reason: body });
    deps.log("debug", "webhook body refused", { reason: body });
    return Response.json({ error: body }, { status: body === "too_large" ? 413 : 400 });
  }
  const started = performance.now();
  // Freshness is judged by the machine's own clock, not the programme's.
  const opened = openWebhook({ headers: request.headers, body }, secrets, Date.now());
  switch (opened.kind) {
    case "challenge":
      return Response.json({ challenge: opened.challenge });
    case "refused":
      deps.counts.add("webhook_refused_total", { reason: opened.reason });
      deps.log("warn", "webhook refused", {
        status: opened.status,
        reason: opened.reason,
        set: settingFor(opened.reason),
      });
      return Response.json({ error: opened.reason }, { status: opened.status });
    case "event":
      deps.counts.add("deliveries_total", { kind: "event" });
      await receiveEvent(deps, opened, send);
      return Response.json({});
    case "callback": {
      deps.counts.add("deliveries_total", { kind: "callback" });
      const answer = await handleCardAction(deps, opened);
      deps.log("info", "callback", { id: opened.eventId, ms: Math.round(performance.now() - started) });
      deps.defer(send);
      return Response.json(answer);
    }
  }
}
