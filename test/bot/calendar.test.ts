import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countRecords } from "../../db/records.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { setNoticeYears } from "../../src/domain/calendar/working-days.ts";
import { dueDate } from "../../src/domain/quarter/dates.ts";
import { NOTICE_2027 } from "../domain/holiday-notice/invented.ts";
import { NOTICES } from "../domain/holiday-notice/notices.ts";
import { type AtClient, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Next year's holidays are announced in November, months before any package contains them: the office pastes
// the notice, a second person confirms it, and everything that waited for it continues.

let world: DemoWorld;
let first: AtClient;
let second: AtClient;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  first = world.who("city_office", "", 0);
  second = world.who("city_office", "", 1);
});
afterEach(async () => {
  setNoticeYears([]);
  await world.close();
});

const due = () => dueDate("2026Q4", world.deps.programme);

describe("a holiday notice pasted by the office", () => {
  it("becomes a card with days off, working weekends and the due dates that follow; nothing counts yet", async () => {
    const [answer] = await first.say(NOTICE_2027);
    if (!answer) throw new Error("no answer");
    const { words } = shownIn(answer);
    expect(words).toContain("2027年节假日安排");
    expect(words).toContain("春节：2027年2月5日至2月11日，共7天");
    expect(words).toContain("2027年10月9日");
    expect(words).toContain("2026年第四季度：2027年1月12日");
    expect(words).toContain("鼓励单位结合带薪年休假等制度，安排职工在2月4日（周四）休息");
    expect(due()).toEqual({ known: false, year: 2027 });
  });
  it("is not confirmed by whoever pasted it; a colleague confirms it, and deadlines are counted by it", async () => {
    await first.say(NOTICE_2027);
    expect(first.card("2027年节假日安排").words).not.toContain("核对无误，启用");
    const confirmed = await second.press(second.card("2027年节假日安排"), "核对无误，启用");
    expect(confirmed.toast).toContain("已启用");
    // At once, as the answer says, and not with the next heartbeat.
    expect(due()).toMatchObject({ known: true, due: "2027-01-12" });
  });
  it("waits for the others, in lists and reminders, and never for whoever pasted it", async () => {
    await first.say(NOTICE_2027);
    expect(first.card("2027年节假日安排").words).toContain("须由另一位同志办理");
    const waiting = async (who: AtClient) => shownIn((await who.say("我的任务"))[0]).words;
    expect(await waiting(first)).toContain("目前没有");
    expect(await waiting(second)).toContain("共1项");
    await world.moveTo("2026-11-20T09:05:00+08:00");
    await beat(world.deps);
    await world.settle();
    expect(second.card("已过期限").words).toContain("2027年节假日安排");
    const told = world.inbox(first.openId).filter(({ content }) => content.includes("已过期限"));
    expect(told.filter(({ content }) => content.includes("节假日安排"))).toEqual([]);
  });
  it("is confirmed by a leader where the office is one person", async () => {
    await first.say(NOTICE_2027);
    const leader = world.who("leader");
    const confirmed = await leader.press(leader.card("2027年节假日安排"), "核对无误，启用");
    expect(confirmed.toast).toContain("已启用");
  });
  it("twice is one proposal", async () => {
    await first.say(NOTICE_2027);
    const [again] = await second.say(NOTICE_2027);
    if (!again) throw new Error("no answer");
    expect(shownIn(again).words).toContain("2027年节假日安排");
    expect(await countRecords(world.deps.db, { procedure: "calendar" })).toBe(1);
  });
  it("is read in English by who reads English: festivals, days, and what is missing", async () => {
    const english = world.who("city_office", "", 2);
    const [answer] = await english.say(NOTICE_2027);
    const { words } = shownIn(answer);
    expect(words).toContain("Spring Festival: 5 Feb to 11 Feb 2027, 7 days");
    expect(words).toContain("Working weekend days: 14 Feb 2027, 8 May 2027");
    const [cut] = await english.say(NOTICE_2027.slice(0, NOTICE_2027.indexOf("六、中秋节")));
    expect(textIn(cut)).toContain("Missing: Mid-autumn Festival, National Day");
  });
  it("cut in the middle says what is missing and enters nothing", async () => {
    const [answer] = await first.say(NOTICE_2027.slice(0, NOTICE_2027.indexOf("五、端午节")));
    if (!answer) throw new Error("no answer");
    expect(textIn(answer)).toContain("缺少端午节、中秋节、国庆节");
  });
  it("with the days that are in force already is answered so, and asks nobody to confirm it", async () => {
    const [known] = await first.say(NOTICES.find(({ year }) => year === 2025)?.text ?? "");
    expect(textIn(known)).toContain("与正在使用的2025年节假日安排一致");
    await first.say(NOTICE_2027);
    await second.press(second.card("2027年节假日安排"), "核对无误，启用");
    const before = world.inbox(second.openId).length;
    const [again] = await first.say(NOTICE_2027);
    expect(textIn(again)).toContain("与正在使用的2027年节假日安排一致");
    expect(world.inbox(second.openId)).toHaveLength(before);
    expect(await countRecords(world.deps.db, { procedure: "calendar" })).toBe(1);
  });
  it("that changes a day in force is proposed, and changes nothing until it is confirmed", async () => {
    await first.say(NOTICE_2027);
    await second.press(second.card("2027年节假日安排"), "核对无误，启用");
    const later = NOTICE_2027.replace("1月1日（周五）至3日（周日）放假，共3天", "1月1日（周五）放假1天");
    const [answer] = await first.say(later);
    expect(shownIn(answer).words).toContain("待确认");
    expect(due()).toMatchObject({ known: true, due: "2027-01-12" });
  });
  it.each(["town_official", "leader"] as const)(
    "by a %s is no proposal, and says who may make one",
    async (role) => {
      const [answer] = await world.who(role, role === "leader" ? "" : "qikou").say(NOTICE_2027);
      expect(textIn(answer)).toContain("它由市特色镇领导小组办公室的同志在与我的私聊里提交");
      expect(await countRecords(world.deps.db, { procedure: "calendar" })).toBe(0);
    },
  );
  it("in a group is no proposal either, whoever pastes it there", async () => {
    const [answer] = await first.say(NOTICE_2027, "oc_leadinggroup");
    expect(textIn(answer)).toContain("在与我的私聊里提交");
    expect(await countRecords(world.deps.db, { procedure: "calendar" })).toBe(0);
  });
});
