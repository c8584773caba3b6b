import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { findPeriod } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import { openPeriod } from "../../../src/bot/quarter/open-period.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import { stateOn } from "../../../src/domain/procedure/record.ts";
import { story } from "../../story.ts";
import { type AtClient, photo, shownIn, textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { type AtRecord, atRecord } from "./at-record.ts";

// A town's way through the programme: registered, moved on by a second person once its conditions and papers are there,
// put under 整改, and taken out by a leader; the board says who is where, who is behind and what is missing.

let world: DemoWorld;
let records: AtRecord;
let office: AtClient;
let colleague: AtClient;
let leader: AtClient;
let county: AtClient;
let town: AtClient;
let other: AtClient;

const record = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "stage", town: "qikou" });
  if (!found) throw new Error("no record");
  return found;
};
const board = async (who: AtClient) => shownIn((await who.say("阶段目标")).at(-1));
/** The answer to a press of a step that no card may offer. */
const forced = async (who: AtClient, step: string, typed: Record<string, unknown> = {}) =>
  records.forged(who, (await record()).id, step, typed);
const card = async (who: AtClient) => {
  const { id } = await record();
  return who.press(await board(who), "逐镇办理").then((list) => who.press(list, `show__${id}`));
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T10:00:00+08:00" });
  records = atRecord(world);
  office = world.who("city_office");
  colleague = world.who("city_office", "", 1);
  leader = world.who("leader");
  county = world.who("county_reviewer", "linxian");
  town = world.who("town_official", "qikou");
  other = world.who("town_official", "xinyi");
});
afterAll(() => world.close());

const { step, chapter } = story("a town's way through the programme");

chapter("where it stands", () => {
  step(
    "is entered by the office with the document it follows, and counts once a colleague confirmed it",
    async () => {
      const form = await office.press(await board(office), "登记创建阶段");
      const typed = { town: "qikou", stage: "building", since: "2027-01-04", why: "方案已批复" };
      const future = await office.press(form, "提交", typed);
      expect(future.words).toContain("起始日期不能晚于今天");
      const sent = await office.press(future, "提交", { ...typed, since: "2026-03-02" });
      expect(sent.toast).toContain("请另一位同志确认");
      expect(await forced(office, "confirm")).toContain("请另一位同志");
      expect((await record()).state).toBe("not_started");
      const confirmed = await colleague.press(colleague.card("碛口镇：创建阶段"), "同意");
      expect(confirmed.toast).toBe("已确认，阶段随之变动。");
      // It began on the day that was said, wherever it is told.
      const { words } = shownIn((await leader.say("哪些镇还没申报省级")).at(-1));
      expect(words).toContain("创建中（3月2日起）");
    },
  );

  step("is asked for by a sentence, also of an earlier day", async () => {
    expect(shownIn((await leader.say("碛口到哪一步了")).at(-1)).words).toContain("创建中");
    const then = shownIn((await leader.say("去年底呢")).at(-1)).words;
    expect(then).toContain("2025年12月31日");
    expect(then).toContain("还没有登记");
    const may = shownIn((await leader.say("碛口5月10日到哪一步了")).at(-1)).words;
    expect(may).toContain("2026年5月10日");
    expect(may).toContain("创建中");
    const before = shownIn((await leader.say("碛口2026年3月1日到哪一步了")).at(-1)).words;
    expect(before).toContain("还没有登记");
    const june = shownIn((await leader.say("今年6月呢")).at(-1)).words;
    expect(june).toContain("2026年6月30日");
    expect(june).toContain("创建中");
  });

  step("is on everybody's board, and what is missing on that of those it concerns alone", async () => {
    for (const who of [leader, county, town]) {
      const { words } = await board(who);
      expect(words).toContain("还缺申报书、规划文本、验收意见");
      expect(words).toContain("年度未定");
      expect(words).toContain("暂不判断是否落后");
    }
    const { words } = await board(other);
    expect(words).toContain("以下各镇，目标：申报省级（年度未定）");
    expect(words).toContain("碛口镇　创建中");
    expect(words).not.toContain("还缺申报书");
  });
});

chapter("the next stage", () => {
  step("is proposed beside what the records know of its conditions", async () => {
    const { words } = await county.press(await card(county), "提出阶段变动");
    expect(words).toMatch(/记录中：年度任务共\d+项，已销号\d+项；期末验收还没有申请/);
  });

  step("is refused while a paper is missing, and papers come with a file", async () => {
    const typed = { stage: "applying_province", why: "县政府常务会议", since: "" };
    expect(await forced(county, "propose", typed)).toContain("材料还没有交齐");
    const papers = ["application", "plans", "acceptance"].map((id) => `applying_province.${id}`);
    expect(await forced(county, "hand_in", { papers })).toContain("还没有收到照片或文件");
    const shown = await card(county);
    await county.reply(shown, photo(1));
    expect(await forced(county, "hand_in", { papers })).toBe("材料已登记。");
    expect((await board(leader)).words).not.toContain("还缺");
  });

  step(
    "is refused while a condition is not ticked, out of order, or before the last stage began",
    async () => {
      const typed = { stage: "applying_province", why: "县政府常务会议", since: "" };
      const all = ["tasks", "acceptance"].map((id) => `applying_province.${id}`);
      expect(await forced(county, "propose", { ...typed, checklist: all.slice(0, 1) })).toContain(
        "还有条件没有勾选",
      );
      const early = { ...typed, checklist: all, since: "2026-03-01" };
      expect(await forced(county, "propose", early)).toContain("起始日期不能早于上一阶段");
      const ahead = { ...typed, stage: "named_nation", checklist: all };
      expect(await forced(county, "propose", ahead)).toContain("请从选项中选择");
      expect(await forced(other, "propose", { ...typed, checklist: all })).not.toContain("已提出");
      expect(await forced(county, "propose", { ...typed, checklist: all })).toBe("已提出，等待决定。");
      expect((await board(town)).words).toContain("“申报省级”待决定");
    },
  );

  step("is decided once, whoever presses at the same time", async () => {
    const before = (await record()).log.length;
    const said = await Promise.all([office, leader].map((who) => forced(who, "confirm")));
    expect(said.filter((one) => one === "已确认，阶段随之变动。")).toHaveLength(1);
    expect(await record()).toMatchObject({ state: "applying_province" });
    expect((await record()).log).toHaveLength(before + 1);
    expect(town.card("碛口镇：创建阶段").words).toContain("申报省级");
  });
});

