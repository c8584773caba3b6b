import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { guestOf } from "../../../src/domain/meeting/invitation.ts";
import { hostedIn } from "../../../src/domain/meeting/meeting.ts";
import { KNOWN_SCOPES } from "../../../src/sandbox/page/tools/known-settings.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, photo, shownIn, textIn } from "../at-client.ts";
import { buttonsOf, fieldsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { type AtRecord, atRecord } from "../procedures/at-record.ts";

// 现场会: proposed where the largest gap was closed, approved by a leader, in the calendar and in everyone's chat; answered,
// signed in to, written up, and what it decides supervised.

let world: DemoWorld;
let at: AtRecord;
let office: AtClient;
let leader: AtClient;
let qikou: AtClient;
let linxian: AtClient;
let housing: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi", "wutong"], now: "2026-10-12T10:00:00+08:00" });
  at = atRecord(world);
  office = world.who("city_office");
  leader = world.who("leader");
  qikou = world.who("town_official", "qikou");
  linxian = world.who("county_reviewer", "linxian");
  housing = world.who("department", "housing");
});
afterAll(() => world.close());

const invitationOf = async (to: string) => {
  const records = await listRecords(world.deps.db, { procedure: "invitation" });
  const record = records.findLast(({ data }) => data.to === to);
  if (!record) throw new Error(`${to} is not invited`);
  return record;
};
const calendar = async (): Promise<Array<{ event: Record<string, unknown>; attendees: unknown[] }>> => {
  const made: unknown = await (await fetch(`${world.sandbox.url}/sandbox/made`)).json();
  return Object(made).events;
};
const draft = (change: Record<string, unknown> = {}) => ({
  ...{ town: "qikou", reason: "驳岸和管网做法可看", agenda: "看现场；交流", place: "游客中心" },
  ...{ day: "2026-10-28", time: "09:30", hours: "2", guests: ["@counties", "department.housing"] },
  ...change,
});
async function propose(change: Record<string, unknown> = {}) {
  await office.say("现场会什么时候开");
  const form = await office.press(office.card("现场会"), "new__meeting__//");
  return { form, proposed: await office.press(form, "begin__meeting__//__propose", draft(change)) };
}

const putForward = ({ card }: { card: Parameters<typeof buttonsOf>[0] }) =>
  buttonsOf(card).flatMap(({ primary, text }) => (primary ? [text] : []));

const { chapter, step } = story("a meeting on site");

