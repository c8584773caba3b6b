import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadPlan } from "../../db/periods.ts";
import { countRecords, listRecords } from "../../db/records.ts";
import { findReport } from "../../db/reports.ts";
import { type AtClient, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { planFile } from "./plan-file.ts";

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

  it("is confirmed by a leader where the office is one person", async () => {
    await first.send(await planFile(2026, CHANGED));
    const leader = world.who("leader");
    expect((await leader.press(leader.card(NAME), "核对无误，启用")).toast).toContain("已启用");
    expect((await plan()).investment).toBe(13500);
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
    expect((await first.send(broken)).map(textIn).join()).toContain("xls(x)");
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
    const { putPlan } = await import("../../db/periods.ts");
    const { commit } = await import("../../db/commit.ts");
    const moved = putPlan(world.deps.db, 2026, "qikou", { ...(await plan()), investment: 11000 });
    const audit = { actor: "operator", kind: "test.plan", subject: "qikou" };
    await commit(world.deps.db, { audit, writes: [moved] }, world.clock.now());
    const pressed = await second.press(second.card(NAME), "核对无误，启用");
    expect(pressed.toast).toContain("计划已经变动");
    expect((await plan()).investment).toBe(11000);
  });

  it("keeps what a town has entered in this quarter, and leaves a submitted report alone", async () => {
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
