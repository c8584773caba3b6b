import type { Locale } from "../../src/domain/programme/people.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import { type AnnualTable, annualTable } from "../../src/domain/year/annual.ts";
import type { Book } from "../../src/export/book/book.ts";
import { evidenceBook } from "../../src/export/books/evidence-book.ts";
import { fundsBook } from "../../src/export/books/funds-book.ts";
import { ledgerBook } from "../../src/export/books/ledger-book.ts";
import { type TaskLine, tasksBook } from "../../src/export/books/tasks-book.ts";
import { yearBook } from "../../src/export/books/year-book.ts";
import { type Ranked, rankingBook } from "../../src/export/workbook.ts";
import { workedQ2, workedQ3 } from "../domain/explain/publications.ts";
import { towns } from "../domain/programmes.ts";

// One of every book, with a little of everything in it.

const NOW = Date.UTC(2026, 9, 20, 2);
const LIGHTS = ["green", "yellow", "red"] as const;
const before = new Map(workedQ2.result.rows.map((row) => [row.town, row.rank]));

/** The worked example as if it had followed its second quarter, with a light of each colour. */
const ranked: Ranked = {
  ...workedQ3,
  at: NOW,
  result: {
    rows: workedQ3.result.rows.map((row, i) => ({
      ...row,
      previousRank: before.get(row.town) ?? null,
      delta: row.score === null ? null : 1.25 - i,
      light: row.score === null ? "grey" : (LIGHTS[i % 3] ?? "grey"),
    })),
  },
};

function published(period: Publication["period"], of: typeof workedQ3): Publication {
  return { ...of, period, seq: 1, at: NOW, by: "", hash: "" };
}

/** A year whose four quarters are there, and whose towns with all of them are appraised. */
export const wholeYear: AnnualTable = annualTable(
  towns,
  2026,
  [
    published("2026Q1", workedQ2),
    published("2026Q2", workedQ2),
    published("2026Q3", workedQ3),
    published("2026Q4", workedQ3),
  ],
  new Map(),
  new Map(workedQ2.result.rows.map(({ town }, i) => [town, 80 + i / 3])),
);

const task: TaskLine = {
  ...{
    town: "qikou",
    area: "facilities",
    item: null,
    title: "古镇污水管网",
    owner: "分管副镇长",
    weight: 10,
  },
  ...{ start: "2026-03-01", due: "2026-09-30", steps: "主管网:2026-06-30:50", evidence: "竣工照片" },
  ...{ state: "进行中", closed: false, percent: 60, scheduled: 80, light: "yellow", until: "2026-10-31" },
};

/** Every book in a language, by name. */
export function everyBook(locale: Locale): Record<string, Book> {
  const view = { programme: towns, now: NOW, locale };
  const line = { source: towns.fundSources[0]?.id ?? "", planned: 500, inPlace: 320.5, spent: 200, share: 1 };
  const item = {
    ...{ town: "qikou", title: "碛口镇整改：出入口堆放杂物", state: "整改中", tone: "yellow" as const },
    ...{ owner: "碛口镇填报人", begun: "2026-09-01", due: "2026-09-20", overdue: true },
    ...{ last: "2026-09-02 下达整改", ended: null },
  };
  const file = {
    ...{ town: "qikou", quarter: "2026年第三季度", about: "形象进度", kind: "image" as const, name: "" },
    ...{ at: "2026-10-12", taken: "2026-10-11", size: 345_678, hints: 1, sha256: "ab".repeat(32) },
  };
  const payment = {
    ...{ town: "qikou", quarter: "2026年第二季度", amount: 61.4, state: "已到账" },
    ...{ paidOn: "2026-08-03", paper: "吕财字12号", arrivedOn: "2026-08-10" },
  };
  return {
    ranking: rankingBook(ranked, towns, locale),
    year: yearBook({ ...view, table: wholeYear, settled: null }),
    ledger: ledgerBook({
      ...view,
      parts: [{ name: "督查整改", items: [item, { ...item, ended: "2026-10-01", overdue: false }] }],
    }),
    tasks: tasksBook({ ...view, year: 2026, tasks: [task, { ...task, town: "xinyi", light: "red" }] }),
    funds: fundsBook({
      ...view,
      year: 2026,
      funds: [
        { town: "qikou", lines: [line] },
        { town: "xinyi", lines: [{ ...line, inPlace: 0, spent: 0, share: null }] },
      ],
      payments: [payment],
    }),
    evidence: evidenceBook({
      ...view,
      of: null,
      files: [file, { ...file, about: null, kind: "file", name: "中标通知书.pdf", taken: null, hints: 0 }],
      counts: new Map([["qikou", { photos: 1, files: 1, hints: 1 }]]),
    }),
  };
}