chapter("before it", () => {
  step("is proposed with the figure it rests on, not on a day off without a reason", async () => {
    const { form, proposed } = await propose({ day: "2026-10-31" });
    expect(form.words).toMatch(/差距缩小最多的单位：.+缩小差距[\d.]+%/);
    // Whoever closed the largest gap is offered first; nobody is chosen beforehand.
    const [best] = fieldsOf(form.card).flatMap(({ name, options }) => (name === "town" ? options : []));
    expect(best?.text).toMatch(/缩小差距[\d.]+%/);
    expect(boxesOf(form).town).toBe("");
    expect(proposed.toast).toContain("这一天不是工作日");
    expect((await propose()).proposed.words).toContain("待领导审定");
    const { data } = await at.newest("meeting");
    expect(data.gap).toMatchObject({ from: "2026Q1", to: "2026Q2" });
    expect(leader.card("现场会：2026年10月28日").words).toContain("同意召开");
    await leader.say("现场会什么时候开");
    expect(leader.card("待领导审定：").words).toContain("10月28日");
  });

  step("is not approved by the office, and by one of two leaders at once", async () => {
    const { id } = await at.newest("meeting");
    expect(await at.forged(office, id, "approve")).toBe("这一步不由您办理。");
    const both = await Promise.all(
      [leader, world.who("leader", "", 1)].map((who) => at.forged(who, id, "approve")),
    );
    expect(both.filter((toast) => toast.startsWith("已同意"))).toHaveLength(1);
    await world.settle();
    expect((await at.newest("meeting")).log.filter(({ step: name }) => name === "approve")).toHaveLength(1);
  });

  step("once a leader agrees, everyone invited has a card, and the calendar an entry", async () => {
    const invited = await listRecords(world.deps.db, { procedure: "invitation" });
    const counties = world.deps.programme.counties.length;
    expect(invited.map((one) => guestOf(one).to).sort()).toHaveLength(counties + 2);
    for (const who of [qikou, linxian, housing]) {
      const card = who.card("现场会邀请");
      expect(card.words).toContain("游客中心");
      expect(card.words).toContain("差距缩小");
    }
    const [entry, ...more] = await calendar();
    expect(more).toEqual([]);
    expect(entry?.event).toMatchObject({
      summary: expect.stringMatching(/^现场会：2026年10月28日.*，碛口镇$/),
      start_time: { timestamp: String(Date.parse("2026-10-28T09:30:00+08:00") / 1000) },
      location: { name: "游客中心" },
      vchat: { vc_type: "no_meeting" },
    });
    expect(entry?.attendees).toHaveLength(counties + 2);
    expect((await at.newest("meeting")).data.event).not.toBe("");
    const { words } = await at.seen(office, (await at.newest("meeting")).id);
    expect(words).toContain("已写入日历 · 系统记录");
    // Until the day there is nothing for the office to do, least of all to put it off.
    expect(putForward(await at.seen(office, (await at.newest("meeting")).id))).toEqual([]);
    expect(putForward(qikou.card("现场会邀请"))).toEqual(["收到，参加"]);
  });

  step("is entered once, however often that is tried", async () => {
    const entry = { title: "x", description: "", start: 0, end: 3_600_000, place: "y", openIds: [] };
    const key = "k".repeat(40);
    const [first, again] = [
      await world.deps.feishu.createEvent({ ...entry, key }),
      await world.deps.feishu.createEvent({ ...entry, key }),
    ];
    expect(again.eventId).toBe(first.eventId);
  });

  step("is answered by all at once: coming, by a deputy, or excused with a reason", async () => {
    const [town, county, department] = await Promise.all(
      ["town.qikou", "county.linxian", "department.housing"].map(invitationOf),
    );
    const answers = await Promise.all([
      at.forged(qikou, town?.id ?? "", "accept"),
      at.forged(linxian, county?.id ?? "", "deputise", { deputy: "张强 副县长" }),
      at.forged(housing, department?.id ?? "", "excuse", { why: "省里开会" }),
    ]);
    expect(answers).toEqual(["已答复：参加。", "已答复：派人代会。", "已答复：请假，市办会看到。"]);
    expect(await at.forged(qikou, county?.id ?? "", "accept")).toBe("这一步不由您办理。");
    expect(office.card("现场会邀请").words).toContain("省里开会");
    const seen = await at.seen(office, (await at.newest("meeting")).id);
    expect(seen.words).toContain("临县（由张强 副县长代会）");
    expect(seen.words).toContain("市住建局（省里开会）");
    expect(seen.words).toMatch(/待答复：离石区、孝义市、汾阳市/);
    expect(putForward(qikou.card("现场会邀请"))).toEqual([]);
    expect(await at.forged(qikou, town?.id ?? "", "attend")).toBe("还没有到开会的日期。");
  });

  step("is answered in words as well, in reply to the invitation", async () => {
    const lishi = world.who("county_reviewer", "lishi");
    const invited = () => lishi.card("现场会邀请");
    const [coming] = await lishi.reply(invited(), "收到");
    expect(textIn(coming)).toBe("已答复：参加。");
    const [sent] = await lishi.reply(invited(), "派张强副区长参加");
    expect(textIn(sent)).toBe("已答复：派人代会。");
    expect((await invitationOf("county.lishi")).data.deputy).toBe("张强副区长");
    const [form] = await lishi.reply(invited(), "当天省里开会，参加不了");
    expect(boxesOf(shownIn(form)).why).toBe("当天省里开会，参加不了");
  });

  step("is asked about by a sentence, by anybody and in a group", async () => {
    const asked = "下次现场会什么时候开";
    await world.who("town_official", "xinyi").say(asked);
    expect(world.who("town_official", "xinyi").card("现场会").words).toMatch(
      /2026年10月28日.* 09:30，碛口镇，游客中心/,
    );
    await qikou.say(asked);
    const own = qikou.card("您的答复：参加");
    expect((await qikou.press(own, "我的答复")).words).toContain("现场会邀请");
    const [answer] = await leader.say(asked, "oc_leadinggroup");
    expect(answer?.content).toContain("10月28日");
  });
});

