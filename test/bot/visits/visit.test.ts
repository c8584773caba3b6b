import { encode } from "jpeg-js";
import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { owedItems } from "../../../src/bot/reminders/owed-items.ts";
import { visitFacts } from "../../../src/bot/visits/visit-facts.ts";
import type { Outgoing } from "../../../src/sandbox/protocol.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, photo, shownIn, textIn } from "../at-client.ts";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { type AtRecord, atRecord } from "../procedures/at-record.ts";
import { withExif } from "../with-exif.ts";

// 督查: the office plans a visit, the team notes what it sees, and what is to be mended goes from the county to the town
// and back to the office, until it is closed. The next visit begins with it.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let inspector: AtClient;
let linxian: AtClient;
let lishi: AtClient;
let qikou: AtClient;
let at: AtRecord;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T10:00:00+08:00" });
  office = world.who("city_office");
  leader = world.who("leader");
  inspector = world.who("department", "housing");
  linxian = world.who("county_reviewer", "linxian");
  lishi = world.who("county_reviewer", "lishi");
  qikou = world.who("town_official", "qikou");
  at = atRecord(world);
});
afterAll(() => world.close());

const take = async (who: AtClient, procedure: string, step: string, fill: Record<string, unknown>) =>
  at.take(who, (await at.newest(procedure)).id, step, fill);
const forged = async (who: AtClient, procedure: string, step: string, fill: Record<string, unknown>) =>
  at.forged(who, (await at.newest(procedure)).id, step, fill);
const plan = (change: Record<string, unknown>) => ({
  ...{ towns: ["xinyi", "qikou"], order: "先去碛口，再去信义", from: "2026-10-14", team: [inspector.openId] },
  ...change,
});

/** A photo with a position of its own, and another picture for each. */
function takenAt(lat: number, lng: number): Outgoing {
  const [width, height] = [32, 24];
  const data = Buffer.alloc(width * height * 4, Math.round(lat * 100) % 251);
  const taken = { takenOn: "2026:10:14 09:30:00", lat, lng };
  const jpeg = withExif(encode({ width, height, data }, 80).data, taken);
  return { kind: "image", name: "camera.jpg", base64: Buffer.from(jpeg).toString("base64") };
}

const { chapter, step } = story("an inspection and what it finds");

