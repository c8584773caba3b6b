import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nodeName } from "../../cards/names.ts";
import { compareTowns } from "../../src/domain/explain/compare-towns.ts";
import type { Frozen } from "../../src/domain/explain/frozen.ts";
import { parseScheme } from "../../src/domain/scoring/parse-scheme.ts";
import { nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import { scoreTable } from "../../src/domain/scoring/score-table.ts";
import type { ScoreTable } from "../../src/domain/scoring/table.ts";
import { type Book, shown } from "../../src/export/book/book.ts";
import { writeBook } from "../../src/export/book/write-book.ts";
import { yearBook } from "../../src/export/books/year-book.ts";
import { programmeBook } from "../../src/export/programme/programme-book.ts";
import { WORKBOOK_TEXT } from "../../src/export/workbook/text.ts";
import { rankingWorkbook } from "../../src/export/workbook.ts";
import { frozen, workedQ3 } from "../domain/explain/publications.ts";
import { towns } from "../domain/programmes.ts";
import { anyScheme, anyTable } from "../domain/scoring/random-programme.ts";
import { type Computed, computed, hasLibreOffice, open } from "./libre-office.ts";
import { everyBook, wholeYear } from "./sample-books.ts";

/** The rows above the first town: title, a sentence, header, weights or units. */
const FIRST = 4;
const HEADER = 2;
const zh = WORKBOOK_TEXT["zh-CN"].sheets;
const all = Object.values(zh);

/** A tree with every kind of indicator, mean and policy, with missing figures, over four units. */
const everyKind = (() => {
  const leaf = (id: string, kind: object, rest: object = {}) => ({ id, value: kind, ...rest });
  const parsed = parseScheme({
    id: "every-kind",
    decimals: 6,
    root: {
      id: "all",
      aggregate: "arithmetic",
      minShare: 0.3,
      children: [
        {
          id: "posts",
          weight: 3,
          aggregate: "arithmetic",
          minShare: 0.5,
          children: [
            leaf("life", { kind: "goalposts", column: "a", low: 20, high: 85, out: [0, 100] }, { weight: 2 }),
            leaf("income", {
              kind: "goalposts",
              column: "b",
              low: 100,
              high: 75_000,
              log: true,
              out: [0, 100],
            }),
            leaf("debt", { kind: "goalposts", column: "a", low: 10, high: 90, clamp: false, direction: -1 }),
          ],
        },
        {
          id: "means",
          weight: 2,
          aggregate: "geometric",
          children: [
            leaf("spread", { kind: "minmax", column: "c", out: [1, 100] }),
            {
              id: "inner",
              weight: 2,
              aggregate: "harmonic",
              children: [
                leaf("raw", { kind: "raw", column: "d" }, { na: "zero" }),
                leaf("efficacy", { kind: "efficacy", column: "c", satisfactory: 80, unacceptable: 30 }),
                leaf("ignored", { kind: "raw", column: "a", direction: -1 }, { weight: 0 }),
              ],
            },
          ],
        },
        leaf("down", { kind: "minmax", column: "a", direction: -1 }, { na: "exclude" }),
        leaf("late", { kind: "late", column: "e", perDay: 10, zeroAfter: 5 }),
        leaf("open", { kind: "ratio", of: "c", to: "a", out: 50 }),
        leaf("same", { kind: "minmax", column: "f" }),
      ],
    },
    adjust: { bonus: { column: "plus", max: 3 }, deduct: { column: "minus" } },
  });
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const columns = ["a", "b", "c", "d", "e", "f", "plus", "minus"];
  const row = (id: string, ...cells: Array<number | null>) => ({
    id,
    values: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])),
  });
  return frozen("2026Q3", parsed.scheme, {
    columns,
    rows: [
      row("u1", 70, 42_261, 60, 55, 0, 4, 5, 0),
      row("u2", 90, 120_000, 35, null, 2, 4, null, 1.5),
      row("u3", 15, null, 80, 0, 7, 4, 1, null),
      row("u4", null, 3000, 50, 20, -1, 4, 0, 0),
      row("u5", 40, 900, null, 12.5, null, null, 0, 0),
    ],
  });
})();

