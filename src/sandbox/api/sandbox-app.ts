import { Hono } from "hono";
import { addHookByHand, hookViews } from "../change-hooks.ts";
import { changeChat, changePerson } from "../change-world.ts";
import { performAct } from "../client/perform-act.ts";
import { moveClock } from "../move-clock.ts";
import { madeView } from "../platform/made.ts";
import type { SandboxState } from "../protocol.ts";
import { guideView } from "../read-guide.ts";
import type { Sandbox } from "../sandbox.ts";
import { answer } from "./answer.ts";
import { connectPage } from "./connect-page.ts";
import { consoleApp } from "./console-app.ts";
import { exchangeQuery } from "./exchange-query.ts";
import { openStream } from "./stream.ts";
import { templateApp } from "./template-app.ts";

// The sandbox's own API, which protocol.ts describes:
//
//   GET  /sandbox/state?since=SEQ        SandboxState; with `since` only people, chats and messages changed after it
//   GET  /sandbox/stream                 server-sent SandboxEvents from now on
//   POST /sandbox/act                    an Act; answers ActResult
//   GET  /sandbox/exchanges              {exchanges: Exchange[]}; the newest &limit= of ?since=ID &before=ID
//                                        &person= &chat_id= &path= &direction=
//   GET|POST /sandbox/clock              {"now": ISO} or {"advance_ms": n}, forward only; answered once the bot's own
//                                        clock has followed, which may take some seconds
//   GET  /sandbox/faults                 {faults: those on, known: every fault with its values and description}
//   POST /sandbox/faults                 by name: a value, {"value", "next": n, "path", "person", "chat_id", "app_id"}, or null
//   POST /sandbox/apps/:app_id/urls      {"event_url", "callback_url"}, saved once the URL answers a challenge
//   POST /sandbox/apps/:app_id/modes     {"event_mode", "callback_mode"}; the long connection needs a live client
//   POST /sandbox/apps/:app_id/cut       {}; breaks the app's long connections
//   GET|POST /sandbox/apps/:app_id/console   ConsoleView; {"strict", "events", "callbacks", "scopes", "available_to",
//                                        "redirect_urls"}, null for no limit
//   POST /sandbox/apps/:app_id/publish   {}; puts a strict app's changed settings into effect
//   GET|POST /sandbox/templates          card templates and their versions; POST publishes one: {"card", "variables": {name:
//                                        type}, "template_id", "version", "name", "apps"}, all but the card optional
//   POST /sandbox/people/:open_id        {"resigned", "title", "locale", "stopped_bots"}
//   POST /sandbox/chats/:chat_id         {"dissolved": true}
//   POST /sandbox/chats/:chat_id/hooks   {"name", "token", "secret", "keywords"}; adds a custom bot; the answer has its path
//   GET  /sandbox/connect                a page: how a bot built on an official SDK connects to this sandbox
//   GET  /sandbox/hooks                  {hooks}: the custom bots of all groups
//   GET  /sandbox/scripts                ScriptsView
//   POST /sandbox/scripts                starts a script (scripts/script-schema.ts), or {"offered": title}
//   GET  /sandbox/scripts/:id            a run with its steps; POST /sandbox/scripts/:id/stop ends it
//   GET  /sandbox/made                   calendar events, tasks and table rows created by apps
//   GET  /sandbox/idle                   answered when no event is being delivered to a bot
//   GET  /sandbox/images/:key, /sandbox/files/:key

/** The routes of the sandbox's own API. `ends` collects the functions that close open streams. */
export function sandboxApp(sandbox: Sandbox, ends: Set<() => void>): Hono {
  const app = new Hono();
  const { store, clock, faults, exchanges } = sandbox;
  app.get("/sandbox/state", (c) => c.json(sandboxState(sandbox, Number(c.req.query("since") ?? 0) || 0)));
  app.get("/sandbox/stream", () =>
    openStream(store, (end) => {
      ends.add(end);
      return () => ends.delete(end);
    }),
  );
  app.post("/sandbox/act", (c) => answer(c, (body) => performAct(sandbox, body)));
  app.get("/sandbox/exchanges", (c) => {
    const { filter, limit } = exchangeQuery(new URL(c.req.url).searchParams);
    return c.json({ exchanges: exchanges.list(filter, limit) });
  });
  app.get("/sandbox/clock", (c) => c.json({ now: new Date(clock.now()).toISOString(), now_ms: clock.now() }));
  app.post("/sandbox/clock", (c) => answer(c, (body) => moveClock(sandbox, body)));
  app.get("/sandbox/faults", (c) => c.json({ faults: faults.settings(), known: faults.known() }));
  app.post("/sandbox/faults", (c) =>
    answer(c, (body) => {
      const changed = faults.change(body);
      return changed.ok ? { ok: true, faults: faults.settings() } : changed;
    }),
  );
  app.route("/", consoleApp(sandbox));
  app.route("/", templateApp(sandbox));
  app.post("/sandbox/people/:id", (c) => answer(c, (body) => changePerson(sandbox, c.req.param("id"), body)));
  app.post("/sandbox/chats/:id", (c) => answer(c, (body) => changeChat(sandbox, c.req.param("id"), body)));
  app.get("/sandbox/connect", (c) => c.html(connectPage(new URL(c.req.url).origin, store.apps())));
  app.get("/sandbox/hooks", (c) => c.json({ hooks: hookViews(sandbox.store) }));
  app.post("/sandbox/chats/:id/hooks", (c) =>
    answer(c, (body) => addHookByHand(sandbox.store, c.req.param("id"), body)),
  );
  app.get("/sandbox/made", (c) => c.json(madeView(sandbox.made)));
  app.get("/sandbox/idle", async (c) => {
    await sandbox.courier.idle();
    return c.json({ ok: true, retries_waiting: sandbox.courier.waiting() });
  });
  app.all("/sandbox/*", (c) =>
    c.json({ ok: false, error: `the sandbox has no ${c.req.method} ${c.req.path}` }, 404),
  );
  return app;
}

/** The answer of `GET /sandbox/state`. */
export function sandboxState(
  sandbox: Pick<Sandbox, "clock" | "faults" | "guide" | "moments" | "store" | "title" | "titleEn">,
  since = 0,
): SandboxState {
  return {
    ...sandbox.store.state(sandbox.clock.now(), since),
    faults: sandbox.faults.settings(),
    ...(sandbox.title === "" ? {} : { title: sandbox.title }),
    ...(sandbox.titleEn === "" ? {} : { title_en: sandbox.titleEn }),
    ...(sandbox.moments.length === 0 ? {} : { moments: sandbox.moments }),
    ...(sandbox.guide === undefined ? {} : { guide: guideView(sandbox.store, sandbox.guide) }),
  };
}
