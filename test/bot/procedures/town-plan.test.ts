import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { loadPlans } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { importRecords } from "../../../src/bot/procedures/import-records.ts";
import { personOf } from "../../../src/bot/roster/people.ts";
import { stateOn } from "../../../src/domain/procedure/record.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, shownIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { atRecord } from "./at-record.ts";

// A town's 方案: written section by section, countersigned by the county's principal, commented on by the housing
// department by number, approved by the office; it starts the 创建 and the year's plan, and is changed where granted.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let county: AtClient;
let town: AtClient;
let housing: AtClient;

const TITLE = "碛口镇：创建方案";
const record = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "town_plan", town: "qikou" });
  if (!found) throw new Error("no plan");
  return found;
};
const stage = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "stage", town: "qikou" });
  return found?.state;
};
const TASK = {
  ...{ area: "facilities", title: "污水管网", owner: "副镇长", weight: "10", start: "2026-10-01" },
  ...{ due: "2026-12-20", steps: "", evidence_needed: "" },
};
const NAMED = ["污水管网", "古街亮化", "停车场", "标识牌", "给水管网"];
const tasks = async () =>
  (await listRecords(world.deps.db, { procedure: "year_task", town: "qikou" }))
    .filter(({ data }) => NAMED.includes(String(data.title)))
    .map(({ data, state }) => [data.title, state, data.owner, data.due])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
const invested = async () => (await loadPlans(world.deps.db, 2026)).get("qikou")?.investment;
/** The answer to a press of a step, whether a card offers it or not. */
const forced = async (who: string, step: string, typed: Record<string, unknown> = {}) => {
  const { id, revision } = await record();
  const { answer } = await pressForged(
    world,
    who,
    `om_${step}_${revision}_${who}_${Object.values(typed).join()}`,
    `step__${id}__${step}__${revision}`,
    typed,
  );
  return answer.toast?.content ?? "";
};

beforeAll(async () => {
  world = await startDemoWorld({
    towns: ["qikou"],
    now: "2026-10-12T10:00:00+08:00",
    strangers: ["ou_head"],
  });
  office = world.who("city_office");
  leader = world.who("leader");
  county = world.who("county_reviewer", "linxian");
  town = world.who("town_official", "qikou");
  housing = world.who("department", "housing");
});
afterAll(() => world.close());

const { step, chapter } = story("a town's plan");

