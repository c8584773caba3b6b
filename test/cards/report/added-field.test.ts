import excel from "exceljs";
import { expect, test } from "vitest";
import { missingPart } from "../../../cards/report/missing-text.ts";
import { overviewCard } from "../../../cards/report/overview.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import { figureTable } from "../../../cards/review/figure-table.ts";
import { figureInputs } from "../../../src/cli/demo/figure-inputs.ts";
import { askedAtOpening } from "../../../src/domain/digest/burden.ts";
import { problemLine } from "../../../src/domain/programme/pack-problem.ts";
import { type Programme, parsePack } from "../../../src/domain/programme/programme.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { boxText } from "../../../src/domain/report/box-text.ts";
import { findCell } from "../../../src/domain/report/cells.ts";
import { missingParts } from "../../../src/domain/report/completeness.ts";
import type { Basis } from "../../../src/domain/report/content.ts";
import { applyInputs } from "../../../src/domain/report/inputs.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { readStatement } from "../../../src/domain/report/statement.ts";
import { rankingWorkbook } from "../../../src/export/workbook.ts";
import { fieldsOf, wordsOf } from "../../bot/card-reading.ts";
import { basis as known, quarter } from "../../domain/report/given.ts";
import pack from "../../fixtures/villages.json" with { type: "json" };
import { viewOf } from "./case.ts";

// Two fields asked for by a programme besides the standard ones, each defined by one line of its pack: jobs
// created by the year's investment, and each project's share of local labour. Nothing else defines them.

const JOBS = {
  id: "jobs",
  of: "investment",
  kind: "count",
  required: true,
  cumulative: true,
  name: "新增就业",
  nameEn: "New jobs",
  unit: { name: "人", nameEn: "people" },
  said: ["带动就业"],
};
const LOCAL = {
  id: "local",
  of: "project",
  kind: "percent",
  required: true,
  cumulative: false,
  name: "本地用工占比",
  nameEn: "Local labour",
};
const programme = programmeWith([JOBS, LOCAL]);
/** The previous quarter reported 40 jobs. */
const earlier = known.earlier.map(({ period, content }) => ({
  period,
  content: { ...content, investment: { ...content.investment, more: { jobs: 40 } } },
}));
const basis: Basis = { ...known, programme, earlier };

function programmeWith(fields: unknown[]): Programme {
  const parsed = parsePack({ ...pack, fields });
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  return parsed.programme;
}

/** The quarter's report after these inputs were saved in both sections. */
function reportWith(raw: Record<string, string>): Report {
  const report = startReport(basis);
  const applied = applyInputs({ ...quarter, ...raw }, report.content, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  const by = { revision: 1, by: "ou_official", name: "official", at: 1 };
  return { ...report, content: applied.content, saved: { investment: by, image: by } };
}
const filled = { "investment/count.jobs": "120人", "image/project.lane.percent.local": "65%" };
const complete = reportWith(filled);

test("the form asks for them, with their unit and last quarter's figure", () => {
  const report = startReport(basis);
  const boxes = (section: string) =>
    fieldsOf(sectionCard({ ...viewOf(basis, { report }), section })).map(({ name, label }) => [name, label]);
  expect(boxes("investment")).toContainEqual(["investment/count.jobs", "新增就业（人，上季度 40）"]);
  expect(boxes("image")).toContainEqual(["image/project.lane.percent.local", "村道整修·本地用工占比（%）"]);
  expect(boxes("image").map(([name]) => name)).toContain("image/project.new.percent.local");
});

test("what was typed is read as its kind, kept, and stands in the box again", () => {
  expect(complete.content.investment.more).toEqual({ jobs: 120 });
  expect(complete.content.image.projects[0]?.more).toEqual({ local: 65 });
  const cell = findCell("investment/count.jobs", complete.content, basis);
  expect(cell && boxText(cell, complete.saved)).toBe("120");
  const refused = applyInputs({ "investment/count.jobs": "120万元" }, complete.content, basis);
  expect(refused).toMatchObject({ problems: [{ key: "investment/count.jobs" }] });
});

test("a quarter is not complete without them, and the card says which", () => {
  const view = viewOf(basis, { report: reportWith({}) });
  const missing = missingParts(view.report, basis).map((one) => missingPart(one, view));
  expect(missing).toEqual(["缺新增就业", "“村道整修”缺本地用工占比"]);
  expect(wordsOf(overviewCard(view))).toContain("缺新增就业");
  expect(missingParts(complete, basis)).toEqual([]);
});

test("one that goes on through the year does not fall, a percentage is at most 100", () => {
  const problems = (raw: Record<string, string>) => {
    const applied = applyInputs(raw, complete.content, basis);
    return applied.ok ? [] : applied.problems.map(({ key, problem }) => `${key} ${problem}`);
  };
  expect(problems({ "investment/count.jobs": "39" })).toEqual(["investment/count.jobs falls"]);
  expect(problems({ "image/project.lane.percent.local": "101" })).toEqual([
    "image/project.lane.percent.local over_100",
  ]);
});

test("the reviewer's table shows them beside last quarter's", () => {
  const table = figureTable(viewOf(basis, { report: complete }));
  const rows = table.tag === "table" ? table.rows : [];
  expect(rows).toContainEqual({ what: "新增就业", now: "**120人**", before: "40人" });
  expect(rows).toContainEqual({ what: "本地用工占比", now: "**65%**", before: "—" });
});

test("a sentence names them by any of their words", () => {
  const read = (text: string) => {
    const { figures, questions } = readStatement(text, programme);
    expect(questions).toEqual([]);
    return figures.map(({ field, value }) =>
      typeof field === "object" && "own" in field ? [field.own.id, value] : [field, value],
    );
  };
  expect(read("累计投资300万元，新增就业120人，形象72%")).toEqual([
    ["cumulative", 300],
    ["jobs", 120],
    ["image", 72],
  ]);
  expect(read("带动就业约1.2万人")).toEqual([["jobs", 12_000]]);
});

test("the burden counts what is asked anew, and the demo fills it in", () => {
  const plain = startReport(known);
  expect(askedAtOpening(startReport(basis), basis)).toBe(askedAtOpening(plain, known) + 2);
  const figures = { cumulative: 300, sources: {}, actual: { lane: 72 }, shares: {}, own: { jobs: 120 } };
  expect(figureInputs(figures, basis)).toMatchObject({
    "investment/count.jobs": "120",
    "image/project.lane.percent.local": "0",
  });
});

test("the workbook has a column for each", async () => {
  const { scheme } = programme;
  const ranked = rankQuarter(
    programme,
    "2026Q3",
    [{ report: { ...complete, status: "approved" }, basis }],
    null,
  );
  const bytes = await rankingWorkbook({ period: "2026Q3", scheme, ...ranked }, programme, "zh-CN");
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes).buffer);
  const text = JSON.stringify(workbook.getWorksheet("输入")?.getSheetValues());
  expect(text).toContain('"新增就业","本地用工占比"');
  expect(text).toContain('"人","%"');
});

test("a pack without fields of its own asks what it always asked", () => {
  expect(programmeWith([]).fields).toEqual([]);
  expect(() => programmeWith([{ ...JOBS, unit: undefined }])).toThrow(
    "a count, and only a count, has a unit",
  );
});
