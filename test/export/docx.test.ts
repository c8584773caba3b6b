import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import { readPlanDocument } from "../../src/domain/town-plan/plan-document.ts";
import { readDocument } from "../../src/export/docx/read-document.ts";
import { townPlanTemplates } from "../../src/export/town-plan-template.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { towns } from "../domain/programmes.ts";

// The tables of a .docx as people see them, and the template of a 方案 as both kinds of file.

const docx = (body: string) =>
  zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const cell = (...paragraphs: string[]) =>
  `<w:tc>${paragraphs.map((one) => `<w:p>${one}</w:p>`).join("")}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
const texts = async (body: string) =>
  (await readDocument(docx(body)))?.map(({ rows }) => rows.map(({ cells }) => cells.map((one) => one?.text)));

test("paragraphs of a cell are lines, characters are read as they are seen", async () => {
  const body = table(row(cell(text("镇")), cell(text("a &amp; b"), text("第二段"))));
  expect(await texts(body)).toEqual([[["镇", "a & b\n第二段"]]]);
});

test("tracked changes: what was deleted or moved away is gone, what was inserted is there", async () => {
  const deleted = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>';
  const moved = `<w:moveFrom w:id="2">${text("挪走")}</w:moveFrom>`;
  const inserted = `<w:ins w:id="3">${text("新")}</w:ins>`;
  const mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
  expect(await texts(table(row(cell(`${mark}${deleted}${moved}${inserted}${text("街")}`))))).toEqual([
    [["新街"]],
  ]);
});

test("a table in a cell is part of its text, a merged cell says the same below, a spanning one keeps its place", async () => {
  const inner = table(row(cell(text("里"))));
  const merged = (said: string, kind: string) =>
    `<w:tc><w:tcPr><w:vMerge${kind}/></w:tcPr><w:p>${said}</w:p></w:tc>`;
  const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${text("标题")}</w:p></w:tc>`;
  const body = table(
    row(wide, cell(text("尾"))),
    row(merged(text("碛口"), ' w:val="restart"'), cell(`${text("外")}`, "") + inner, cell("")),
    row(merged("", ""), cell(text("乙")), cell("")),
  );
  const [rows] = (await texts(body)) ?? [];
  expect(rows?.[0]).toEqual(["标题", undefined, "尾"]);
  expect(rows?.[1]?.[0]).toBe("碛口");
  expect(rows?.[2]).toEqual(["碛口", "乙", ""]);
});

test("several tables with their captions; what is no .docx is null", async () => {
  const read = await readDocument(
    docx(`<w:p>${text("2026年项目")}</w:p>${table(row(cell(text("镇"))))}${table(row(cell(text("乙"))))}`),
  );
  expect(read?.map(({ name, rows }) => [name, rows[0]?.cells[0]?.text])).toEqual([
    ["表1", "2026年项目"],
    ["表2", "乙"],
  ]);
  expect(await readDocument(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toBeNull();
  expect(await readDocument(strToU8("不是文档"))).toBeNull();
});

test("the template says in both kinds what is known, and nothing is read from it that was not", async () => {
  const [town] = towns.towns;
  const [area] = towns.areas;
  if (!town || !area) throw new Error("no town");
  const task = {
    ...{ area: area.id, item: area.items[0]?.id ?? null, title: "污水管网", owner: "副镇长", weight: 10 },
    ...{ start: "2026-03-01", due: "2026-09-30", steps: "主体:2026-06-30:60", evidence_needed: "验收单" },
  };
  const values = {
    site: "古镇 <核心区>。",
    demands: "修街。\n修路。",
    leadership: "专班。",
    arrangement: "完工。",
    funds: { county: 9000 },
    targets: { tasks: [task] },
  };
  const plan: YearPlan = {
    investment: 100,
    dueFrom: null,
    projects: [{ id: "p1", name: "古街", total: 8000, planned: [10, 40, 70, 100] }],
  };
  const made = await townPlanTemplates(towns, { town, year: 2026, values: { ...values, year: 2026 }, plan });
  const sheets = [await readDocument(made.docx), await readWorkbook(made.xlsx)];
  for (const one of sheets) {
    const found = readPlanDocument(one ?? [], towns, [2026]);
    expect(found).toMatchObject({ town: { slug: town.slug }, problems: [] });
    expect(found?.typed).toMatchObject({
      site: values.site,
      demands: values.demands,
      "funds.county": "9000",
      year: "2026",
    });
    expect(found?.targets?.projects).toMatchObject([{ name: "古街", total: 8000 }]);
    expect(found?.targets?.items).toBeUndefined();
    expect(found?.targets?.tasks).toEqual([task]);
  }
  const blank = await townPlanTemplates(towns, { town: null, year: 2026, values: {}, plan: null });
  const read = readPlanDocument((await readDocument(blank.docx)) ?? [], towns, [2026]);
  expect(read?.problems.map(({ kind }) => kind)).toEqual(["no_town"]);
});
