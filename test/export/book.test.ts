import excel, { type Worksheet } from "exceljs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { LOCALES } from "../../src/domain/programme/people.ts";
import { nodesOf, schemeColumns } from "../../src/domain/scoring/scheme-tree.ts";
import type { Book } from "../../src/export/book/book.ts";
import { writeBook } from "../../src/export/book/write-book.ts";
import { openArchive } from "../../src/export/xlsx/unzip.ts";
import { workedQ3 } from "../domain/explain/publications.ts";
import { towns } from "../domain/programmes.ts";
import { open } from "./libre-office.ts";
import { everyBook } from "./sample-books.ts";
import { faultsOf } from "./strict-xlsx.ts";

// How every book looks and prints.

const MB = 1024 * 1024;
/** Words only a developer knows: columns of the score table, ids of the scheme, slugs of towns. */
const IDS = new Set([
  ...[...schemeColumns(workedQ3.scheme), ...nodesOf(workedQ3.scheme.root).map(({ id }) => id)],
  ...towns.towns.map(({ slug }) => slug),
]);
const books = LOCALES.flatMap((locale) =>
  Object.entries(everyBook(locale)).map(([name, book]) => ({ name, locale, book })),
);
/** Sheets that hold no table: lists to choose from. */
const isTable = ({ state }: Worksheet) => state === "visible";

describe.each(books)("the $name book, $locale", ({ book, locale }) => {
  let bytes = new Uint8Array();
  let opened = new excel.Workbook();
  let sheets: Worksheet[] = [];
  beforeAll(async () => {
    bytes = new Uint8Array(await writeBook(book, locale));
    opened = await open(bytes);
    sheets = opened.worksheets.filter(isTable);
  });

  it("prints on A4, landscape, as wide as the page, with its header on every page", () => {
    for (const { pageSetup, headerFooter, name } of sheets) {
      expect(pageSetup, name).toMatchObject({
        ...{ paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        printTitlesRow: expect.stringMatching(/^\d+:\d+$/),
      });
      expect(headerFooter.oddFooter).toContain("&P");
    }
  });

  it("keeps its header in sight, with filters, lines and a colour", () => {
    for (const sheet of sheets) {
      const [view] = sheet.views;
      const header = view?.state === "frozen" ? (view.ySplit ?? 0) : 0;
      const cell = sheet.getCell(header, 1);
      expect(cell.border.bottom?.style, sheet.name).toBe("thin");
      expect(cell.fill, sheet.name).toMatchObject({ pattern: "solid" });
      expect(sheet.getCell(header + 1, 1).border?.left?.style, sheet.name).toBe("thin");
      expect(JSON.stringify(sheet.autoFilter), sheet.name).toContain(String(header));
    }
  });

  it("has nothing that Excel would repair", () => {
    expect(faultsOf(bytes)).toEqual([]);
  });

  it("says everything in words", () => {
    const said = sheets.flatMap((sheet) => {
      const values: unknown[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => values.push(cell.value)));
      return values;
    });
    expect(said.filter((value) => typeof value === "string" && IDS.has(value))).toEqual([]);
  });

  it("opens with one chart, of its own figures", async () => {
    const archive = openArchive(bytes, MB);
    const read = async (path: string) => new TextDecoder().decode((await archive?.read(path)) ?? undefined);
    const chart = await read("xl/charts/chart1.xml");
    const name = book.sheets[0]?.name ?? "";
    expect(chart).toContain(`<c:f>'${name}'!`);
    expect(await read("xl/worksheets/sheet1.xml")).toContain("<drawing r:id=");
    expect(await read("[Content_Types].xml")).toContain("/xl/charts/chart1.xml");
    expect(await read("xl/charts/chart2.xml")).toBe("");
  });
});

test("days are days, sums of money have two decimals, a place in a ranking is 第n名", async () => {
  const { funds, ranking } = everyBook("zh-CN");
  const format = async (book: Book | undefined, sheet: string, cell: string) =>
    (await open(await writeBook(book ?? { sheets: [], made: "" }, "zh-CN")))
      .getWorksheet(sheet)
      ?.getCell(cell).numFmt;
  expect(await format(funds, "奖补拨付", "F4")).toBe('yyyy"年"m"月"d"日"');
  expect(await format(funds, "总览", "D5")).toBe("#,##0.00");
  expect(await format(ranking, "总览", "A7")).toBe('"第"0"名"');
});

test("rows are written as they come, so that a book of many towns is never in memory as a whole", async () => {
  let ahead = 0;
  let furthest = 0;
  const rows = function* () {
    for (let n = 1; n <= 2000; n += 1) {
      ahead += 1;
      furthest = Math.max(furthest, ahead);
      yield [n, "碛口镇", n / 7];
    }
  };
  const relief = setInterval(() => {
    ahead = 0;
  });
  const columns = ["序号", "单位", "得分"].map((title) => ({ title, width: 12 }));
  const sheet = { name: "得分", title: "得分", columns, rows: rows() };
  const written = await open(await writeBook({ sheets: [sheet], made: "" }, "zh-CN"));
  clearInterval(relief);
  expect(written.getWorksheet("得分")?.getCell("A2002").value).toBe(2000);
  expect(furthest).toBeLessThan(2000);
});
