import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDue } from "../../db/claim-due.ts";
import { commit } from "../../db/commit.ts";
import { nextRunAt } from "../../db/outbox.ts";
import { insertStep, withdrawReminders } from "../../db/reminder-steps.ts";
import { drainOutbox, sendSoon } from "../../src/bot/outbox/drain-outbox.ts";
import { atClient } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { li, MINUTE, type OpenOutbox, openOutbox, SEND, wang, zhao } from "./open-outbox.ts";

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox();
});
afterEach(() => box.world.close());

describe("refused for now: it waits and goes out once", () => {
  test("429 says how long, and that is obeyed", async () => {
    const id = await box.queue(box.text("甲"));
    await box.faults({ rate_limit: { value: true, next: 1, path: SEND } });
    await box.drain();
    const { runAt, status } = await box.entryOf(id);
    expect(status).toBe("pending");
    expect(box.said(wang.openId)).toEqual([]);
    const wait = runAt - box.now();
    await box.pass(wait - 500);
    await box.drain();
    expect(box.said(wang.openId)).toEqual([]);
    await box.pass(500);
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
  });
  test.each([
    ["5 a second to one person (230020)", { refuse_code: { value: 230020, next: 3, path: SEND } }],
    ["a platform that fails (502)", { status_5xx: { value: 502, next: 3, path: SEND } }],
  ])("%s: each wait twice as long", async (_, fault) => {
    const id = await box.queue(box.text("甲"));
    await box.faults(fault);
    await box.drain();
    const waits: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { runAt, unanswered } = await box.entryOf(id);
      expect(unanswered).toBe(0);
      waits.push(Math.round((runAt - box.now()) / 1000));
      await box.pass(runAt - box.now());
      await box.drain();
    }
    expect(waits).toEqual([2, 4, 8]);
    expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
    expect(await box.entryOf(id)).toMatchObject({ status: "sent", attempts: 4, lastError: null });
  });
  test("what comes after it for the same person waits, for others not", async () => {
    const first = await box.queue(box.text("甲一"), box.text("甲二"), box.text("乙", li.openId));
    await box.faults({ status_5xx: { value: 500, next: 1, path: SEND, person: wang.openId } });
    await box.drain();
    expect([box.said(wang.openId), box.said(li.openId)]).toEqual([[], ['{"text":"乙"}']]);
    // The outbox is next examined when the first entry is due, and not repeatedly before.
    expect(await nextRunAt(box.world.deps.db)).toBe((await box.entryOf(first)).runAt);
    await box.pass(3000);
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"甲一"}', '{"text":"甲二"}']);
  });
});

describe("no answer", () => {
  const dropped = { drop_answer: { value: true, path: SEND, person: "ou_wang" } };
  test("is tried again under the same uuid: the person sees it once", async () => {
    const id = await box.queue(box.text("甲"));
    await box.faults({ drop_answer: { value: true, next: 1, path: SEND } });
    await box.drain();
    expect(await box.entryOf(id)).toMatchObject({ status: "pending", unanswered: 1 });
    expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
    await box.pass(5000);
    await box.drain();
    const [message] = box.world.inbox(wang.openId);
    expect(await box.entryOf(id)).toMatchObject({ status: "sent", messageId: message?.message_id });
    expect(box.world.inbox(wang.openId)).toHaveLength(1);
  });
  test("for 55 minutes: unsure, the office decides, and “send again” works once", async () => {
    const id = await box.queue(box.card("open"));
    await box.faults(dropped);
    await box.drain();
    for (let minutes = 0; minutes < 60; minutes += 11) {
      await box.pass(11 * MINUTE);
      await box.drain();
    }
    expect((await box.entryOf(id)).status).toBe("unsure");
    expect(box.world.inbox(wang.openId)).toHaveLength(1);
    await box.faults({ drop_answer: null });
    await box.drain();
    const office = atClient(box.world, zhao.openId);
    const told = office.card("有消息不确定是否送达");
    expect(told.words).toContain("2026年第三季度 碛口镇");
    expect(told.words).toContain("发给碛口镇填报人");
    expect(told.words).not.toContain("王建军");
    expect((await office.press(told, "再发一次")).toast).toBe("正在重新发送。");
    expect(box.world.inbox(wang.openId)).toHaveLength(2);
    // Other members of the office see later that it was handled.
    expect(office.again(told).words).toContain("已处理");
    expect(buttonsOf(office.again(told).card)).toEqual([]);
    expect(box.world.inbox(zhao.openId)).toHaveLength(1);
  });
  test("two of the office who press at once send it once", async () => {
    const id = await box.queue(box.card("open"));
    await box.faults(dropped);
    await box.drain();
    await box.pass(56 * MINUTE);
    await box.drain();
    await box.faults({ drop_answer: null });
    await box.drain();
    const office = atClient(box.world, zhao.openId);
    const told = office.card("有消息不确定是否送达");
    const both = await Promise.all([office.press(told, "再发一次"), office.press(told, "再发一次")]);
    expect(both.map(({ toast }) => toast).sort()).toEqual(["已经办理过了，这是最新情况。", "正在重新发送。"]);
    expect(box.world.inbox(wang.openId)).toHaveLength(2);
    expect((await box.entryOf(id)).status).toBe("superseded");
  });
});

