import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { claimDue } from "../../db/claim-due.ts";
import { evidenceOf } from "../../db/evidence.ts";
import { outboxCounts } from "../../db/outbox.ts";
import { findReport } from "../../db/reports.ts";
import { handleEvent } from "../../src/bot/handle-event.ts";
import { story } from "../story.ts";
import { type AtClient, photo } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { deliver, press, pressForged, sealedFor } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, saveButton, sendPhoto } from "./fill-quarter.ts";

// The platform delivers at least once; the effects of a delivery happen once.

let world: DemoWorld;
let town: AtClient;
let office: AtClient;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou"] });
  town = world.who("town_official", "qikou");
  office = world.who("city_office");
});
afterEach(() => world.close());

/** A private message as delivered by the platform. */
const message = (by: string, messageId: string, text: string) => ({
  sender: { sender_id: { open_id: by }, sender_type: "user", tenant_key: "tenant0001" },
  message: {
    message_id: messageId,
    create_time: "1760000000000",
    update_time: "1760000000000",
    chat_id: "oc_private",
    chat_type: "p2p",
    message_type: "text",
    content: JSON.stringify({ text }),
  },
});

describe("an event", () => {
  it("delivered twice at once and again later is answered once", async () => {
    const body = sealedFor(world, "im.message.receive_v1", message(town.openId, "om_1", "排名"), "event-1");
    const before = world.inbox(town.openId).length;
    const answers = await Promise.all([deliver(world, body), deliver(world, body), deliver(world, body)]);
    await world.moveTo("2026-10-12T16:00:00+08:00");
    answers.push(await deliver(world, body));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(world.inbox(town.openId)).toHaveLength(before + 1);
  });

  it("under another event id is the same message, and answered once", async () => {
    const told = message(town.openId, "om_2", "帮助");
    const before = world.inbox(town.openId).length;
    const bodies = ["event-2", "event-3"].map((id) => sealedFor(world, "im.message.receive_v1", told, id));
    await Promise.all(bodies.map((body) => deliver(world, body)));
    await deliver(world, sealedFor(world, "im.message.receive_v1", told, "event-4"));
    expect(world.inbox(town.openId)).toHaveLength(before + 1);
  });

  it("of the bot's menu, or of a chat opened again and again, is answered once", async () => {
    const tapped = { operator: { operator_id: { open_id: town.openId } }, event_key: "help", timestamp: 1 };
    const body = sealedFor(world, "application.bot.menu_v6", tapped, "menu-1");
    const before = world.inbox(town.openId).length;
    await Promise.all([deliver(world, body), deliver(world, body)]);
    expect(world.inbox(town.openId)).toHaveLength(before + 1);

    const area = world.demo.people.find(({ role }) => role === "department")?.area;
    const department = world.who("department", area);
    const app_id = world.sandbox.apps[0]?.app_id ?? "";
    for (let n = 0; n < 3; n += 1) await world.act({ act: "enter", as: department.openId, app_id });
    expect(world.inbox(department.openId)).toHaveLength(1);
    expect(department.card().words).toContain("我能做什么");
  });

  it("that the platform repeats although it was acknowledged leads to one answer", async () => {
    await world.change("faults", { duplicate: true });
    expect(await world.who("leader").say("排名")).toHaveLength(1);
    expect(await world.who("leader").say("排名", "oc_leadinggroup")).toHaveLength(1);
    const appId = world.sandbox.apps[0]?.app_id ?? "";
    const members = [town.openId];
    const { chat_id = "" } = await world.act({
      act: "create_group",
      as: office.openId,
      name: "新群",
      members,
    });
    await world.act({ act: "add_bot", as: office.openId, chat_id, app_id: appId });
    expect(world.group(chat_id)).toHaveLength(1);
    await world.change("faults", { duplicate: null });
  });
});

const { step, chapter } = story("a quarter in which every press is made twice");

chapter("a press", () => {
  step("by two of the office at once opens the quarter once", async () => {
    const second = world.who("city_office", "", 1);
    await office.say("谁还没报");
    await second.say("谁还没报");
    const [one, two] = [office.card("开启"), second.card("开启")];
    const pressed = await Promise.all([office.press(one, "开启填报"), second.press(two, "开启填报")]);
    expect(pressed.map(({ toast }) => toast).sort()).toEqual([
      "已开启填报，卡片正在发给各填报人。",
      "这个季度已经开启。",
    ]);
    const cards = world.inbox(town.openId).filter((m) => m.content.includes("open__2026Q3__qikou"));
    expect(cards).toHaveLength(1);
  });

  step("delivered twice at once and later is carried out once", async () => {
    const form = await town.press(town.card("季度填报"), "open__investment");
    const chatId = world.inbox(town.openId)[0]?.chat_id ?? "";
    const typed = { "investment/cumulative": "8820", "investment/words": "一次" };
    const event = press(
      town.openId,
      { messageId: form.messageId, chatId },
      { action: saveButton(form), form: typed },
    );
    const body = sealedFor(world, "card.action.trigger", event, "press-1");
    const before = (await findReport(world.deps.db, "2026Q3", "qikou"))?.revision ?? 0;
    const answers = await Promise.all([deliver(world, body), deliver(world, body)]);
    answers.push(await deliver(world, body));
    const toasts = answers.map(({ answer }) => answer.toast?.content ?? "");
    expect(toasts.sort()).toEqual([
      expect.stringContaining("累计投资 8,820.00万元，资金来源合计 4,560.00万元"),
      "已经办理过了，这是最新情况。",
      "已经办理过了，这是最新情况。",
    ]);
    for (const { answer } of answers) expect(JSON.stringify(answer.card)).toContain("8,820.00万元");
    expect((await findReport(world.deps.db, "2026Q3", "qikou"))?.revision).toBe(before + 1);
  });

  step("of 提交审核, repeated, brings the county one card", async () => {
    await town.say("我的填报");
    const filled = await fillSections(town, town.card("季度填报"), await figuresOf(world, "2026Q3", "qikou"));
    const overview = await sendPhoto(town, filled, 1);
    await Promise.all([town.press(overview, "提交审核"), town.press(overview, "提交审核")]);
    const county = world.who("county_reviewer", "linxian");
    expect(world.inbox(county.openId)).toHaveLength(1);
    const review = county.card("待审核");
    await Promise.all([county.press(review, "通过"), county.press(review, "通过")]);
    expect(await findReport(world.deps.db, "2026Q3", "qikou")).toMatchObject({ status: "approved" });
  });
});

