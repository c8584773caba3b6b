import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Act, ActResult, SandboxMessage } from "../../src/sandbox/protocol.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { PATIENT } from "../slow-machine.ts";
import { botProcess, envOf } from "./bot-process.ts";
import { bundled } from "./bundled.ts";
import { nextChange, type OnDisk, readQuarter, smallDemo, writeQuarter } from "./quarter-on-disk.ts";

// The product as a process that may be killed at any moment, with a database and a sandbox that survive.

const NOW = "2026-10-12T10:00:00+08:00";
/** The claims of a dead process expire after a minute (design.md 6). */
const LEASE = 61_000;

export type MortalBot = {
  sandbox: RunningSandbox;
  official: string;
  reviewer: string;
  start: () => Promise<void>;
  kill: () => Promise<void>;
  /** Resolves when every event has been delivered and the outbox is empty. */
  quiet: () => Promise<void>;
  /** Moves both clocks past a claim's expiry and the redelivery delay of an event. */
  aMinuteLater: () => Promise<void>;
  /** The stored state, whether or not the process is running. */
  read: () => Promise<OnDisk>;
  /** Starts watching; `comes` resolves as soon as one more change is stored. */
  nextChange: () => Promise<{ comes: Promise<void> }>;
  act: (act: Act) => Promise<ActResult>;
  /** Sends the text 我的填报. */
  askForForm: (openId: string) => Promise<ActResult>;
  fault: (switches: Record<string, unknown>) => Promise<void>;
  /** The bot's private messages to a person, oldest first. */
  heard: (openId: string) => SandboxMessage[];
  /** Milliseconds from each start to listening. */
  starts: number[];
  close: () => Promise<void>;
};

export async function startMortalBot(): Promise<MortalBot> {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-kill-"));
  const bundle = await bundled("bot");
  const demo = smallDemo();
  const people = demo.people.map(({ openId, name }) => ({ open_id: openId, name }));
  const sandbox = await startSandbox({ apps: [{ name: "bot" }], people, now: NOW }, PATIENT);
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  const env = envOf(sandbox, folder);
  const databaseUrl = env.DATABASE_URL ?? "";
  await writeQuarter({ ...env, REHEARSAL_NOW: NOW }, demo);

  const bot = botProcess(env, bundle);
  let botUrl = "";
  const starts: number[] = [];
  const now = () => new Date(sandbox.state().now).toISOString();
  const who = (role: string) => demo.people.find((person) => person.role === role)?.openId ?? "";
  const act = (what: Act) => asActResult(post(`${sandbox.url}/sandbox/act`, what));
  const kill = () => bot.kill();
  return {
    sandbox,
    official: who("town_official"),
    reviewer: who("county_reviewer"),
    starts,
    act,
    kill,
    start: async () => {
      const started = performance.now();
      botUrl = await bot.start(now());
      starts.push(Math.round(performance.now() - started));
      const hook = `${botUrl}/feishu/webhook`;
      const set = await sandbox.setUrls(app.app_id, { event_url: hook, callback_url: hook });
      if (!set.ok) throw new Error(set.error);
    },
    quiet: async () => {
      for (;;) {
        await sandbox.idle();
        const metrics = await (await fetch(`${botUrl}/metrics`)).text();
        if (/status="pending"\} 0\n/.test(metrics) && /events_unanswered 0\n/.test(metrics)) return;
      }
    },
    aMinuteLater: async () => {
      await sandbox.moveClock({ advance_ms: LEASE });
      await post(`${botUrl}/rehearsal/clock`, { now: now() });
    },
    nextChange: () => nextChange(databaseUrl),
    read: () => readQuarter(databaseUrl),
    askForForm: (openId) =>
      act({ act: "send", as: openId, app_id: app.app_id, content: { kind: "text", text: "我的填报" } }),
    fault: async (switches) => void (await post(`${sandbox.url}/sandbox/faults`, switches)),
    heard: (openId) => {
      const { chats, messages } = sandbox.state();
      const chat = chats.find((one) => one.type === "p2p" && one.members.includes(openId));
      return messages.filter((m) => m.chat_id === chat?.chat_id && m.sender.type === "app");
    },
    close: async () => {
      await kill();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`);
  return answer;
}

async function asActResult(answering: Promise<unknown>): Promise<ActResult> {
  const answer = await answering;
  if (isActResult(answer)) return answer;
  throw new Error(`no result of an act: ${JSON.stringify(answer)}`);
}

function isActResult(answer: unknown): answer is ActResult {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;
}
