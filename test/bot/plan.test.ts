import excel from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commit } from "../../db/commit.ts";
import { loadPlan, putPlan } from "../../db/periods.ts";
import { countRecords, listRecords } from "../../db/records.ts";
import { findReport } from "../../db/reports.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { type AtClient, atClient, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { planFile } from "./plan-file.ts";
import { startWorld, type World } from "./world.ts";

// The year's plan as a workbook in chat: it takes effect only when a second person has confirmed it.

let world: DemoWorld;
let first: AtClient;
let second: AtClient;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  first = world.who("city_office", "", 0);
  second = world.who("city_office", "", 1);
});
afterEach(() => world.close());

const NAME = "2026年年度计划";
const plan = (town = "qikou") => loadPlan(world.deps.db, 2026, town);
const report = () => findReport(world.deps.db, "2026Q3", "qikou");
const waiting = () => countRecords(world.deps.db, { procedure: "plan", states: ["proposed"] });

/**
 * More investment, one more project (the first keeps its name and thereby its reported figures), and one item
 * due later.
 */
const CHANGED = {
  plan: [["碛口镇", 13500]],
  projects: [
    ["碛口镇", "古镇保护修缮三期", 18000, 23, 45, 75, 100],
    ["碛口镇", "游客服务中心", 4000, 0, 10, 40, 90],
  ],
};