describe("a process that ended between sending and noting it", () => {
  test("is made good after a minute, under the same uuid: nothing is sent twice", async () => {
    const id = await box.queue(box.text("甲"));
    const [claimed] = await claimDue(box.world.deps.db, box.now(), 8);
    if (!claimed) throw new Error("nothing claimed");
    const content = { msgType: "text" as const, content: claimed.content, uuid: claimed.id };
    await box.world.deps.feishu.sendMessage({ ...content, receiveIdType: "open_id", receiveId: claimed.to });
    await box.drain();
    expect((await box.entryOf(id)).status).toBe("pending");
    await box.pass(MINUTE);
    await box.drain();
    expect((await box.entryOf(id)).status).toBe("sent");
    expect(box.world.inbox(wang.openId)).toHaveLength(1);
  });
  test("and found only an hour later is not sent again but asked about", async () => {
    const id = await box.queue(box.text("甲"));
    await claimDue(box.world.deps.db, box.now(), 8);
    await box.pass(61 * MINUTE);
    await box.drain();
    expect((await box.entryOf(id)).status).toBe("unsure");
    expect(box.world.inbox(wang.openId)).toEqual([]);
  });
});

test("what has lost its reason is not sent: only what has gone out, or is on its way, stands", async () => {
  const { db } = box.world.deps;
  await box.queue(box.text("甲"));
  await box.drain();
  const rows = ["甲", "乙", "丙", "丁"].map((said, n) => box.text(said, [wang, li, zhao, wang][n]?.openId));
  await box.queue(...rows.slice(1));
  const [running] = await claimDue(db, box.now(), 1);
  expect(running?.to).toBe(li.openId);
  const dropped = rows.slice(0, 3).map(({ id }) => id);
  const audit = { actor: "t", kind: "t", subject: "" };
  const step = { item: "task t1", since: "2026-10-12", step: 1 };
  await commit(db, { audit, writes: [insertStep(db, step, dropped, box.now())] }, box.now());
  await commit(db, { audit, writes: withdrawReminders(db, [step.item]) }, box.now());
  const states = await Promise.all(rows.map(async ({ id }) => (await box.entryOf(id)).status));
  expect(states).toEqual(["sent", "pending", "superseded", "pending"]);
  await box.drain();
  expect([box.said(zhao.openId), box.said(wang.openId)]).toEqual([[], ['{"text":"甲"}', '{"text":"丁"}']]);
});

test("while a long round goes on, whoever has more to send does not wait for its end", async () => {
  const { deps } = box.world;
  let goOn = () => {};
  const turn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const rateLimit = { ...deps.rateLimit, turn: () => turn };
  await box.queue(box.text("戊", li.openId));
  const round = drainOutbox({ ...deps, rateLimit });
  await box.queue(box.text("己"));
  // Each event of that time asks; nothing of it is kept until the end.
  await Promise.all(Array.from({ length: 1_000 }, () => sendSoon(deps)));
  expect([box.said(li.openId).length, box.said(wang.openId).length]).toEqual([0, 0]);
  goOn();
  await round;
  expect([box.said(li.openId).length, box.said(wang.openId).length]).toEqual([1, 1]);
});

test("rounds that overlap share one: every message goes out once, and none stays behind", async () => {
  await box.queue(...[1, 2, 3].map((n) => box.text(`甲${n}`)));
  const rounds = [box.drain(), box.drain(), box.drain()];
  await box.queue(box.text("乙", li.openId));
  rounds.push(box.drain());
  await Promise.all(rounds);
  expect([box.said(wang.openId).length, box.said(li.openId).length]).toEqual([3, 1]);
  const row = box.text("丙", li.openId);
  await box.drain().then(() => box.queue(row));
  await box.drain();
  expect((await box.entryOf(row.id)).status).toBe("sent");
});
