import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { KITS } from "../../cards/record/kits.ts";
import { listRecords } from "../../db/records.ts";
import { withDeps } from "../../src/cli/open-deps.ts";
import type { SandboxState, ScriptsView } from "../../src/sandbox/protocol.ts";
import { untruths } from "../bot/living/truth.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";

// `npm start` without secrets, and the demo's scripts played to their end as started by the page's button.

const GROUP = "十大特色镇领导小组";
const OBJECTED = "演到2026年第三季度异议期";
const REST = "演完2026年第三季度";
const NOTICE = "演到2027年放假安排待核对";
const NEXT = "再演2026年第四季度";
const HONOURED = "演到2026年先进县名单";

let product: Child;
let url = "";
beforeAll(async () => {
  product = startChild({ bundle: await bundled("bot") });
  [, url = ""] = await product.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
  const [, database = ""] = await product.said(/DATABASE_URL=(\S+)/);
  vi.stubEnv("DATABASE_URL", database);
  // The pictures on cards belong to the app; nothing is sent with these.
  const [app] = (await ask<SandboxState>("state")).apps;
  vi.stubEnv("FEISHU_APP_ID", app?.app_id);
  for (const name of ["APP_SECRET", "ENCRYPT_KEY", "VERIFICATION_TOKEN"])
    vi.stubEnv(`FEISHU_${name}`, "none");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await product?.kill();
});

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  const sent = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
  return (await fetch(`${url}/sandbox/${path}`, sent)).json();
}

type Run = {
  id: string;
  status: string;
  played: number;
  failure?: unknown;
  chapter?: { text: string; as?: string };
};

/** Presses the button and waits until the script is over. */
async function play(title: string): Promise<Run> {
  const { run } = await ask<{ run: Run }>("scripts", { offered: title });
  await expect
    .poll(async () => (await ask<Run>(`scripts/${run.id}`)).status, { timeout: 300_000, interval: 200 })
    .not.toBe("playing");
  return ask<Run>(`scripts/${run.id}`);
}

/** The states of a procedure's records, by town where it has one. */
const statesOf = (procedure: string) =>
  withDeps(async ({ db }) => (await listRecords(db, { procedure })).map(({ state }) => state), {
    sends: false,
  });

/** Holds once the bot has said everything: nothing on any card is untrue. */
const allIsTrue = () =>
  expect
    .poll(
      async () => {
        const state = await ask<SandboxState>("state");
        return withDeps((deps) => untruths({ deps, sandbox: { state: () => state } }), { sends: false });
      },
      { timeout: 120_000, interval: 500 },
    )
    .toEqual([]);

const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** The day and the card's title of a group's messages, oldest first. */
async function messagesOf(group: string): Promise<Array<{ day: string; title: string }>> {
  const { chats, messages } = await ask<SandboxState>("state");
  const chat = chats.find(({ name }) => name === group);
  return messages
    .filter(({ chat_id }) => chat_id === chat?.chat_id)
    .map(({ create_time, content }) => ({
      day: dayOf(create_time),
      title: /"title":\{[^}]*"content":"([^"]*)"/.exec(content)?.[1] ?? "",
    }));
}

/** The most messages of the bot that one chat got within one minute. */
function mostInAMinute({ messages }: SandboxState): number {
  const counts = new Map<string, number>();
  for (const { chat_id, create_time, sender } of messages.filter((one) => one.sender.type === "app")) {
    const minute = `${chat_id} ${sender.id} ${Math.floor(create_time / 60_000)}`;
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

/** The text of the leading group's newest card with this title. */
async function newestCard(title: string): Promise<string> {
  const { chats, messages } = await ask<SandboxState>("state");
  const chat = chats.find(({ name }) => name === GROUP);
  const cards = messages.filter(({ chat_id }) => chat_id === chat?.chat_id).map(({ content }) => content);
  return cards.findLast((content) => content.includes(title)) ?? "";
}

it("offers one story in five parts, in the order of its time", async () => {
  const { offered } = await ask<ScriptsView>("scripts");
  expect(offered.map(({ title }) => title)).toEqual([OBJECTED, REST, NOTICE, NEXT, HONOURED]);
});

it("begins with what was said so far, each message at its own time", async () => {
  const said = await messagesOf(GROUP);
  expect(said.map(({ day, title }) => `${day} ${title}`)).toEqual([
    "2026-04-30 2026年第一季度综合排名",
    "2026-07-29 2026年第二季度综合排名",
    "2026-10-12 十镇工作周报",
  ]);
  expect(mostInAMinute(await ask<SandboxState>("state"))).toBeLessThanOrEqual(2);
});

it("plays to an objection that waits for the office, and says whom the visitor may be", async () => {
  const run = await play(OBJECTED);
  expect(run).toMatchObject({ status: "done", chapter: { text: expect.stringContaining("等市办答复") } });
  const { people } = await ask<SandboxState>("state");
  expect(people.find(({ open_id }) => open_id === run.chapter?.as)?.name).toBe("王丽芳");
  expect(await statesOf("objection")).toEqual(["waiting"]);
  await allIsTrue();
}, 320_000);

it("goes on where it stopped to the ranking: twelve towns, the one that forgot named", async () => {
  const run = await play(REST);
  expect(run).toMatchObject({ status: "done" });
  // What was reported and reviewed is passed over.
  expect(run.played).toBeLessThan(10);
  const ranking = await newestCard("2026年第三季度综合排名");
  expect(ranking).toContain("共 **13** 个单位，**12** 个参加排名");
  expect(ranking).toContain("**未报**：双池镇");
}, 320_000);

it("plays to a holiday notice that waits for a second person, and says it is a rehearsal's", async () => {
  expect(await play(NOTICE)).toMatchObject({ status: "done" });
  expect(await statesOf("calendar")).toEqual(["proposed"]);
  const { messages } = await ask<SandboxState>("state");
  expect(messages.some(({ content }) => content.includes("演练用的安排，不是真实的通知"))).toBe(true);
  await allIsTrue();
}, 320_000);

it("plays the quarter after it to its ranking, by these holidays", async () => {
  expect(await play(NEXT)).toMatchObject({ status: "done" });
  expect(await statesOf("calendar")).toEqual(["adopted"]);
  expect(await newestCard("2026年第四季度综合排名")).toContain("共 **13** 个单位，**13** 个参加排名");
}, 320_000);

it("plays the year's assessment to a list that waits for a leader; now every procedure was seen", async () => {
  expect(await play(HONOURED)).toMatchObject({ status: "done" });
  expect(await statesOf("annual")).toEqual(["frozen"]);
  expect(await statesOf("commendation")).toEqual(["proposed"]);
  const shown = await withDeps(({ db }) => listRecords(db, {}), { sends: false });
  expect(new Set(shown.map(({ procedure }) => procedure))).toEqual(
    new Set(KITS.map(({ definition }) => definition.id)),
  );
  await allIsTrue();
}, 320_000);

it("leaves nobody flooded on the way, and no message in doubt", async () => {
  const state = await ask<SandboxState>("state");
  expect(state.messages.filter(({ content }) => content.includes("不确定是否送达"))).toEqual([]);
  expect(mostInAMinute(state)).toBeLessThanOrEqual(3);
});