/** Some random programmes with a realistic number of figures, generated once. */
const random = fc
  .sample(fc.tuple(anyScheme, anyTable), { numRuns: 60, seed: 20260930 })
  .flatMap(([scheme, table], i): Array<[string, Frozen]> => {
    try {
      return table.rows.length > 2 ? [[`random${i}`, frozen("2026Q3", scheme, table)]] : [];
    } catch {
      return [];
    }
  })
  .slice(0, 12);

const changedTable: ScoreTable = {
  ...workedQ3.inputs.table,
  rows: workedQ3.inputs.table.rows.map((row) =>
    row.id === "beiwudang" ? { ...row, values: { ...row.values, invested: 3400 } } : row,
  ),
};

const fundsOfTwo = everyBook("zh-CN").funds ?? { sheets: [], made: "" };

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

/** A column by its heading. */
function cellsOf(sheet: string[][] | undefined, heading: string): Array<string | undefined> {
  const at = sheet?.[HEADER]?.indexOf(heading) ?? -1;
  if (!sheet || at < 0) throw new Error(`no column ${heading}`);
  return sheet.slice(FIRST).map((row) => row[at]);
}

/** The heading of an indicator or group: its name, or its id in a scheme without names. */
function headingOf(now: Frozen, id: string): string {
  const node = nodesOf(now.scheme.root).find((one) => one.id === id);
  return node ? nodeName(node, "zh-CN") : ({ bonus: "加分", deduct: "扣分" }[id] ?? id);
}

function expectScores(book: Computed | undefined, now: Frozen, table = now.inputs.table) {
  const units = new Map(scoreTable(now.scheme, table).units.map((unit) => [unit.id, unit]));
  const sheet = book?.get(zh.scores);
  const nodes = nodesOf(now.scheme.root).slice(1);
  const tree = nodes.map(({ id }) => [id, cellsOf(sheet, headingOf(now, id))] as const);
  const [score, rank] = [cellsOf(sheet, "得分"), cellsOf(sheet, "位次")];
  now.result.rows.forEach(({ town }, i) => {
    const unit = units.get(town);
    if (!unit) return;
    expect(number(score[i]), `${town} score`).toEqual(unit.score);
    expect(number(rank[i]), `${town} rank`).toBe(unit.rank);
    // If a unit is not ranked, the values below it do not matter.
    if (unit.score === null) return;
    for (const [id, column] of tree) {
      const [there, here] = [number(column[i]), unit.nodes[id] ?? null];
      if (there === null || here === null) expect([town, id, there]).toEqual([town, id, here]);
      else expect(Math.abs(there - here), `${town} ${id}`).toBeLessThan(1e-8 * Math.max(1, Math.abs(here)));
    }
  });
}

function expectPoints(book: Computed | undefined, now: Frozen) {
  const sheet = book?.get(zh.points);
  for (const id of Object.keys(now.result.rows[0]?.contributions ?? {})) {
    const column = cellsOf(sheet, headingOf(now, id));
    now.result.rows.forEach(({ town, contributions }, i) => {
      const points = contributions[id];
      if (points !== undefined) expect(number(column[i]), `${town} ${id}`).toBeCloseTo(points, 8);
    });
  }
}

/** The books without a test of their own below. */
const others: Array<[name: string, book: Book]> = [
  ...Object.entries(everyBook("zh-CN")).filter(([name]) => ["ledger", "tasks", "evidence"].includes(name)),
  ["programme", programmeBook(towns)],
];

