import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboxRow } from "../../../db/commit.ts";
import { outboxCounts } from "../../../db/outbox.ts";
import { enqueueText } from "../../../src/bot/sending/enqueue-message.ts";
import { li, MINUTE, type OpenOutbox, openOutbox, wang, zhao } from "../open-outbox.ts";

// A person, or a whole group, can no longer be reached: the others still get their messages, and the office
// is informed once.

const GROUP = {
  chat_id: "oc_group",
  name: "离石县特色镇群",
  members: [li.openId, zhao.openId],
  bots: ["bot"],
};

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox({ people: [wang, li, zhao], groups: [GROUP] });
});
afterEach(() => box.world.close());

const post = async (path: string, body: unknown): Promise<void> => {
  const answer = await fetch(`${box.world.sandbox.url}/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
};
const appId = () => box.world.sandbox.apps[0]?.app_id ?? "";
const toGroup = (): OutboxRow =>
  enqueueText({ chatId: GROUP.chat_id, quiet: true }, "致群", "致群", box.now());

test.each([
  ["has resigned", () => post(`people/${wang.openId}`, { resigned: true })],
  ["has stopped the bot", () => post(`people/${wang.openId}`, { stopped_bots: [appId()] })],
  [
    "is no longer among those the app is for",
    () => post(`apps/${appId()}/console`, { available_to: [li.openId, zhao.openId] }),
  ],
])("somebody %s", async (_, happens) => {
  const lost = await box.queue(box.text("甲"), box.text("乙", li.openId), toGroup());
  await happens();
  await box.drain();
  const { status, attempts } = await box.entryOf(lost);
  expect({ status, attempts }).toEqual({ status: "dead", attempts: 1 });
  await box.pass(10 * MINUTE);
  await box.drain();
  expect(box.said(wang.openId)).toEqual([]);
  expect(box.said(li.openId)).toEqual(['{"text":"乙"}']);
  expect(box.world.group(GROUP.chat_id)).toHaveLength(1);
  const [told, ...more] = box.said(zhao.openId);
  expect(more).toEqual([]);
  expect(told).toContain("发给碛口镇填报人");
  expect(told).not.toContain("王建军");
  expect(await outboxCounts(box.world.deps.db)).toEqual({ dead: 1, sent: 3 });
});

test.each([
  [
    "the bot was removed from it",
    () => box.world.act({ act: "remove_bot", as: zhao.openId, chat_id: GROUP.chat_id, app_id: appId() }),
  ],
  [
    "the bot was removed from it and never told",
    () => box.faults({ bot_removed: { chat_id: GROUP.chat_id } }),
  ],
  ["it was dissolved", () => box.world.change(`chats/${GROUP.chat_id}`, { dissolved: true })],
])("a group: %s", async (_, happens) => {
  await happens();
  const lost = await box.queue(toGroup(), box.text("乙", li.openId));
  await box.drain();
  expect(await box.entryOf(lost)).toMatchObject({ status: "dead", attempts: 1 });
  await box.pass(10 * MINUTE);
  await box.drain();
  expect(box.world.group(GROUP.chat_id)).toEqual([]);
  expect(box.said(li.openId)).toEqual(['{"text":"乙"}']);
  expect(box.said(zhao.openId)).toHaveLength(1);
  expect(await outboxCounts(box.world.deps.db)).toEqual({ dead: 1, sent: 2 });
});
