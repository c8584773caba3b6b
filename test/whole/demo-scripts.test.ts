import { afterAll, beforeAll, expect, it } from "vitest";
import type { SandboxState, ScriptsView } from "../../src/sandbox/protocol.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";

// `npm start` without secrets, and the demo's scripts played to their end as started by the page's button.

const GROUP = "十大特色镇领导小组";
const REST = "演完2026年第三季度";
const NEXT = "再演2026年第四季度";

let product: Child;
let url = "";
beforeAll(async () => {
  product = startChild({ bundle: await bundled("bot") });
  [, url = ""] = await product.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
});
afterAll(async () => {
  await product?.kill();
});

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  const sent = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
  return (await fetch(`${url}/sandbox/${path}`, sent)).json();
}

type Run = { id: string; status: string; failure?: unknown };

/** Presses the button and waits until the script is over. */
async function play(title: string): Promise<Run> {
  const { run } = await ask<{ run: Run }>("scripts", { offered: title });
  await expect
    .poll(async () => (await ask<Run>(`scripts/${run.id}`)).status, { timeout: 300_000, interval: 200 })
    .not.toBe("playing");
  return ask<Run>(`scripts/${run.id}`);
}

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

it("offers the rest of the quarter and the next one", async () => {
  const { offered } = await ask<ScriptsView>("scripts");
  expect(offered.map(({ title }) => title)).toEqual([REST, NEXT]);
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

it("plays the rest of the quarter: twelve towns ranked, the one that forgot named", async () => {
  expect(await play(REST)).toMatchObject({ status: "done" });
  const ranking = await newestCard("2026年第三季度综合排名");
  expect(ranking).toContain("共 **13** 个单位，**12** 个参加排名");
  expect(ranking).toContain("**未报**：双池镇");
}, 320_000);

it("plays the quarter after it to its ranking, by the holidays of a notice that says it is a rehearsal's", async () => {
  expect(await play(NEXT)).toMatchObject({ status: "done" });
  const { messages } = await ask<SandboxState>("state");
  expect(messages.some(({ content }) => content.includes("演练用的安排，不是真实的通知"))).toBe(true);
  expect(await newestCard("2026年第四季度综合排名")).toContain("共 **13** 个单位，**13** 个参加排名");
  // The counties are asked for the year, a moment after the script's last press.
  await expect
    .poll(async () => JSON.stringify((await ask<SandboxState>("state")).messages))
    .toContain("碛口镇：2026年年度考核");
}, 320_000);

it("leaves nobody flooded on the way, and no message in doubt", async () => {
  const state = await ask<SandboxState>("state");
  expect(state.messages.filter(({ content }) => content.includes("不确定是否送达"))).toEqual([]);
  expect(mostInAMinute(state)).toBeLessThanOrEqual(3);
});