describe("the workbook, opened in LibreOffice", () => {
  const lacking = !hasLibreOffice();
  let books = new Map<string, Computed>();

  beforeEach(({ skip }) => skip(lacking, "LibreOffice (soffice) is not installed"));
  beforeAll(async () => {
    if (lacking) return;
    const book = async (now: Frozen) => ({ bytes: await rankingWorkbook(now, towns, "zh-CN"), sheets: all });
    const worked = await rankingWorkbook(workedQ3, towns, "zh-CN");
    const changed = await open(worked);
    const inputs = changed.getWorksheet(zh.inputs);
    const at = workedQ3.result.rows.findIndex(({ town }) => town === "beiwudang") + FIRST + 1;
    const invested = workedQ3.inputs.table.columns.indexOf("invested") + 3;
    if (!inputs) throw new Error("no inputs sheet");
    inputs.getRow(at).getCell(invested).value = 3400;
    books = await computed({
      worked: { bytes: worked, sheets: all },
      changed: { bytes: new Uint8Array(await changed.xlsx.writeBuffer()), sheets: all },
      english: {
        bytes: await rankingWorkbook(workedQ3, towns, "en"),
        sheets: [WORKBOOK_TEXT.en.sheets.scores],
      },
      every: await book(everyKind),
      year: {
        bytes: await writeBook(
          yearBook({ programme: towns, now: 0, locale: "zh-CN", table: wholeYear, settled: null }),
          "zh-CN",
        ),
        sheets: ["总览", "计算"],
      },
      funds: { bytes: await writeBook(fundsOfTwo, "zh-CN"), sheets: ["总览"] },
      ...Object.fromEntries(
        await Promise.all(
          others.map(async ([name, book]) => {
            const bytes = await writeBook(book, "zh-CN");
            return [name, { bytes, sheets: book.sheets.map((sheet) => sheet.name) }] as const;
          }),
        ),
      ),
      ...Object.fromEntries(
        await Promise.all(
          random.map(async ([name, now]) => {
            const { bytes } = await book(now);
            return [name, { bytes, sheets: [zh.scores] }] as const;
          }),
        ),
      ),
    });
  });

  it("the worked example has the published scores and ranks, indicator by indicator", () => {
    expectScores(books.get("worked"), workedQ3);
    const sheet = books.get("worked")?.get(zh.scores);
    expect(cellsOf(sheet, "位次").slice(0, 7)).toEqual(["1", "2", "3", "4", "5", "5", "7"]);
    expect(cellsOf(sheet, "核对").slice(0, 7)).toEqual(new Array(7).fill("一致"));
  });

  it("双池 is listed as 未报, without score or rank", () => {
    const row =
      books
        .get("worked")
        ?.get(zh.scores)
        ?.at(FIRST + 7) ?? [];
    expect(row.slice(0, 2)).toEqual(["双池镇", "未报"]);
    expect(row.slice(2).every((cell) => cell === "")).toBe(true);
  });

  it("the points are those of the ranking and sum to the total", () => {
    expectPoints(books.get("worked"), workedQ3);
    const sums = cellsOf(books.get("worked")?.get(zh.points), "合计");
    workedQ3.result.rows.forEach(({ unrounded }, i) => {
      if (unrounded === null) expect(sums[i]).toBe("");
      else expect(number(sums[i])).toBeCloseTo(unrounded, 9);
    });
  });

  it("the difference of two towns' points is the gap the bot explains", () => {
    const gap = compareTowns(workedQ3, "beiwudang", "xinyi");
    if (!gap.ok) throw new Error(gap.reason);
    const rowOf = (town: string) => workedQ3.result.rows.findIndex((row) => row.town === town);
    for (const { id, points } of gap.terms) {
      const column = cellsOf(books.get("worked")?.get(zh.points), headingOf(workedQ3, id));
      const lead = (number(column[rowOf("xinyi")]) ?? 0) - (number(column[rowOf("beiwudang")]) ?? 0);
      expect(lead, id).toBeCloseTo(points, 9);
    }
  });

  it("the formulas live: forty more 万元 and beiwudang is fourth", () => {
    expectScores(books.get("changed"), workedQ3, changedTable);
    const sheet = books.get("changed")?.get(zh.scores);
    const at = workedQ3.result.rows.findIndex(({ town }) => town === "beiwudang");
    expect(cellsOf(sheet, "位次")[at]).toBe("4");
    expect(cellsOf(sheet, "核对")[at]).toBe("不一致");
  });

  it("the page a leader reads says the same, and what changed", () => {
    const sheet = books.get("changed")?.get(zh.overview) ?? [];
    const header = sheet.findIndex(([first]) => first === "位次");
    const at = (title: string) => sheet[header]?.indexOf(title) ?? -1;
    const row = sheet.find((cells) => cells[at("单位")] === "北武当镇") ?? [];
    expect(row[at("位次")]).toBe("4");
    expect(Number.parseFloat(row[at("投资完成率")] ?? "")).toBeCloseTo((3400 / 4200) * 100, 6);
  });

  it("a year's scores and ranks come of its quarters, appraisals and weights", () => {
    const sheet = books.get("year")?.get("计算");
    const [scores, ranks] = [cellsOf(sheet, "年度得分"), cellsOf(sheet, "位次")];
    expect(wholeYear.stage).toBe("year");
    wholeYear.towns.forEach(({ town, year, rank }, i) => {
      expect(number(scores[i]), town.slug).toEqual(year);
      expect(number(ranks[i]), town.slug).toBe(rank);
    });
    const first = books.get("year")?.get("总览")?.[4] ?? [];
    expect([number(first[0]), number(first[3])]).toEqual([1, wholeYear.towns[0]?.year]);
  });

  it.each(others)("the %s book says on every sheet what was written, and computes", (name, book) => {
    for (const { name: title, columns, rows } of book.sheets) {
      const sheet = books.get(name)?.get(title) ?? [];
      const cells = sheet.flat();
      const written = [...rows].flat().map(shown);
      const words = [...columns.map((column) => column.title), ...written].filter(
        (text) => typeof text === "string" && text !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(text),
      );
      expect(
        words.filter((text) => !cells.includes(String(text))),
        title,
      ).toEqual([]);
      expect(
        cells.filter((cell) => /^(?:Err:|#)/.test(cell)),
        title,
      ).toEqual([]);
    }
  });

  it("sums of funds are those of their towns", () => {
    const sheet = books.get("funds")?.get("总览") ?? [];
    const sum = sheet.find(([first]) => first === "合计") ?? [];
    expect(sum.slice(2, 5).map(number)).toEqual([1000, 320.5, 200]);
    expect(Number.parseFloat(sum[5] ?? "")).toBeCloseTo(32.05, 6);
  });

  it("in English the same", () => {
    const sheet = books.get("english")?.get(WORKBOOK_TEXT.en.sheets.scores);
    expect(cellsOf(sheet, "Rank").slice(0, 7)).toEqual(["1", "2", "3", "4", "5", "5", "7"]);
    expect(cellsOf(sheet, "Check").slice(0, 7)).toEqual(new Array(7).fill("same"));
  });

  it("every kind of indicator, mean and policy comes out as the engine has it", () => {
    expectScores(books.get("every"), everyKind);
    expectPoints(books.get("every"), everyKind);
  });

  it.each(random)("%s comes out as the engine has it", (name, now) => {
    expectScores(books.get(name), now);
  });
});

describe("the workbook as it is stored", () => {
  it("carries what its formulas come to, for previews that cannot compute", async () => {
    const book = await open(await rankingWorkbook(workedQ3, towns, "zh-CN"));
    const scores = book.getWorksheet(zh.scores);
    const shown = new Set<unknown>();
    scores?.eachRow((row) => row.eachCell((cell) => shown.add(cell.result)));
    for (const { score } of workedQ3.result.rows) if (score !== null) expect(shown).toContain(score);
  });

  it("a ranking of nobody is a workbook without scores", async () => {
    const nobody = frozen("2026Q3", workedQ3.scheme, { columns: [], rows: [] }, ["qikou"]);
    const book = await open(await rankingWorkbook(nobody, towns, "zh-CN"));
    expect(book.worksheets.map(({ name }) => name)).toEqual(all);
    expect(book.getWorksheet(zh.scores)?.getCell("B5").value).toBe("未报");
  });
});
