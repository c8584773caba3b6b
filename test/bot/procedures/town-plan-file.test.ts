import { afterAll, beforeAll, expect } from "vitest";
import { loadPlan } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { writeDocument } from "../../../src/export/docx/write-document.ts";
import type { Outgoing } from "../../../src/sandbox/protocol.ts";
import { story } from "../../story.ts";
import { type AtClient, textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { planBytes } from "../plan-file.ts";
import { type AtRecord, atRecord } from "./at-record.ts";

// A town's 方案 as a file in our template: sent to whoever asks, read as a whole or not at all, and put in force like one
// that was written by card.

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let office: AtClient;
let desk: AtRecord;

type Rows = Array<Array<string | number | null>>;
const ROWS: Rows = [
  ["镇", "碛口镇"],
  ["示范点", "古镇核心区。"],
  ["建设要求", "修缮古街。"],
  ["领导机构", "县长任组长，镇设专班。"],
  ["资金保障：县级（万元）", 9000],
  ["年度", 2026],
  ["计划投资（万元）", "15000"],
  ["年度安排", "完成古街修缮。"],
];
const PROJECTS: Rows = [
  ["镇", "项目", "总投资（万元）", ...["一", "二", "三", "四"].map((one) => `${one}季度末计划形象进度（%）`)],
  ["碛口镇", "古街修缮", 60000, 10, 40, 70, 100],
];
const file = async (rows: Rows, name = "碛口镇创建方案.docx", more: Rows = PROJECTS): Promise<Outgoing> => {
  const bytes = await writeDocument([
    { title: "碛口镇创建方案", rows },
    { title: "2026年项目", rows: more },
  ]);
  return { kind: "file", name, base64: Buffer.from(bytes).toString("base64") };
};
const changed = (name: string, said: string): Rows =>
  ROWS.map(([label = "", content = ""]) => [label, label === name ? said : content]);
const plans = () => listRecords(world.deps.db, { procedure: "town_plan", town: "qikou" });
const record = async () => {
  const [found] = await plans();
  if (!found) throw new Error("no plan");
  return found;
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T10:00:00+08:00" });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  office = world.who("city_office");
  desk = atRecord(world);
});
afterAll(() => world.close());

const { step, chapter } = story("a town's plan as a file");

chapter("the file", () => {
  step("has a template that comes as both kinds, by a button of the card", async () => {
    await town.say("创建方案");
    const form = town.card("编制创建方案");
    await town.press(form, "获取模板");
    const files = world.inbox(town.openId).filter(({ msg_type }) => msg_type === "file");
    expect(files.map(({ content }) => /碛口镇创建方案模板\.\w+/.exec(content)?.[0] ?? content)).toHaveLength(
      2,
    );
  });

  step("is refused as a whole with every problem by its place, and nothing of it is taken", async () => {
    const wrong = [...changed("计划投资（万元）", "若干"), ["联系人", "张三"]].filter(
      ([label]) => label !== "领导机构",
    );
    const [answer] = await town.send(await file(wrong));
    const said = textIn(answer);
    expect(said).toContain("这份方案有3处需要修改，没有录入任何内容");
    expect(said).toContain("“表1”B6：“若干”不是能确定的金额");
    expect(said).toContain("“联系人”不是方案模板里的栏目");
    expect(said).toContain("领导机构：");
    expect(await plans()).toEqual([]);
  });

  step("that is no template, too old or another town's is said to be so", async () => {
    const other = await writeDocument([{ title: "工作方案", rows: [["一、目标", "略"]] }]);
    const base64 = Buffer.from(other).toString("base64");
    const said = async (content: Outgoing) => textIn((await town.send(content))[0]);
    expect(await said({ kind: "file", name: "工作方案.docx", base64 })).toContain("没有方案模板的表");
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]).toString("base64");
    expect(await said({ kind: "file", name: "创建方案.doc", base64: old })).toContain(".docx");
    expect(await said(await file(changed("镇", "信义镇")))).toContain("不由您办理");
  });

  step("begins the 方案 with all six sections at once; the card is the answer, the stage moves", async () => {
    await town.send(await file(ROWS));
    const { words } = town.card("碛口镇：创建方案");
    for (const said of ["古镇核心区", "县级 9000", "计划投资15,000.00万元", "“古街修缮”"])
      expect(words).toContain(said);
    expect((await record()).log.map(({ step }) => step)).toEqual(["begin_file"]);
    const [stage] = await listRecords(world.deps.db, { procedure: "stage", town: "qikou" });
    expect(stage?.state).toBe("drafting");
  });

  step(
    "is written over the draft, an .xlsx by the county too, whatever it is called, in reply to the card",
    async () => {
      const shown = await desk.seen(county, (await record()).id);
      const [first, ...rest] = changed("示范点", "古镇核心区和码头。");
      const excel = await import("exceljs");
      const book = new excel.default.Workbook();
      book.addWorksheet("方案").addRows([["碛口镇创建方案"], first ?? [], ...rest]);
      const hidden = book.addWorksheet("底稿", { state: "hidden" });
      hidden.addRows([["旧数"]]);
      const base64 = Buffer.from(await book.xlsx.writeBuffer()).toString("base64");
      const said = await county.reply(shown, { kind: "file", name: "新建工作簿.xlsx", base64 });
      expect(said.map(({ msg_type }) => msg_type).toSorted()).toEqual(["interactive", "text"]);
      expect(said.map(({ content }) => content).join()).toContain("隐藏的工作表");
      const { data } = await record();
      expect(data).toMatchObject({ site: "古镇核心区和码头。", targets: null });
      await town.send(await file(changed("示范点", "古镇核心区和码头。")));
    },
  );
});