chapter("the plan of a quarter", () => {
  step("starts from the quarter's card, which says to which counties nobody goes", async () => {
    await office.say("督查情况");
    expect(office.card("督查情况").words).toContain("还没有安排督查：离石区");
    await office.say("安排10月14日去碛口、信义督查");
    const form = office.card("安排督查");
    expect(boxesOf(form)).toMatchObject({ from: "2026-10-14", notice: "told" });
    // In the order they were said, which is the order of the visit.
    expect(boxesOf(form).towns).toBe("qikou,xinyi");
    expect(form.words).toContain("临县");
    expect(form.words).toContain("不打招呼");
    const early = await office.press(form, "begin__visit__//__plan", plan({ from: "2026-10-09" }));
    expect(early.toast).toContain("这一天已经过去");
    const planned = await office.press(early, "begin__visit__//__plan", plan({ focus: "驳岸" }));
    // What is planned is not put off by the first button.
    expect(buttonsOf(planned.card).filter(({ primary }) => primary)).toEqual([]);
    expect(planned.words).toMatch(/1\. 碛口镇[\s\S]*2\. 信义镇/);
    expect(planned.words).toMatch(/第四季度还没有安排督查：(?!.*(临县|离石)).*孝义市/);
  });

  step("is told to the team, who cannot note anything before the day", async () => {
    const card = inspector.card("督查：");
    expect(card.words).toContain("已安排");
    // Where else nobody goes is the office's matter.
    expect(card.words).not.toContain("还没有安排督查");
    expect(await forged(inspector, "visit", "note", { place: "qikou", verdict: "nothing" })).toBe(
      "还没有到督查的日期。",
    );
  });

  step("is told to each county it goes to, with its own town alone, and to no other", async () => {
    const told = linxian.card("督查通知：2026年10月14日");
    expect(told.words).toContain("碛口镇");
    expect(told.words).toContain("重点：驳岸");
    expect(told.words.match(/10月14日/g), "its day is said once").toHaveLength(1);
    expect(told.words).not.toContain("信义");
    expect(lishi.card("督查通知").words).toContain("信义镇");
    expect(() => world.who("county_reviewer", "wenshui").card("督查通知")).toThrow();
    await qikou.say("市里什么时候来督查");
    expect(qikou.card("督查情况").words).toContain("已安排：10月14日，碛口镇。");
    expect(qikou.card("督查情况").words).not.toMatch(/信义|孝义/);
  });

  step("that moves is told anew; a town left out of it, that nobody comes", async () => {
    const change = { towns: ["qikou"], order: "", from: "2026-10-15", focus: "驳岸" };
    await take(office, "visit", "change", plan(change));
    await world.settle();
    expect(linxian.card("督查通知").words).toContain("2026年10月15日");
    expect(lishi.card("督查通知").words).toContain("本次到访取消");
    await take(office, "visit", "change", plan({ focus: "驳岸" }));
    await world.settle();
    expect(lishi.card("督查通知").words).toContain("已通知");
  });

  step("that comes unannounced is known to nobody there before it was", async () => {
    await take(
      office,
      "visit",
      "change",
      plan({ towns: ["qikou", "wutong"], notice: "untold", focus: "驳岸" }),
    );
    await world.settle();
    expect(linxian.card("督查通知").words).toContain("本次到访取消");
    expect(inspector.card("督查：").words).toContain("不打招呼");
    await qikou.say("什么时候来督查");
    expect(qikou.card("督查情况").words).toContain("目前没有安排来这里督查");
    await take(office, "visit", "change", plan({ notice: "told", focus: "驳岸" }));
    await world.settle();
  });
});

chapter("on site", () => {
  step(
    "a photo in reply belongs to the next note; what is to be mended goes to its county alone",
    async () => {
      await world.moveTo("2026-10-14T10:00:00+08:00");
      await beat(world.deps);
      await world.settle();
      await inspector.reply(inspector.card("督查："), photo(1));
      const mend = { place: "qikou", verdict: "mend", what: "驳岸坍塌" };
      const noted = await take(inspector, "visit", "note", mend);
      expect(noted.toast).toBe("已记录。");
      expect(noted.words).toContain("需要整改：驳岸坍塌，照片1张");
      const told = linxian.card("碛口镇整改：驳岸坍塌");
      expect(told.words).toContain("待下达整改");
      expect(told.words).toContain("问题照片");
      expect(() => world.who("county_reviewer", "lishi").card("驳岸坍塌")).toThrow();
      expect((await take(inspector, "visit", "note", mend)).toast).toContain("已经记录过");
    },
  );

  step("photos in a row are received once, unless one was taken in another county", async () => {
    const card = inspector.card("督查：");
    expect(await inspector.reply(card, photo(11))).toEqual([]);
    const [said] = await inspector.reply(card, takenAt(37.25, 111.77));
    expect(textIn(said)).toMatch(/照片的定位距相关单位约[\d.]+公里，请核对/);
    expect(await inspector.reply(card, takenAt(37.64, 110.79))).toEqual([]);
  });

  step("a line in reply begins a note about the town it names; what it means is asked", async () => {
    const [form] = await inspector.reply(inspector.card("督查："), "信义：街面整洁");
    expect(boxesOf(shownIn(form)).what).toBe("街面整洁");
    const { id, revision } = await at.newest("visit");
    const noted = await inspector.press(shownIn(form), `step__${id}__note__${revision}`, {
      verdict: "praise",
    });
    expect(noted.words).toContain("值得肯定：街面整洁");
    expect(await listRecords(world.deps.db, { procedure: "rectification" })).toHaveLength(1);
  });

  step("two note at once, and a photo comes while the form is open: none loses anything", async () => {
    const { id, revision } = await at.newest("visit");
    const open = async (who: AtClient) => who.press(await at.seen(who, id), `form__${id}__note`);
    const forms = [await open(inspector), await open(office)] as const;
    await inspector.reply(inspector.card("督查："), photo(21));
    const noted = { place: "xinyi", verdict: "praise" };
    const submit = `step__${id}__note__${revision}`;
    await office.press(forms[1], submit, { ...noted, what: "公厕干净" });
    const second = await inspector.press(forms[0], submit, { ...noted, what: "招牌统一" });
    expect(second.toast).toBe("已记录。");
    expect(second.words).toContain("值得肯定：公厕干净");
    expect(second.words).toContain("值得肯定：招牌统一");
  });

  step("words without a town begin a note as well, a question is answered", async () => {
    const [form] = await inspector.reply(inspector.card("督查："), "排水沟堵塞");
    expect(boxesOf(shownIn(form)).what).toBe("排水沟堵塞");
    const [answer] = await inspector.reply(inspector.card("督查："), "碛口怎么样？");
    expect(answer?.content).not.toContain("记录现场情况");
  });

  step("nobody else notes anything: not the town, not its county", async () => {
    for (const who of [qikou, linxian])
      expect(await forged(who, "visit", "note", { place: "qikou", verdict: "nothing" })).toBe(
        "这一步不由您办理。",
      );
  });

  step("it ends with a report to the leaders, and each town has what was noted there", async () => {
    const form = await inspector.press(
      await at.seen(inspector, (await at.newest("visit")).id),
      `form__${(await at.newest("visit")).id}__finish`,
    );
    expect(form.words).not.toContain("尚未记录情况");
    const finished = await take(inspector, "visit", "finish", { summary: "总体平稳。" });
    expect(finished.words).toContain("已形成报告");
    expect(leader.card("总体平稳。").words).toContain("驳岸坍塌");
    await world.settle();
    const given = world.who("town_official", "xinyi").card("督查通知");
    expect(given.words).toContain("已反馈");
    expect(given.words).toContain("值得肯定：街面整洁");
    expect(given.words).not.toMatch(/坍塌|总体平稳/);
    // The county's card of the announcement says the same now.
    expect(linxian.card("督查通知").words).toContain("需要整改：驳岸坍塌");
  });
});