chapter("written by card", () => {
  step("is begun by the town with its demonstration sites, and the town's stage with it", async () => {
    await town.say("创建方案");
    const form = town.card("编制创建方案");
    const begun = await town.press(form, "开始编制", { site: "古镇核心区。黄河码头。" });
    expect(begun.toast).toContain("已保存");
    expect(begun.words).toContain(TITLE);
    expect(await stage()).toBe("drafting");
  });

  step("section by section, each saved at once; what the pack knows is not asked", async () => {
    const card = () => town.card(TITLE);
    expect(await forced(town.openId, "submit")).toContain("六个部分都填好");
    await town.press(card(), "建设要求", { demands: "修缮古街。整治河道。" });
    await town.press(card(), "领导机构", { leadership: "县长任组长，镇设专班。" });
    await town.press(card(), "资金保障", { "funds.county": "９０００万元", "funds.township": "0.15亿" });
    const asked = await town.press(card(), "年度安排");
    expect(boxesOf(asked)).toMatchObject({ year: "2026" });
    expect(asked.words).toMatch(/2026年年度计划已有计划投资[\d,.]+万元。\n2027年年度计划还没有计划投资/);
    const years = { year: "2031", investment: "", arrangement: "2026年完成古街修缮。" };
    expect(await forced(town.openId, "years", years)).toContain("现在不能编制");
    await town.press(card(), "保存", { ...years, year: "2026年度", investment: "15000" });
    const { words } = town.card(TITLE);
    expect(words).toContain("创建类型：旅游类");
    expect(words).toContain("县级 9000、乡镇 1500");
    expect(words).toContain("计划投资15,000.00万元");
    expect(words).toContain("草稿，只有本镇和本县看得到");
  });

  step("the year's projects, items due and tasks too, one at a time, each of its year", async () => {
    const card = () => town.card(TITLE);
    const project = { project: "古街修缮", total: "8000", planned1: "10", planned2: "40", planned3: "70" };
    expect(await forced(town.openId, "project", { ...project, planned4: "60" })).toContain(
      "不低于前一季度末",
    );
    await town.press(card(), "加项目", { ...project, planned4: "100" });
    // What the year's plan has is named, and stays where the arrangement says nothing else.
    const form = await town.press(card(), "到期事项");
    expect(form.words).toContain("已有的到期事项");
    expect(form.words).toMatch(/一季度：.*、/);
    await town.press(form, "保存", {
      when: "q1",
      items: ["facilities.1", "facilities.2"],
      why_not: "",
    });
    const other = { items: ["facilities.2"], why_not: "" };
    expect(await forced(town.openId, "items_due", { ...other, when: "not_applicable" })).toContain(
      "写明原因",
    );
    expect(await forced(town.openId, "items_due", { ...other, when: "q2" })).toBe("已保存。");
    expect(await forced(town.openId, "task", { ...TASK, due: "2027-01-20" })).toContain("不在方案的年度之内");
    for (const title of ["污水管网", "古街亮化", "停车场", "标识牌"])
      expect(await forced(town.openId, "task", { ...TASK, title })).toBe("已保存。");
    expect(await forced(town.openId, "take_out", { out: ["task 标识牌"] })).toBe("已去掉。");
    const { words } = card();
    expect(words).toContain("项目“古镇保护修缮三期”、“黄河码头旅游停车场”、“古街修缮”；到期事项一季度");
    expect(words).toContain(
      "年度任务3项：污水管网（12月20日前）、古街亮化（12月20日前）、停车场（12月20日前）",
    );
  });

  step("is nobody's but the town's and the county's until it is submitted", async () => {
    for (const who of [office, leader, housing])
      expect(shownIn((await who.say("碛口的方案")).at(-1)).words).not.toContain("古镇核心区");
    expect(shownIn((await county.say("碛口的方案")).at(-1)).words).toContain("古镇核心区");
    expect(await forced(office.openId, "site", { site: "改" })).toContain("不由您办理");
  });

  step("is on lists that say who has none yet, and lead to nothing else", async () => {
    for (const asked of ["创建方案", "谁的方案还没批"]) {
      const { words } = shownIn((await office.say(asked)).at(-1));
      expect(words).toMatch(/还没有报到市办：信义镇、.*碛口镇/);
      expect(words).not.toContain("没有未完成");
      for (const other of ["红灯任务", "新建督办事项", "新建创建方案"]) expect(words).not.toContain(other);
    }
    const none = shownIn((await office.say("普明方案")).at(-1));
    expect(none.words).toContain("还没有报到市办：普明镇");
    // Whoever has the only one is shown it at once.
    expect(shownIn((await town.say("方案到哪了")).at(-1)).words).toContain("古镇核心区");
    expect(shownIn((await county.say("创建方案")).at(-1)).words).toContain("古镇核心区");
  });
});