chapter("what comes of it", () => {
  step("approval puts its investment and projects in force as the year's one plan", async () => {
    const { id } = await record();
    await desk.forged(town, id, "submit", { answers: "" });
    await desk.forged(county, id, "countersign");
    await desk.forged(world.who("department", "housing"), id, "no_comment");
    await desk.forged(office, id, "approve", { paper: "吕特镇办〔2026〕12号" });
    const plan = await loadPlan(world.deps.db, 2026, "qikou");
    expect(plan).toMatchObject({ investment: 15000, projects: [{ name: "古街修缮", total: 60000 }] });
    const adopted = await listRecords(world.deps.db, { procedure: "plan", town: "qikou" });
    expect(adopted.map(({ state }) => state)).toEqual(["adopted"]);
  });

  step(
    "an approved one takes no file; a change takes what it was granted for and names the rest",
    async () => {
      const said = async (rows: Rows) => textIn((await town.send(await file(rows)))[0]);
      expect(await said(changed("示范点", "新区"))).toContain("没有录入");
      const { id } = await record();
      await desk.forged(county, id, "request_change", { touches: ["years"], reason: "工期提前" });
      await desk.forged(office, id, "grant_change");
      const both = changed("示范点", "新区").map(([label, content]) => [
        label ?? "",
        label === "计划投资（万元）" ? "16000" : (content ?? ""),
      ]);
      expect(await said(both)).toContain("“示范点”有改动，但不在批准的变更范围内");
      const granted = changed("示范点", "古镇核心区和码头。").map(([label, content]) => [
        label ?? "",
        label === "计划投资（万元）" ? "16000" : (content ?? ""),
      ]);
      await town.send(await file(granted));
      expect((await record()).data).toMatchObject({ investment: 16000, site: "古镇核心区和码头。" });
    },
  );

  step("a plan's workbook with a hidden sheet: what was not read is said beside its card", async () => {
    const bytes = await planBytes(2026, {
      plan: [
        ["碛口镇", 17000],
        ["合计", 17000],
      ],
    });
    const base64 = Buffer.from(bytes).toString("base64");
    const said = await office.send({ kind: "file", name: "2026年度计划.xlsx", base64 });
    expect(said.map(({ msg_type }) => msg_type).toSorted()).toEqual(["interactive", "text"]);
  });
});