describe("a plan's workbook sent by the office", () => {
  it("is answered with what would change and which reports follow it; nothing is changed yet", async () => {
    const before = await plan();
    const [answer] = await first.send(await planFile(2026, CHANGED));
    const { words } = shownIn(answer);
    expect(words).toContain(NAME);
    expect(words).toContain("碛口镇：计划投资12,000.00万元改为13,500.00万元");
    expect(words).toContain("“游客服务中心”总投资4,000.00万元，各季度末进度0%/10%/40%/90%");
    expect(words).toContain("去掉项目“黄河码头旅游停车场”");
    expect(words).toContain("正在填报、随之更新的：碛口镇2026年第三季度");
    expect(await plan()).toEqual(before);
  });

  it("counts once a colleague has confirmed it, never by whoever sent it; the town's report follows", async () => {
    await first.send(await planFile(2026, CHANGED));
    expect(first.card(NAME).words).not.toContain("核对无误，启用");
    const confirmed = await second.press(second.card(NAME), "核对无误，启用");
    expect(confirmed.toast).toContain("已启用");
    expect(await plan()).toMatchObject({
      investment: 13500,
      projects: [{ id: "p1" }, { name: "游客服务中心" }],
    });
    const content = (await report())?.content;
    expect(content?.investment.plan).toBe(13500);
    expect(content?.image.projects.map(({ name, planned }) => [name, planned])).toEqual([
      ["古镇保护修缮三期", 75],
      ["游客服务中心", 40],
    ]);
  });

  it("is told once to the town whose report follows it, in private and in working hours", async () => {
    const official = world.who("town_official", "qikou");
    const news = () =>
      world.inbox(official.openId).filter(({ content }) => content.includes("年年度计划有调整"));
    await world.moveTo("2026-10-12T20:00:00+08:00");
    await first.send(await planFile(2026, CHANGED));
    const confirm = await second.say("我的任务");
    await second.press(shownIn(confirm[0]), "查看");
    await second.press(second.card(NAME), "核对无误，启用");
    expect(news()).toEqual([]);
    await world.moveTo("2026-10-13T09:00:00+08:00");
    expect(news()).toHaveLength(1);
    const { words } = official.card("年年度计划有调整");
    expect(words).toContain("碛口镇：计划投资12,000.00万元改为13,500.00万元");
    expect(words).toContain("您的2026年第三季度填报已按新的计划更新，已填的内容保留");
    const form = await official.press(official.card("年年度计划有调整"), "我的填报");
    expect(form.toast).toContain("正在发给您");
    // Others' reports did not change, and nobody else is told.
    const other = world.who("town_official", "xinyi");
    expect(world.inbox(other.openId).some(({ content }) => content.includes("年年度计划有调整"))).toBe(false);
  });

  it("with anything wrong in it is answered cell by cell and enters nothing", async () => {
    const wrong = {
      plan: [
        ["碛口镇", 13500],
        ["碛口镇", "约9000"],
      ],
      items: [["碛口镇", "镇容镇貌治理", "车站", "不适用"]],
    };
    const [answer] = await first.send(await planFile(2026, wrong));
    const text = textIn(answer);
    expect(text).toContain("“年度计划”A4：这个镇已在A3出现过");
    expect(text).toContain("“年度计划”B4：“约9000”不是能确定的金额");
    expect(text).toContain("“到期任务”E3：请写明不适用的原因");
    expect(await waiting()).toBe(0);
  });

  it("of another year, of a broken file, or saying what is known already, is answered in a sentence", async () => {
    const [other] = await first.send(await planFile(2024, CHANGED));
    expect(textIn(other)).toContain("不是现在可以录入的年度（可以录入2026、2027年）");
    const broken = {
      kind: "file" as const,
      name: "计划.xlsx",
      base64: Buffer.from("PK??").toString("base64"),
    };
    expect((await first.send(broken)).map(textIn).join()).toContain("可能已损坏");
    const tasks = new excel.Workbook();
    tasks.addWorksheet("任务").addRow(["镇", "任务", "截止"]);
    const base64 = Buffer.from(await tasks.xlsx.writeBuffer()).toString("base64");
    const [noPlan] = await first.send({ kind: "file", name: "年度任务.xlsx", base64 });
    expect(textIn(noPlan)).toContain("不是年度计划表，没有录入任何内容");
    const [same] = await first.send(await planFile(2026, { plan: [["碛口镇", 12000]] }));
    expect(textIn(same)).toContain("与现行计划相同");
  });

  it("below what was invested already is refused at its cell", async () => {
    const tooSmall = { projects: [["碛口镇", "古镇保护修缮三期", 100, 23, 45, 75, 100]] };
    const [answer] = await first.send(await planFile(2026, tooSmall));
    expect(textIn(answer)).toContain("“项目”C3：各项目总投资合计低于今年已完成的投资");
  });

  it("twice is one proposal; a second one of the year waits until the first is settled", async () => {
    await first.send(await planFile(2026, CHANGED));
    const [answer] = await second.send(await planFile(2026, { plan: [["信义镇", 9000]] }));
    expect(textIn(answer)).toContain("已有一份计划或调整在等待确认");
    expect(await waiting()).toBe(1);
  });

  it("made from a plan that has moved since is not put in force", async () => {
    await first.send(await planFile(2026, CHANGED));
    const moved = putPlan(world.deps.db, 2026, "qikou", { ...(await plan()), investment: 11000 });
    const audit = { actor: "operator", kind: "test.plan", subject: "qikou" };
    await commit(world.deps.db, { audit, writes: [moved] }, world.clock.now());
    const pressed = await second.press(second.card(NAME), "核对无误，启用");
    expect(pressed.toast).toContain("计划已经变动");
    expect((await plan()).investment).toBe(11000);
  });

  it("keeps what a town has entered in this quarter", async () => {
    const official = world.who("town_official", "qikou");
    const form = await official.press(official.card(), "open__image");
    await official.press(form, "保存", { "image/project.p1.actual": "66" });
    await first.send(await planFile(2026, CHANGED));
    await second.press(second.card(NAME), "核对无误，启用");
    const projects = (await report())?.content.image.projects ?? [];
    expect(projects.find(({ id }) => id === "p1")).toMatchObject({ planned: 75, actual: 66 });
    expect((await report())?.saved).toHaveProperty("image");
  });

  it("by a town official, or in a group, is a file like any other", async () => {
    const [answer] = await world.who("leader").send(await planFile(2026, CHANGED));
    expect(answer?.msg_type).toBe("text");
    expect(await listRecords(world.deps.db, { procedure: "plan" })).toEqual([]);
  });
});