chapter("on the day and after it", () => {
  step("who comes signs in by a button", async () => {
    await world.moveTo("2026-10-28T09:20:00+08:00");
    await qikou.say("现场会签到");
    const invited = await qikou.press(qikou.card("您的答复：参加"), "去签到");
    expect(putForward(invited)).toEqual(["签到"]);
    expect((await qikou.press(invited, "签到")).words).toContain("已签到");
  });

  step("the minutes go to everyone invited; whoever did not sign in is listed so", async () => {
    const { id } = await at.newest("meeting");
    await office.reply(await at.seen(office, id), photo(1));
    const held = await at.take(office, id, "minutes", { minutes: "推广碛口做法。" });
    expect(held.words).toContain("未签到");
    expect(held.words).toContain("照片 1 张");
    expect(qikou.card("推广碛口做法。").words).toContain("已召开");
    expect(putForward(held)).toEqual(["议定事项转督办"]);
    expect((await invitationOf("county.linxian")).state).toBe("unmarked");
  });

  step("what it decides is a supervised item of whoever answers for it", async () => {
    const { id } = await at.newest("meeting");
    const past = { to: "county.linxian", title: "推广驳岸做法", owner: "分管副县长", due: "2026-09-30" };
    expect((await at.take(office, id, "decide", past)).toast).toContain("这一天已经过去");
    const sunday = { ...past, due: "2026-12-20" };
    expect((await at.take(office, id, "decide", sunday)).toast).toContain("不是工作日");
    await at.take(office, id, "decide", { ...sunday, day_off: "与年终检查同日" });
    const item = await at.newest("supervision");
    expect(item).toMatchObject({ state: "open", ref: id, data: { origin: "meeting", to: "county.linxian" } });
    expect(linxian.card("推广驳岸做法").words).toContain("现场会");
    const closed = await at.take(office, id, "close");
    expect(closed.words).toMatch(
      /议定事项 1 项[\s\S]*督办〔2026〕1号：推广驳岸做法（临县，12月20日前，办理中）/,
    );
    // What was written stays in sight, however many steps followed.
    expect(closed.words).toMatch(/会议纪要\n推广碛口做法。/);
  });

  step(
    "the last one is asked about: what was said and decided, and how often and where one was held",
    async () => {
      await leader.say("上次现场会定了什么");
      const { words } = leader.card("目前没有待召开的现场会");
      expect(words).toContain("2026年已召开 1 次：10月28日碛口镇");
      expect(words).toContain("推广碛口做法。");
      expect(words).toContain("议定事项 1 项");
    },
  );

  step("hosting it counts in the quarter it was held", async () => {
    const records = await listRecords(world.deps.db, { procedure: "meeting" });
    expect([...hostedIn(records, "2026Q4")]).toEqual([["qikou", 1]]);
    expect([...hostedIn(records, "2026Q3")]).toEqual([]);
  });
});

chapter("the calendar", () => {
  step(
    "that the app may not use holds nothing up: the meeting goes on, and the office is told what to do",
    async () => {
      const scopes = KNOWN_SCOPES.filter((scope) => !scope.startsWith("calendar:"));
      await world.change(`apps/${world.sandbox.apps[0]?.app_id}/console`, { scopes });
      await propose({ day: "2026-11-18", town: "xinyi", guests: ["department.housing"] });
      const { id } = await at.newest("meeting");
      await at.take(leader, id, "approve");
      await world.settle();
      expect(await calendar()).toHaveLength(2);
      expect((await at.newest("meeting")).data.unscheduled).toBe("permission");
      expect(office.card("没有写入日历").words).toContain("现场会照常");
      expect((await invitationOf("town.xinyi")).state).toBe("invited");
    },
  );

  step("whose answer is lost is asked again, and has one entry", async () => {
    await world.change(`apps/${world.sandbox.apps[0]?.app_id}/console`, { scopes: [...KNOWN_SCOPES] });
    await propose({ day: "2026-11-25", town: "wutong", guests: ["department.housing"] });
    const { id } = await at.newest("meeting");
    await world.change("faults", { drop_answer: { value: true, next: 1, path: "/events" } });
    await at.take(leader, id, "approve");
    await world.settle();
    expect(await calendar()).toHaveLength(3);
    expect((await at.newest("meeting")).data.event).toBeUndefined();
    await world.moveTo("2026-10-28T10:30:00+08:00");
    expect((await at.newest("meeting")).data.event).not.toBe("");
    const { words } = await at.seen(office, (await at.newest("meeting")).id);
    expect(words).toContain("已写入日历 · 系统记录");
    expect(await calendar()).toHaveLength(3);
  });

  step(
    "one that is moved has its entry at the new time, and everyone invited is told and asked again",
    async () => {
      const { id } = await at.newest("meeting");
      const wutong = world.who("town_official", "wutong");
      await at.take(wutong, (await invitationOf("town.wutong")).id, "accept");
      const other = { ...draft({ place: "镇政府" }), day: "2026-11-27", why: "与全市会议冲突" };
      const { day, time, hours, place, why } = other;
      expect(
        await at.forged(office, id, "move", { day: "2026-11-25", time, hours, place: "游客中心", why }),
      ).toContain("没有改动");
      const told = world.inbox(wutong.openId).length;
      await at.take(office, id, "move", { day, time, hours, place, why });
      await world.settle();
      expect((await invitationOf("town.wutong")).state).toBe("invited");
      expect(world.inbox(wutong.openId).length).toBe(told + 1);
      expect(wutong.card("现场会邀请").words).toMatch(/11月27日[\s\S]*原定2026年11月25日.*已改期/);
      const begins = (await calendar()).map(({ event }) => Object(event.start_time).timestamp);
      expect(begins).toHaveLength(3);
      expect(begins).toContain(String(Date.parse("2026-11-27T09:30:00+08:00") / 1000));
      expect(begins).not.toContain(String(Date.parse("2026-11-25T09:30:00+08:00") / 1000));
    },
  );

  step("a cancelled one leaves it, and nobody owes an answer any more", async () => {
    const { id } = await at.newest("meeting");
    await at.take(office, id, "cancel", { why: "改线上" });
    await world.settle();
    expect(await calendar()).toHaveLength(2);
    expect((await invitationOf("town.wutong")).state).toBe("lapsed");
    expect(world.who("town_official", "wutong").card("现场会邀请").words).toContain("已取消");
  });
});
