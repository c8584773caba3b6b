import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "../../../db/open.ts";
import { putRehearsalClock } from "../../../db/rehearsal-clock.ts";
import type { Demo } from "../../../src/cli/demo/demo-file.ts";
import { seedHistory } from "../../../src/cli/demo/seed-demo.ts";
import type { Deps } from "../../../src/deps.ts";
import type { Role } from "../../../src/domain/programme/people.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { type AtClient, atClient } from "../../bot/at-client.ts";
import { IN_MEMORY } from "../../in-memory.ts";
import { PATIENT } from "../../slow-machine.ts";
import { withQuarter } from "../quarter-on-disk.ts";
import { serveDatabase } from "../sqld.ts";
import type { Host } from "./hosts.ts";

// A city on a database over HTTP that was empty: its people, its plan and two published quarters; one or more bots run it.

const NOW = "2026-10-12T10:00:00+08:00";
/** Two clocks that run on; a message held back for a second counts as one on its way. */
const MOMENT = 2_000;
/** Longer than anything takes to go out on a busy machine, ms. */
const STUCK = 40_000;

export type RemoteCity = Awaited<ReturnType<typeof startRemoteCity>>;

type Start = (env: Record<string, string>, folder: string) => Promise<Host>;

/**
 * `starts`: the bots on the one database, of which Feishu knows the first. `begin`: what else is there from the beginning.
 * `programme`: the pack, where it is not the usual one.
 */
export async function startRemoteCity(
  demo: Demo,
  starts: readonly [Start, ...Start[]],
  begin: (deps: Deps) => Promise<unknown> = async () => {},
  programme?: string,
) {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-remote-"));
  const sandbox = await startSandbox(
    {
      apps: [{ name: "bot", card_mode: "documented" }],
      people: demo.people.map(({ openId, name }) => ({ open_id: openId, name })),
      now: NOW,
      // Tests press faster than people.
      faults: { limits_off: true },
    },
    PATIENT,
  );
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  const database = await serveDatabase(join(folder, "remote.db"));
  const env = {
    FEISHU_APP_ID: app.app_id,
    FEISHU_APP_SECRET: app.app_secret,
    FEISHU_ENCRYPT_KEY: app.encrypt_key,
    FEISHU_VERIFICATION_TOKEN: app.verification_token,
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: database.url,
    REHEARSAL_NOW: NOW,
    ...(programme === undefined ? {} : { PROGRAMME: programme }),
  };
  const seeding = await withQuarter(env, async (deps) => {
    await seedHistory(deps, demo);
    await begin(deps);
    return deps;
  });
  const [first, ...others] = starts;
  const host = await first(env, join(folder, "host"));
  const hosts = [host];
  for (const [i, start] of others.entries()) hosts.push(await start(env, join(folder, `host-${i}`)));
  const point = async () => {
    const hook = `${host.url}/feishu/webhook`;
    const set = await sandbox.setUrls(app.app_id, { event_url: hook, callback_url: hook });
    if (!set.ok) throw new Error(set.error);
  };
  await point();
  const { db, close } = await openDatabase(database.url);

  /** Resolves when nothing is on its way in either direction, a moment later by the programme's clock where one waits. */
  const settle = async (): Promise<void> => {
    for (const began = performance.now(); ; ) {
      await sandbox.idle();
      const now = await clockOf(host);
      const due = await db.all<{ kind: string; at: number; why: string | null }>(
        sql`select kind, run_at as at, last_error as why from outbox
          where status = 'pending' and run_at <= ${now + MOMENT}
          union all select 'event', ${now}, null from received order by at desc limit 5`,
      );
      const [last] = due;
      if (!last) return;
      if (performance.now() - began > STUCK) throw new Error(`still waiting: ${JSON.stringify(due)}`);
      // What nobody is sending is sent now; what somebody is sending has gone soon.
      await post(`${host.url}/rehearsal/clock`, { now: isoOf(Math.max(last.at, now)) });
    }
  };
  const act: Parameters<typeof atClient>[0]["act"] = async (what) => {
    const answer = await post(`${sandbox.url}/sandbox/act`, what);
    if (!isDone(answer)) throw new Error(`the sandbox refused ${what.act}: ${JSON.stringify(answer)}`);
    await settle();
    return answer;
  };
  const messages = () => sandbox.state().messages;
  const inbox = (openId: string) => {
    const chat = sandbox.state().chats.find((one) => one.type === "p2p" && one.members.includes(openId));
    return messages().filter((one) => one.chat_id === chat?.chat_id);
  };
  const group = (chatId: string) => messages().filter((one) => one.chat_id === chatId);
  return {
    demo,
    db,
    database,
    /** For reading what the demo's figures are; nothing is written with it. */
    deps: { ...seeding, db } satisfies Deps & { db: Db },
    hosts,
    app,
    sandbox,
    settle,
    /** The client of the first person in this post. */
    who: (role: Role, area = ""): AtClient => {
      const person = demo.people.find((one) => one.role === role && one.area === area);
      if (!person) throw new Error(`nobody is ${role} of ${area}`);
      return atClient({ sandbox, act, inbox, group }, person.openId);
    },
    moveTo: async (iso: string) => {
      await post(`${host.url}/rehearsal/clock`, { now: iso });
      await post(`${sandbox.url}/sandbox/clock`, { now: iso });
      await settle();
    },
    /** Sets both clocks at once, as after an outage: the days between are made up for in one beat. */
    jumpTo: async (iso: string) => {
      await putRehearsalClock(db, Date.now(), Date.parse(iso));
      await post(`${sandbox.url}/sandbox/clock`, { now: iso });
      await host.wake(iso);
      await point();
      await settle();
    },
    close: async () => {
      await Promise.all(hosts.map((one) => one.stop()));
      close();
      await database.close();
      await sandbox.close();
      // A host's process may still be closing its files.
      rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 50 });
    },
  };
}

async function clockOf(host: Host): Promise<number> {
  const { now }: { now: string } = JSON.parse(await (await fetch(`${host.url}/rehearsal/clock`)).text());
  return Date.parse(now);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  return JSON.parse(await (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).text());
}

function isDone(body: unknown): body is Awaited<ReturnType<Parameters<typeof atClient>[0]["act"]>> {
  return typeof body === "object" && body !== null && "ok" in body && body.ok === true;
}