chapter("countersigned, commented on, approved", () => {
  step(
    "is countersigned by the reviewer where the roster has no principal, never by who submitted it",
    async () => {
      expect(await forced(county.openId, "submit", { answers: "" })).toContain("已提交");
      expect(await forced(county.openId, "countersign")).toContain("另一位同志");
      const deputy = world.who("county_reviewer", "linxian", 1);
      expect(await forced(deputy.openId, "return", { why: "资金渠道不全" })).toBe("Sent back.");
      expect(await forced(town.openId, "submit", { answers: "" })).toContain("已提交");
      expect(await forced(office.openId, "approve", { paper: "1号" })).toContain("不由您办理");
      const signed = await county.press(county.card(TITLE), "会签同意");
      expect(signed.toast).toContain("已会签");
      expect(await stage()).toBe("reviewing");
    },
  );

  step("is commented on by the housing department with numbers", async () => {
    const shown = housing.card(TITLE);
    expect(shown.words).toContain("古镇核心区");
    const seen = shownIn((await leader.say("碛口的方案")).at(-1));
    expect((await leader.press(seen, "各镇方案")).words).toContain("创建方案：全部");
    await housing.press(shown, "提出意见", { comments: "补充给排水管网\n2、明确起步区面积" });
    const { words } = office.card(TITLE);
    expect(words).toContain("1. 补充给排水管网");
    expect(words).toContain("2. 明确起步区面积");
  });

  step("goes back, is answered by number, and shows what differs from the version before", async () => {
    expect(await forced(office.openId, "send_back", { why: "先落实部门意见" })).toContain("已退回");
    expect(await stage()).toBe("drafting");
    for (const answers of ["", "已补充", "2. 起步区1平方公里"])
      expect(await forced(town.openId, "submit", { answers })).toContain("逐条说明");
    await town.press(town.card(TITLE), "返回查看");
    expect(town.card(TITLE).words).toContain("退回的原因：先落实部门意见");
    const form = await town.press(town.card(TITLE), "提交会签");
    expect(form.words).toContain("2. 明确起步区面积");
    await town.press(form, "返回查看");
    await town.press(town.card(TITLE), "建设要求", { demands: "修缮古街。新建给排水管网。" });
    expect(await forced(town.openId, "submit", { answers: "1.已补充 2.起步区1平方公里" })).toContain(
      "已提交",
    );
    await county.press(county.card(TITLE), "会签同意");
    await housing.press(housing.card(TITLE), "没有意见");
    const { words } = office.card(TITLE);
    expect(words).toContain("与第2稿相比的改动");
    expect(words).toContain("整治河道。");
    expect(words).toContain("新建给排水管网。");
  });

  step("is approved once, starts the 创建, puts its targets and tasks of the year in force", async () => {
    const by = await personOf(world.deps, town.openId);
    const rows = [{ line: 1, values: { ...TASK, owner: "镇长", to: "town.qikou", item: null } }];
    const kind = { procedure: "year_task", begins: "propose", amends: "amend" };
    if (by) expect(await importRecords(world.deps, kind, rows, by, false)).toMatchObject({ ok: true });
    const before = await invested();
    expect(before).not.toBe(15_000);
    const clerk = world.who("city_office", "", 1);
    const told = world.inbox(housing.openId).length;
    const said = await Promise.all(
      [office, clerk].map(({ openId }) => forced(openId, "approve", { paper: "吕特镇办〔2026〕12号" })),
    );
    expect(said.filter((one) => one === "已批准。")).toHaveLength(1);
    expect(world.inbox(housing.openId)).toHaveLength(told);
    expect(await stage()).toBe("building");
    expect(await invested()).toBe(15_000);
    const plans = await listRecords(world.deps.db, { procedure: "plan", town: "qikou" });
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({ ref: "2026", state: "adopted" });
    const year = (await loadPlans(world.deps.db, 2026)).get("qikou");
    expect(year).toMatchObject({
      projects: [{ id: "p1" }, { id: "p2" }, { name: "古街修缮" }],
      dueFrom: { ...world.demo.plans["2026"]?.qikou?.dueFrom, "facilities.1": 1, "facilities.2": 2 },
    });
    // The one the town had put forward itself is agreed to as the plan says it, and not doubled.
    expect(await tasks()).toEqual([
      ["停车场", "open", "副镇长", "2026-12-20"],
      ["古街亮化", "open", "副镇长", "2026-12-20"],
      ["污水管网", "open", "副镇长", "2026-12-20"],
    ]);
    expect(town.card(TITLE).words).toContain("现行方案：第3稿");
  });
});