chapter("whoever asks afterwards", () => {
  step("the last inspection is asked about: what it found, and how that stands", async () => {
    await leader.say("上次督查查出什么问题");
    const last = leader.card("10月14日督查情况");
    expect(last.words).toContain("到了：碛口镇、信义镇");
    expect(last.words).toContain("碛口镇：驳岸坍塌（待下达整改");
    await leader.say("信义上次督查怎么样");
    expect(leader.card("10月14日督查情况").words).toContain("没有发现需要整改的问题");
    await lishi.say("上次督查查出什么问题");
    expect(lishi.card("10月14日督查情况").words).not.toContain("驳岸");
    await leader.say("三季度督查情况");
    const before = leader.card("第三季度督查情况").words;
    expect(before).toContain("2026年第三季度没有督查：");
    expect(before).not.toContain("驳岸");
  });
});

chapter("the end of the quarter", () => {
  step(
    "the office is reminded of the counties no visit covers, once it has visited any, in the last three weeks",
    async () => {
      const on = (day: string) =>
        owedItems({ ...world.deps, clock: { now: () => Date.parse(`${day}T10:00:00+08:00`) } });
      const visits = async (day: string) => (await on(day)).filter(({ kind }) => kind === "visits");
      expect(await visits("2026-11-30")).toEqual([]);
      const [item] = await visits("2026-12-15");
      expect(item).toMatchObject({ owes: { kind: "office" }, due: "2026-12-31", ahead: true });
      expect(item?.title).not.toContain("临县");
      expect(item?.title).toContain("孝义市");
      // A quarter that is forgotten altogether is not forgiven.
      expect((await visits("2027-03-20"))[0]?.title).toContain("临县");
    },
  );
});