describe("“年度计划”", () => {
  const ask = async (who: AtClient, words: string) => shownIn((await who.say(words))[0]);
  /** The form for one town's plan, opened from the card that lists them. */
  const form = async (who: AtClient) => who.press(await ask(who, "碛口的年度计划"), "调整");

  it("shows every town's plan to the office, and one town's items by the quarter they are due", async () => {
    const all = await ask(first, "年度计划");
    expect(all.words).toContain("碛口镇：计划投资12,000.00万元");
    expect(all.words).toContain("信义镇：计划投资8,000.00万元");
    const one = await ask(first, "碛口的年度计划");
    expect(one.words).toContain("一季度：");
    expect(one.words).not.toContain("信义镇");
  });

  it("shows a town its own alone, and nobody but the office a way to change it", async () => {
    const own = await ask(world.who("town_official", "qikou"), "年度计划");
    expect(own.words).toContain("碛口镇：计划投资12,000.00万元");
    expect(own.words).not.toContain("信义镇");
    for (const who of [world.who("town_official", "qikou"), world.who("leader")])
      expect((await ask(who, "碛口的年度计划")).words).not.toContain("调整");
  });

  it("leads to a form that changes one figure, which counts once a second person has confirmed it", async () => {
    const opened = await form(first);
    expect(opened.words).toContain("碛口镇：年度计划调整");
    const fill = { figure: "investment", value: "1.35亿", reason: "追加专项资金" };
    const proposed = await first.press(opened, "提交", fill);
    expect(proposed.words).toContain("计划投资12,000.00万元改为13,500.00万元");
    expect(proposed.words).toContain("追加专项资金");
    expect((await plan()).investment).toBe(12000);
    await second.press(second.card("年度计划调整"), "核对无误，启用");
    expect((await plan()).investment).toBe(13500);
    expect((await report())?.content.investment.plan).toBe(13500);
  });

  it("takes one item as not applicable, with its reason; the town is no longer asked for it", async () => {
    const fill = { figure: "due facilities.3", value: "不适用", reason: "镇区没有排水管网任务" };
    await first.press(await form(first), "提交", fill);
    expect(second.card("年度计划调整").words).toContain("“排水管网”一季度改为不适用（镇区没有排水管网任务）");
    await second.press(second.card("年度计划调整"), "核对无误，启用");
    const after = await plan();
    expect(after.dueFrom).not.toHaveProperty(["facilities.3"]);
    expect(after.notApplicable).toEqual({ "facilities.3": "镇区没有排水管网任务" });
    expect((await report())?.content.areas.facilities?.items).not.toHaveProperty(["facilities.3"]);
  });

  it.each([
    ["investment", "很多", "金额没有读懂"],
    ["investment", "12000", "与现行计划相同"],
    ["planned p1 3", "101%", "进度不能超过100%"],
    ["planned p1 3", "10", "后一季度的计划进度不能低于前一季度"],
    ["due facilities.3", "五季度", "到期季度没有读懂"],
  ])("refuses %s = %s and keeps what was typed", async (figure, value, reason) => {
    const refused = await first.press(await form(first), "提交", { figure, value, reason: "测算有误" });
    expect(refused.words).toContain(reason);
    expect(refused.words).toContain("测算有误");
    expect(await waiting()).toBe(0);
  });
});

describe("where the office is one person", () => {
  const people: Person[] = [
    { openId: "ou_office", name: "王丽", role: "city_office", area: "", locale: "zh-CN" },
    { openId: "ou_leader", name: "杜鹏", role: "leader", area: "", locale: "zh-CN" },
  ];
  let small: World;
  beforeEach(async () => {
    small = await startWorld({ people });
  });
  afterEach(() => small.close());

  it("a leader is asked to confirm; where it is not, the leaders are left alone", async () => {
    await atClient(small, "ou_office").send(await planFile(2026, CHANGED));
    const leader = atClient(small, "ou_leader");
    expect((await leader.press(leader.card(NAME), "核对无误，启用")).toast).toContain("已启用");
    expect((await loadPlan(small.deps.db, 2026, "qikou")).investment).toBe(13500);

    await first.send(await planFile(2026, CHANGED));
    expect(() => world.who("leader").card(NAME)).toThrow();
  });
});

it("leaves a report that is handed in alone, and says so before and after", async () => {
  const busy = await startDemoWorld({ underWay: true });
  try {
    const [slug = ""] =
      Object.entries(busy.demo.current.stages).find(([, stage]) => stage === "submitted") ?? [];
    const town = busy.deps.programme.towns.find((one) => one.slug === slug);
    const before = await findReport(busy.deps.db, "2026Q3", slug);
    const other = busy.who("city_office", "", 1);
    // One proposal a year at a time: the demo's own is settled first.
    await other.press(other.card(NAME), "核对无误，启用");
    const [answer] = await busy
      .who("city_office")
      .send(await planFile(2026, { plan: [[town?.name ?? "", 99000]] }));
    const stays = `已提交或已通过、不改动的：${town?.name}2026年第三季度`;
    expect(shownIn(answer).words).toContain(stays);
    const confirmed = await other.press(other.card(NAME), "核对无误，启用");
    expect(confirmed.words).toContain(stays);
    expect((await loadPlan(busy.deps.db, 2026, slug)).investment).toBe(99000);
    expect(await findReport(busy.deps.db, "2026Q3", slug)).toEqual(before);
  } finally {
    await busy.close();
  }
});
