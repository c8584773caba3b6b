import { afterAll, beforeAll, expect, it } from "vitest";
import type { SandboxState, ScriptsView } from "../../src/sandbox/protocol.ts";
import { type Child, startChild } from "./child.ts";

// `npm start` without secrets, and the demo's scripts played to their end as started by the page's button.
// The script of the next quarter, the last of the year, is played by test/whole/year.

const GROUP = "十大特色镇领导小组";
const REST = "演完2026年第三季度";
const NEXT = "再演2026年第四季度填报";

let product: Child;
let url = "";
beforeAll(async () => {
  product = startChild({});
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
    .poll(async () => (await ask<Run>(`scripts/${run.id}`)).status, { timeout: 100_000, interval: 200 })
    .not.toBe("playing");
  return ask<Run>(`scripts/${run.id}`);
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

it("plays the rest of the quarter: twelve towns ranked, the one that forgot named", async () => {
  expect(await play(REST)).toMatchObject({ status: "done" });
  const ranking = await newestCard("2026年第三季度综合排名");
  expect(ranking).toContain("共 **13** 个单位，**12** 个参加排名");
  expect(ranking).toContain("**未报**：双池镇");
}, 120_000);