chapter("a photo's message", () => {
  step("that comes twice is stored and acknowledged once", async () => {
    const person = world.who("town_official", "puming");
    const form = await person.press(person.card(), "open__image");
    await world.change("faults", { duplicate: true });
    expect(await person.reply(form, photo(7))).toHaveLength(1);
    await world.change("faults", { duplicate: null });
    expect(await evidenceOf(world.deps.db, "2026Q3/puming")).toHaveLength(1);
  });
});

chapter("announcing and publishing", () => {
  step("pressed by two of the office at once happen once and are told once", async () => {
    const second = world.who("city_office", "", 1);
    await world.moveTo("2026-10-30T10:00:00+08:00");
    for (const person of [office, second]) await person.say("谁还没报");
    const before = world.inbox(town.openId).length;
    const both = (button: string) =>
      Promise.all([office, second].map((person) => person.press(person.card("报送进度"), button)));
    const announced = await both("公布暂定得分");
    expect(announced.map(({ toast }) => toast.slice(0, 6)).sort()).toEqual(["暂定得分已发", "暂定得分已经"]);
    await later(7 * 24 * 60);
    for (const person of [office, second]) await person.press(person.card("报送进度"), "刷新");
    const pressed = await both("发布排名");
    expect(pressed.map(({ toast }) => toast.slice(0, 3)).sort()).toEqual(["已发布", "这个季"]);
    const rankings = world
      .group("oc_leadinggroup")
      .filter((m) => m.content.includes("2026年第三季度综合排名"));
    expect(rankings).toHaveLength(1);
    expect(world.inbox(town.openId)).toHaveLength(before + 1);
  });

  step("leaves a sound audit log behind", async () => {
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
  });
});

describe("a message of ours", () => {
  let leader: AtClient;
  beforeEach(() => {
    leader = world.who("leader");
  });
  const received = () => world.inbox(leader.openId).length;
  const loseAnswer = () =>
    world.change("faults", { drop_answer: { value: true, next: 1, path: "/im/v1/messages" } });

  it("that arrived although the platform's answer was lost is not sent again", async () => {
    await loseAnswer();
    const first = await leader.say("排名");
    expect(first).toHaveLength(1);
    expect(await outboxCounts(world.deps.db)).toMatchObject({ pending: 1 });
    const before = received();
    await later(1);
    expect(received()).toBe(before);
    expect(await outboxCounts(world.deps.db)).not.toHaveProperty("pending");
  });

  it("that had no answer for an hour is left to a person, who may send it again", async () => {
    await loseAnswer();
    await leader.say("帮助");
    const before = received();
    await later(70);
    expect(received()).toBe(before);
    expect(await outboxCounts(world.deps.db)).toMatchObject({ unsure: 1 });
    const unsure = office.card("不确定是否送达");
    const again = await office.press(unsure, "再发一次");
    expect(again.toast).toBe("正在重新发送。");
    expect(received()).toBe(before + 1);
    // Its card has no buttons any more; a press already in progress has no effect.
    const [name = ""] = buttonsOf(unsure.card).map((button) => button.name);
    expect(buttonsOf(office.again(unsure).card)).toEqual([]);
    const late = await pressForged(world, office.openId, unsure.messageId, name);
    expect(late.answer.toast?.content).toContain("已经办理过了");
    expect(received()).toBe(before + 1);
  });

  it("that was on its way when the bot died is sent within the hour, and left to a person after it", async () => {
    for (const [minutes, more] of [
      [2, 1],
      [70, 0],
    ] as const) {
      const before = received();
      await queued(`om_dying_${minutes}`);
      await claimDue(world.deps.db, world.clock.now(), 8);
      await later(minutes);
      expect(received()).toBe(before + more);
    }
    expect(await outboxCounts(world.deps.db)).toMatchObject({ unsure: 1 });
  });

  it("that the platform refused for now goes out once, later", async () => {
    await world.change("faults", { status_5xx: { value: true, next: 2, path: "/im/v1/messages" } });
    expect(await leader.say("帮助")).toEqual([]);
    const before = received();
    for (const minutes of [1, 2, 3]) await later(minutes);
    expect(received()).toBe(before + 1);
  });

  /** A question recorded as handled, with its answer still unsent in the outbox. */
  async function queued(messageId: string): Promise<void> {
    const told = message(leader.openId, messageId, "排名");
    const event = { eventId: messageId, eventType: "im.message.receive_v1", event: told, createdAt: 0 };
    await handleEvent(world.deps, { kind: "event", ...event });
  }
});

/** Moves the clocks of the bot and the platform. */
async function later(minutes: number): Promise<void> {
  await world.jumpTo(new Date(world.clock.now() + minutes * 60_000).toISOString());
}