chapter("what is to be mended", () => {
  step("is ordered by its county, not for a past day, and on a day off only with a reason", async () => {
    expect(await forged(world.who("county_reviewer", "lishi"), "rectification", "order", {})).toBe(
      "这一步不由您办理。",
    );
    const past = await take(linxian, "rectification", "order", { until: "2026-10-13" });
    expect(past.toast).toContain("这一天已经过去");
    const off = await take(linxian, "rectification", "order", { until: "2026-10-17" });
    expect(off.toast).toContain("这一天不是工作日");
    const ordered = await take(linxian, "rectification", "order", {
      ...{ until: "2026-10-17", day_off: "雨前抢修", demand: "先设围挡" },
    });
    expect(ordered.words).toContain("定在节假日的原因：雨前抢修");
    expect(qikou.card("驳岸坍塌").words).toContain("10月17日");
  });

  step("is reported by its own town, with a photo of how it is now", async () => {
    expect(await forged(world.who("town_official", "xinyi"), "rectification", "report", {})).toBe(
      "这一步不由您办理。",
    );
    const bare = await take(qikou, "rectification", "report", { done: "已加固" });
    expect(bare.toast).toContain("还没有收到这次整改的照片");
    await qikou.reply(qikou.card("驳岸坍塌"), photo(2));
    const reported = await take(qikou, "rectification", "report", { done: "已加固" });
    expect(reported.words).toContain("待回头看");
    expect(reported.words).toContain("整改照片");
  });

  step("is looked at again: sent back with a later day, it needs a new photo", async () => {
    const same = { why: "北段没有加固", until: "2026-10-16" };
    expect((await take(office, "rectification", "reject", same)).toast).toContain("晚于原定期限");
    await take(office, "rectification", "reject", { ...same, until: "2026-10-23" });
    const again = await take(qikou, "rectification", "report", { done: "北段已加固" });
    expect(again.toast).toContain("还没有收到这次整改的照片");
    await qikou.reply(qikou.card("驳岸坍塌"), photo(3));
    expect((await take(qikou, "rectification", "report", { done: "北段已加固" })).words).toContain(
      "待回头看",
    );
  });

  step("comes first at the next visit", async () => {
    await office.say("督查情况");
    const form = await office.press(office.card("督查情况"), "new__visit__//");
    const next = { towns: ["qikou"], order: "", from: "2026-10-20" };
    const planned = await office.press(form, "begin__visit__//__plan", plan(next));
    await leader.say("下次督查去哪");
    expect(leader.card("督查情况").words).toContain("已安排：10月20日，碛口镇");
    expect(planned.words).toMatch(/上次督查发现[\s\S]*驳岸坍塌（待回头看，10月23日前）/);
    // Whoever stands there has it at a tap.
    const again = await office.press(planned, "回头看：碛口镇驳岸坍塌");
    expect(buttonsOf(again.card).map(({ text }) => text)).toContain("回头看：销号");
  });

  step("is asked about by a sentence, by town too", async () => {
    await leader.say("谁在整改");
    expect(leader.card("“整改”在办或待办").words).toContain("碛口镇整改：驳岸坍塌");
    await linxian.say("碛口整改到哪一步了");
    expect(linxian.card("碛口镇整改：驳岸坍塌").words).toContain("待回头看");
    await world.who("town_official", "xinyi").say("谁在整改");
    const other = world.who("town_official", "xinyi").card("没有您可以查看的记录").words;
    expect(other).not.toContain("驳岸坍塌");
  });

  step("is closed by the office alone, and by one of two at once", async () => {
    expect(await forged(qikou, "rectification", "close", {})).toBe("这一步不由您办理。");
    const colleague = world.who("city_office", "", 1);
    const both = await Promise.all(
      [office, colleague].map((who) => forged(who, "rectification", "close", {})),
    );
    expect(both).toContain("已销号。");
    expect(both.filter((toast) => toast === "已销号。")).toHaveLength(1);
    expect((await at.newest("rectification")).log.filter((entry) => entry.step === "close")).toHaveLength(1);
    const facts = await visitFacts(world.deps, "2026Q4");
    expect(facts).toMatchObject({ visits: 1, planned: 1, closed: 1, open: [], towns: ["xinyi", "qikou"] });
  });
});