chapter("整改 and leaving", () => {
  step(
    "整改 has a working day, holds the stage, and ends when what was done is shown and checked",
    async () => {
      const demand = "镇区入口环境整治不到位";
      expect(await forced(office, "rectify", { demand, until: "2026-11-21" })).toContain("不是工作日");
      expect(await forced(office, "rectify", { demand, until: "2026-10-12" })).toContain("今天以后");
      expect(await forced(office, "rectify", { demand, until: "2026-11-20" })).toBe("已通知镇、县限期整改。");
      expect((await board(leader)).words).toContain("整改中");
      const named = { stage: "named_province", why: "命名文件", since: "" };
      expect(await forced(office, "propose", named)).toContain("正在整改或暂停");
      expect(await forced(town, "mended", { done: "已整治" })).toContain("还没有收到照片或文件");
      await town.reply(town.card("整改要求"), photo(2));
      expect(await forced(town, "mended", { done: "已整治" })).toBe("已报告，等待核查。");
      expect(await forced(office, "end_rectify")).toBe("整改已结束。");
      expect((await board(leader)).words).not.toContain("整改中");
    },
  );

  step("a town is taken out by a leader, never by the office that proposed it or a colleague", async () => {
    expect(await forced(office, "propose", { stage: "left", why: "区划调整", since: "" })).toBe(
      "已提出，等待决定。",
    );
    expect(await forced(colleague, "confirm")).toContain("不由您办理");
    expect(await forced(leader, "refuse", { reason: "暂不退出" })).toContain("已退回");
    expect((await record()).state).toBe("applying_province");
  });
});

chapter("the phases' years", () => {
  step("are set by the office alone, never guessed, and make a board say who is behind", async () => {
    const shown = await board(office);
    const form = await office.press(shown, "设定各阶段年度");
    const years = { "years.1": "2026", "years.2": "2025", "years.3": "", basis: "市政府常务会议" };
    const falling = await office.press(form, "设定", years);
    expect(falling.words).toContain("不能早于前一阶段");
    await office.press(falling, "设定", { ...years, "years.2": "2027" });
    expect((await board(leader)).words).toContain("第一阶段（2026年）");
    expect((await board(leader)).words).toContain("没有落后于阶段目标的镇");
    // What is set is changed on its record.
    const set = await office.press(await board(office), "各阶段年度");
    expect(set.toast).toBe("");
    expect(set.words).toContain("改设");
    await world.jumpTo("2027-03-02T10:00:00+08:00");
    const { words } = await board(leader);
    expect(words).toContain("应于2026年底前到“申报省级”");
    expect(words).toContain("梧桐镇");
    expect(words).toContain("进度落后3个");
  });

  step("every change is in the audit chain, and where the town stood on any day is known", async () => {
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
    expect(stateOn(await record(), "2026-10-11")).toBeNull();
    expect(stateOn(await record(), "2026-12-31")).toBe("applying_province");
  });

  step("a town that left owes no plan and no ledger, and has no next step", async () => {
    const without = async () => shownIn((await office.say("资金台账")).at(-1)).words;
    expect(await without()).toContain("碛口镇");
    await forced(office, "propose", { stage: "left", why: "区划调整", since: "" });
    expect(await forced(leader, "confirm")).toContain("阶段");
    expect((await record()).state).toBe("left");
    expect(await without()).not.toContain("碛口镇");
    expect((await card(office)).words).not.toContain("下一步");
  });

  step("nothing more is asked of it: the next quarter is opened, listed and chased without it", async () => {
    const { deps } = world;
    await world.jumpTo("2027-04-01T10:00:00+08:00");
    if (!(await findPeriod(deps.db, "2027Q1"))) await openPeriod(deps, "2027Q1", office.openId, []);
    await world.settle();
    const others = deps.programme.towns.map(({ slug }) => slug).filter((slug) => slug !== "qikou");
    const reports = await listReports(deps.db, "2027Q1");
    expect(reports.map((report) => report.town).toSorted()).toEqual(others.toSorted());
    const missing = shownIn((await office.say("谁还没报")).at(-1)).words;
    expect(missing).toContain(`${others.length}个`);
    expect(missing).not.toContain("碛口");
    expect(textIn((await town.say("我的填报")).at(-1))).toContain("本镇已退出创建");
    expect(shownIn((await town.say("等我办的")).at(-1)).words).not.toContain("季度");
    const { inputs } = await computeRanking(deps, "2027Q1");
    expect(inputs.notReported.toSorted()).toEqual(others.toSorted());
  });
});
