import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import { CannotScore, scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { csvTable } from "./csv-table.ts";
import { q3, schemeV1 } from "./scheme-v1.ts";

const parsed = parseScheme({
  id: "s",
  root: {
    id: "total",
    aggregate: "arithmetic",
    children: [
      { id: "inv", value: { kind: "ratio", of: "done", to: "due" } },
      {
        id: "income",
        value: { kind: "goalposts", column: "income", low: 1, high: 10, log: true, clamp: false },
      },
    ],
  },
  adjust: { deduct: { column: "deduct" } },
});
if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
const scheme = parsed.scheme;
const HEADER = "id,name,done,due,income,deduct";

function problemsOf(...lines: string[]): string[] {
  const table = csvTable(lines.join("\n"), scheme);
  if (table.ok) throw new Error("accepted");
  return table.problems;
}

describe("a table is read from CSV", () => {
  it("with a byte order mark, quoted cells, Windows line ends, blank lines and columns nobody asked for", () => {
    const csv = `\uFEFF${HEADER}\r\nqikou,"碛口, 临县", 8820 ,8400,2.5,0\r\n\r\nxinyi,信义,-1.5e3,.5,+3,NA\r\n`;
    expect(csvTable(csv, scheme)).toEqual({
      ok: true,
      leftOut: [],
      table: {
        columns: ["done", "due", "income", "deduct"],
        rows: [
          { id: "qikou", values: { done: 8820, due: 8400, income: 2.5, deduct: 0 } },
          { id: "xinyi", values: { done: -1500, due: 0.5, income: 3, deduct: null } },
        ],
      },
    });
  });

  it("an empty cell and NA are no value, zero is zero", () => {
    const table = csvTable([HEADER, "a,,,NA,1,0", "b,,0,1,1,"].join("\n"), scheme);
    expect(table).toMatchObject({
      ok: true,
      table: { rows: [{ values: { done: null, due: null } }, { values: { done: 0, deduct: null } }] },
    });
  });

  it("a header alone is an empty table, and an empty table scores to nothing", () => {
    const table = csvTable(HEADER, scheme);
    expect(table).toMatchObject({ ok: true, table: { rows: [] } });
    if (table.ok) expect(scoreTable(scheme, table.table)).toEqual({ scheme: "s", units: [] });
  });

  it("titles above are passed over, totals and notes below are left out and named", () => {
    const table = csvTable(
      ["2026年得分", HEADER, "a,,1,1,1,0", "合计,,1,1,1,0", "注：以万元计"].join("\n"),
      scheme,
    );
    expect(table).toMatchObject({
      ok: true,
      table: { rows: [{ id: "a" }] },
      leftOut: [
        { row: 4, text: "合计", why: "total" },
        { row: 5, text: "注：以万元计", why: "note" },
      ],
    });
  });

  it("the worked example survives being written out and read back", () => {
    const { columns, rows } = workedTable(3);
    const cells = rows.map((row) =>
      [row.id, ...columns.map((column) => row.values[column] ?? "NA")].join(","),
    );
    const table = csvTable([["id", ...columns].join(","), ...cells].join("\n"), schemeV1);
    if (!table.ok) throw new Error(table.problems.join());
    expect(scoreTable(schemeV1, table.table)).toEqual(q3);
  });
});

describe("a wrong table is refused, naming row and column", () => {
  it.each(["abc", "1,5", "１２", "0x10", "1_000", "Infinity", "NaN", "1e999", "--1", "12%", "na"])(
    "the cell %s is not a number",
    (cell) => {
      expect(problemsOf(HEADER, "a,,1,1,1,0", `qikou,,"${cell}",1,1,0`)).toEqual([
        `line 3 (qikou), column done: "${cell}" is not a number`,
      ]);
    },
  );

  it.each([
    ["no text", [""], /first column must be id/],
    ["no id column", ["name,done,due,income,deduct", "a,1,1,1,0"], /first column must be id/],
    ["a missing column", ["id,done,due,deduct", "a,1,1,0"], /no column income/],
    ["a repeated column", [`${HEADER},done`, "a,,1,1,1,0,2"], /column done is there more than once/],
    [
      "a repeated id",
      [HEADER, "a,,1,1,1,0", "b,,1,1,1,0", "a,,1,1,1,0"],
      /row 3: the id a is already used by row 1/,
    ],
    ["an empty id", [HEADER, ",,1,1,1,0"], /line 2: the id is empty/],
    ["a short row", [HEADER, "a,,1,1"], /line 2 \(a\): 4 cells where the first row has 6/],
    ["an open quote", [HEADER, 'a,"x,1,1,1,0'], /not readable as CSV/],
    ["a logarithm of zero", [HEADER, "a,,1,1,0,0"], /row a, column income: 0 has no logarithm/],
    ["a deduction with a sign", [HEADER, "a,,1,1,1,-2"], /row a, column deduct: -2 is below zero/],
  ])("%s", (_, lines, problem) => {
    expect(problemsOf(...lines).join("\n")).toMatch(problem);
  });

  it("lists at most fifty problems and says how many more there are", () => {
    const problems = problemsOf(HEADER, ...Array.from({ length: 80 }, (_, i) => `t${i},,x,1,1,0`));
    expect(problems).toHaveLength(51);
    expect(problems[50]).toBe("and 30 more");
  });

  it("the engine refuses the same of a table that was not read from a file", () => {
    const table = workedTable(3);
    const [first] = table.rows;
    if (!first) throw new Error("no row");
    const withCell = (cell: number) => ({
      ...table,
      rows: [{ id: "qikou", values: { ...first.values, invested: cell } }],
    });
    expect(() => scoreTable(schemeV1, withCell(Number.NaN))).toThrow("row qikou, column invested: NaN");
    expect(() => scoreTable(schemeV1, withCell(Number.POSITIVE_INFINITY))).toThrow(CannotScore);
    expect(() => scoreTable(schemeV1, { ...table, columns: ["invested"] })).toThrow(
      "no column positioning.done",
    );
    expect(() => scoreTable(schemeV1, { ...table, rows: [first, first] })).toThrow(
      "the id qikou is already used",
    );
  });

  it("any text is either a table or refused, never an exception", () => {
    const fragment = fc.constantFrom(
      "id",
      "done",
      "due",
      "income",
      "deduct",
      ",",
      "\n",
      '"',
      "1",
      "NA",
      "\uFEFF",
      "a",
      ";",
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
        expect(typeof csvTable(parts.join(""), scheme).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});
