import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRunAt } from "../../db/outbox.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";
import { li, type OpenOutbox, openOutbox, SEND, wang, zhao } from "./open-outbox.ts";

// Unrequested messages are sent only from 09:00 to 18:00 on working days; requests are answered at any time.

const at = (time: string) => Date.parse(`2026-10-${time}:00+08:00`);

describe("what waits for working hours", () => {
  let box: OpenOutbox;
  beforeEach(async () => {
    box = await openOutbox({ now: "2026-10-16T17:50:00+08:00" });
  });
  afterEach(() => box.world.close());
  const quietly = (text: string, to = wang.openId) =>
    enqueueText({ openId: to, quiet: true }, text, text, box.now());
  const passTo = (time: string) => box.pass(at(time) - box.now());

  test("goes out on the next working morning, and at once in working hours", async () => {
    await box.queue(quietly("周五"));
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"周五"}']);
    await passTo("16T18:00");
    await box.queue(quietly("周末"));
    await box.drain();
    for (const time of ["17T10:00", "18T10:00", "19T08:59"]) {
      await passTo(time);
      await box.drain();
    }
    expect(box.said(wang.openId)).toHaveLength(1);
    expect(await nextRunAt(box.world.deps.db)).toBe(at("19T09:00"));
    await passTo("19T09:00");
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"周五"}', '{"text":"周末"}']);
  });

  test("after a long outage too, and it holds up no answer meanwhile", async () => {
    const id = await box.queue(quietly("通知"));
    await passTo("16T20:00");
    await box.drain();
    expect(await box.entryOf(id)).toMatchObject({ status: "pending", attempts: 0, runAt: at("19T09:00") });
    await box.queue(box.text("答复"));
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"答复"}']);
    await passTo("19T09:00");
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"答复"}', '{"text":"通知"}']);
  });

  test("although it was refused before six: the evening's answers do not wait for it", async () => {
    const id = await box.queue(quietly("通知"));
    await box.faults({ status_5xx: { value: 500, next: 1, path: SEND } });
    await box.drain();
    await passTo("16T18:10");
    await box.queue(box.text("答复"));
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"答复"}']);
    expect(await box.entryOf(id)).toMatchObject({ status: "pending", attempts: 0, firstTriedAt: null });
    await passTo("19T09:00");
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"答复"}', '{"text":"通知"}']);
  });

  test("but not what may have arrived already: its uuid would not protect it in the morning", async () => {
    const id = await box.queue(quietly("通知"));
    await box.faults({ drop_answer: { value: true, next: 1, path: SEND } });
    await box.drain();
    await passTo("16T18:10");
    await box.drain();
    expect(await box.entryOf(id)).toMatchObject({ status: "sent" });
    expect(box.said(wang.openId)).toEqual(['{"text":"通知"}']);
  });

  test("an answer overtakes a notice nobody has tried to send yet, and notices stay in order", async () => {
    const many = Array.from({ length: 8 }, (_, n) => quietly(`通知${n}`));
    await box.queue(...many, quietly("乙", li.openId));
    await box.queue(box.text("答复"));
    await box.drain();
    const said = box.said(wang.openId);
    expect(said.indexOf('{"text":"答复"}')).toBeLessThan(5);
    expect(said.filter((text) => text.includes("通知"))).toEqual(many.map(({ content }) => content));
  });

  test("a card that is replaced makes no sound and waits for nothing", async () => {
    await box.queue(box.card("open"));
    await box.drain();
    await passTo("17T10:00");
    const [message] = box.world.inbox(wang.openId);
    await box.remember(message?.message_id ?? "");
    const update = await box.mark(message?.message_id ?? "");
    await box.drain();
    expect((await box.entryOf(update)).status).toBe("sent");
  });

  test("the office hears of what could not be delivered in the morning", async () => {
    await passTo("16T19:00");
    await box.queue(box.text("答复"));
    await box.faults({ refuse_code: { value: 230013, path: SEND, person: wang.openId } });
    await box.drain();
    expect(box.said(zhao.openId)).toEqual([]);
    await passTo("19T09:00");
    await box.drain();
    expect(box.said(zhao.openId)).toHaveLength(1);
  });
});

describe("a quarter after hours", () => {
  let world: DemoWorld;
  beforeEach(async () => {
    world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T19:30:00+08:00" });
  });
  afterEach(() => world.close());

  test("opened in the evening: whoever opened it sees it, everyone else in the morning", async () => {
    const office = world.who("city_office");
    await office.say("谁还没报");
    await office.press(office.card("开启"), "开启填报");
    expect(office.card("进度").words).toContain("第三季度");
    const others = [world.who("town_official", "qikou"), world.who("city_office", "", 1)];
    for (const { openId } of others) expect(world.inbox(openId)).toEqual([]);
    await world.moveTo("2026-10-13T09:00:00+08:00");
    for (const { openId } of others) expect(world.inbox(openId)).toHaveLength(1);
  });

  test("a report handed in at night is with the reviewer in the morning, and a return with the town", async () => {
    const office = world.who("city_office");
    await office.say("谁还没报");
    await office.press(office.card("开启"), "开启填报");
    const town = world.who("town_official", "qikou");
    const county = world.who("county_reviewer", "linxian");
    // Requested, so it is sent at any time.
    await town.say("我的填报");
    const filled = await fillSections(town, town.card(), await figuresOf(world, "2026Q3", "qikou"));
    const done = await town.press(await sendPhoto(town, filled, 1), "提交审核");
    expect(done.words).toContain("已提交");
    expect(world.inbox(county.openId)).toEqual([]);
    await world.moveTo("2026-10-13T09:00:00+08:00");
    expect(county.card("待审核").words).toContain("碛口");

    await world.moveTo("2026-10-13T18:30:00+08:00");
    const before = world.inbox(town.openId).length;
    const form = await county.press(county.card("待审核"), "退回修改");
    await county.press(form, "退回", { "cells.image": ["image/project.p1.actual"], reason: "请核对。" });
    expect(world.inbox(town.openId)).toHaveLength(before);
    await world.moveTo("2026-10-14T09:00:00+08:00");
    expect(town.card("退回").words).toContain("请核对。");
  });
});