chapter("changed later", () => {
  step("is asked for with a reason and what it touches, and granted by the office", async () => {
    const asked = { touches: ["funds"], reason: "上级专项到位" };
    expect(await forced(office.openId, "request_change", asked)).toContain("不由您办理");
    expect(await forced(county.openId, "request_change", { reason: "上级专项到位" })).toContain("请先选择");
    expect(await forced(county.openId, "request_change", asked)).toContain("等待市办答复");
    expect(office.card(TITLE).words).toContain("变更涉及：资金保障");
    await office.press(office.card(TITLE), "同意变更");
    expect((await record()).state).toBe("changing");
  });

  step(
    "touches nothing else, leaves the version in force to be read, and the principal countersigns",
    async () => {
      const line = { role: "county_principal", area: "linxian", locale: "zh-CN" } as const;
      await importRoster(world.deps, [{ line: 1, openId: "ou_head", name: "县长", ...line }], "test", false);
      expect(await forced(town.openId, "demands", { demands: "改" })).toContain("不在批准的变更范围内");
      expect(await forced(town.openId, "submit", { answers: "" })).toContain("没有改动");
      expect(await forced(town.openId, "funds", { "funds.superior": "3000" })).toBe("已保存。");
      const read = shownIn((await office.say("碛口的方案")).at(-1)).words;
      expect(read).toContain("现行的第3稿");
      expect(read).not.toContain("3000");
      expect(await forced(town.openId, "submit", { answers: "" })).toContain("已提交");
      // Sent back and submitted as it was, it still shows what it changes of the version in force.
      expect(await forced("ou_head", "return", { why: "再核资金" })).toBe("已退回。");
      expect(await forced(town.openId, "submit", { answers: "" })).toContain("已提交");
      expect(await forced(county.openId, "countersign")).toContain("不由您办理");
      expect(await forced("ou_head", "countersign")).toContain("已会签");
      const proposed = shownIn((await office.say("碛口的方案")).at(-1)).words;
      expect(proposed).toContain("第5稿，2026年10月12日提交；现行的是第3稿");
      expect(proposed).toMatch(/与批准的第3稿相比的改动\n资金保障：上级专项 3000\n与第4稿相同，没有改动/);
      expect(proposed).toMatch(/第3稿，.*批准（吕特镇办〔2026〕12号），改动建设要求/);
      expect(await forced(office.openId, "proceed", { without: "部门已口头同意" })).toContain("已进入审定");
      expect(await forced(office.openId, "approve", { paper: "〔2026〕18号" })).toBe("已批准。");
      expect(await stage()).toBe("building");
    },
  );

  step("an approved change of the arrangement changes its tasks; what is closed stands", async () => {
    const all = await listRecords(world.deps.db, { procedure: "year_task", town: "qikou" });
    const { id = "" } = all.find(({ data }) => data.title === "污水管网") ?? {};
    const desk = atRecord(world);
    await desk.forged(town, id, "progress", { percent: "100", words: "" });
    await desk.forged(town, id, "ask_close", { words: "" });
    await desk.forged(county, id, "confirm_close");
    await forced(county.openId, "request_change", { touches: ["years"], reason: "工期调整" });
    await forced(office.openId, "grant_change");
    await forced(town.openId, "task", { ...TASK, owner: "镇长" });
    await forced(town.openId, "task", { ...TASK, title: "古街亮化", due: "2026-12-25" });
    await forced(town.openId, "task", { ...TASK, title: "给水管网" });
    await forced(town.openId, "take_out", { out: ["task 停车场"] });
    await forced(town.openId, "submit", { answers: "" });
    await forced("ou_head", "countersign");
    await forced(office.openId, "proceed", { without: "部门已口头同意" });
    expect(await forced(office.openId, "approve", { paper: "〔2026〕21号" })).toBe("已批准。");
    expect(await tasks()).toEqual([
      ["停车场", "withdrawn", "副镇长", "2026-12-20"],
      ["古街亮化", "open", "副镇长", "2026-12-25"],
      ["污水管网", "closed", "副镇长", "2026-12-20"],
      ["给水管网", "open", "副镇长", "2026-12-20"],
    ]);
  });

  step(
    "the later decision on a day holds and says so: the plan's over an extension, or the extension",
    async () => {
      const all = await listRecords(world.deps.db, { procedure: "year_task", town: "qikou" });
      const idOf = (title: string) => all.find(({ data }) => data.title === title)?.id ?? "";
      const desk = atRecord(world);
      const ask = (title: string, until: string) =>
        desk.forged(town, idOf(title), "request_extension", { until, reason: "冬季停工" });
      const grant = (title: string) => desk.forged(county, idOf(title), "grant_extension");
      await ask("给水管网", "2026-12-30");
      expect(await grant("给水管网")).toContain("已同意延期");
      await ask("古街亮化", "2026-12-29");
      await forced(county.openId, "request_change", { touches: ["years"], reason: "权重和工期调整" });
      await forced(office.openId, "grant_change");
      await forced(town.openId, "task", { ...TASK, title: "给水管网", weight: "12" });
      await forced(town.openId, "task", { ...TASK, title: "古街亮化", due: "2026-12-28" });
      await forced(town.openId, "submit", { answers: "" });
      await forced("ou_head", "countersign");
      await forced(office.openId, "proceed", { without: "部门已口头同意" });
      expect(await forced(office.openId, "approve", { paper: "〔2026〕23号" })).toBe("已批准。");
      expect((await tasks()).filter(([, state]) => state === "open")).toEqual([
        ["古街亮化", "open", "副镇长", "2026-12-28"],
        ["给水管网", "open", "副镇长", "2026-12-30"],
      ]);
      const { words } = await desk.seen(town, idOf("古街亮化"));
      expect(words).toContain("随创建方案批准调整，截止日期以此为准");
      expect(words).not.toContain("延期申请待");
      expect(await grant("古街亮化")).not.toContain("已同意延期");
      const kept = await desk.seen(town, idOf("给水管网"));
      expect(kept.words).toContain("随创建方案批准调整，截止日期不变");
      expect(kept.words).toContain("权重：12");
    },
  );

  step("every step is in the audit chain, and where the plan was on any day is known", async () => {
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
    expect(stateOn(await record(), "2026-10-11")).toBeNull();
    expect(stateOn(await record(), "2026-10-12")).toBe("approved");
    expect((await record()).log.map(({ step }) => step)).toContain("comment");
  });
});
