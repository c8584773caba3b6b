import { nameOf } from "../../../cards/names.ts";
import type { MoneyLine } from "../../domain/procedure/money.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { formatAmount } from "../../domain/reading/numbers.ts";
import {
  type Book,
  type BookSheet,
  type Cell,
  type Column,
  type Formula,
  firstRow,
  letter,
} from "../book/book.ts";
import { type BookView, dayOf, footOf, placeOf, programmeOf, textOf } from "./view.ts";

// 资金台账 of a year: what each town has in place and spent, by source, and the awards that were paid. 万元.

export type TownFunds = { town: string; lines: readonly MoneyLine[] };
export type AwardPaid = {
  town: string;
  quarter: string;
  amount: number;
  state: string;
  paidOn: string | null;
  paper: string;
  arrivedOn: string | null;
};
type View = BookView & { year: number; funds: readonly TownFunds[]; payments: readonly AwardPaid[] };

const CHARTED = 20;
const SUMS = ["planned", "inPlace", "spent"] as const;

export function fundsBook(view: View): Book {
  const text = textOf(view).funds;
  const title = text.title(programmeOf(view), view.year);
  return {
    sheets: [overview(view, title), sources(view), ...(view.payments.length > 0 ? [payments(view)] : [])],
    made: footOf(view, title),
  };
}

const sumOf = (lines: readonly MoneyLine[], what: (typeof SUMS)[number]) =>
  lines.reduce((sum, line) => sum + line[what], 0);

function overview(view: View, title: string): BookSheet {
  const { overview: name, town, county, total, funds: text } = textOf(view);
  const rows = view.funds
    .map(({ town: slug, lines }) => ({ slug, sums: SUMS.map((what) => sumOf(lines, what)) }))
    .toSorted((a, b) => (b.sums[1] ?? 0) - (a.sums[1] ?? 0));
  const lines = [
    text.state(...triple((n) => formatAmount(rows.reduce((sum, { sums }) => sum + (sums[n] ?? 0), 0)))),
    textOf(view).asOf(dayOf(view)),
  ];
  const columns: Column[] = [
    { title: town, width: 18, format: "text" },
    { title: county, width: 16, format: "text" },
    ...SUMS.map((what) => ({ title: text.columns[what], width: 14, format: "amount" as const })),
    { title: text.columns.rate, width: 10, format: "share" },
    { title: text.columns.spentRate, width: 10, format: "share" },
  ];
  const first = firstRow({ lines, columns });
  const last = first + rows.length - 1;
  const rates = (row: number, [planned = 0, inPlace = 0, spent = 0]: number[]): Formula[] => [
    share(`C${row}`, `D${row}`, planned, inPlace),
    share(`D${row}`, `E${row}`, inPlace, spent),
  ];
  const whole = SUMS.map((_, n) => rows.reduce((sum, { sums }) => sum + (sums[n] ?? 0), 0));
  const sumRow: Cell[] = [
    total,
    "",
    ...whole.map((result, n) => {
      const at = letter(3 + n);
      return { formula: `SUM(${at}${first}:${at}${last})`, result };
    }),
    ...rates(last + 1, whole),
  ];
  return {
    name,
    title,
    lines,
    columns,
    rows: [
      ...rows.map(({ slug, sums }, i): Cell[] => [
        ...placeOf(view, townBySlug(view.programme, slug)),
        ...sums,
        ...rates(first + i, sums),
      ]),
      ...(rows.length > 0 ? [sumRow.map(strong)] : []),
    ],
    freeze: 1,
    ...(rows.length > 0
      ? { chart: { title: text.chart, names: 0, figures: 3, rows: Math.min(CHARTED, rows.length) } }
      : {}),
  };
}

const triple = (of: (n: number) => string): [string, string, string] => [of(0), of(1), of(2)];

function strong(cell: Cell): Cell {
  return cell !== null && typeof cell === "object" && "tone" in cell ? cell : { value: cell, tone: "strong" };
}

/** What part of the first cell the second is; empty where the first is nothing. */
function share(whole: string, part: string, of: number, is: number): Formula {
  return { formula: `IF(N(${whole})=0,"",${part}/${whole})`, result: of === 0 ? "" : is / of };
}

function sources(view: View): BookSheet {
  const { town, county, funds: text } = textOf(view);
  const { programme, locale } = view;
  const nameIn = (id: string) => {
    const found = programme.fundSources.find((one) => one.id === id);
    return found ? nameOf(found, locale) : id;
  };
  return {
    name: text.sheets.sources,
    title: text.sheets.sources,
    lines: [textOf(view).asOf(dayOf(view))],
    columns: [
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: text.columns.source, width: 20, format: "text" },
      ...SUMS.map((what) => ({ title: text.columns[what], width: 14, format: "amount" as const })),
      { title: text.columns.share, width: 12, format: "share" },
    ],
    rows: view.funds.flatMap(({ town: slug, lines }) =>
      lines
        .filter((line) => SUMS.some((what) => line[what] > 0))
        .map((line): Cell[] => [
          ...placeOf(view, townBySlug(programme, slug)),
          nameIn(line.source),
          ...SUMS.map((what) => line[what]),
          line.share,
        ]),
    ),
    freeze: 2,
  };
}

function payments(view: View): BookSheet {
  const { town, county, funds: text } = textOf(view);
  return {
    name: text.sheets.payments,
    title: text.sheets.payments,
    lines: [textOf(view).asOf(dayOf(view))],
    columns: [
      { title: text.columns.quarter, width: 18, format: "text" },
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: text.columns.amount, width: 14, format: "amount" },
      { title: text.columns.state, width: 14, format: "text" },
      { title: text.columns.paidOn, width: 16, format: "day" },
      { title: text.columns.paper, width: 20, format: "text" },
      { title: text.columns.arrivedOn, width: 16, format: "day" },
    ],
    rows: view.payments.map((one): Cell[] => [
      one.quarter,
      ...placeOf(view, townBySlug(view.programme, one.town)),
      one.amount,
      one.state,
      one.paidOn,
      one.paper,
      one.arrivedOn,
    ]),
    freeze: 2,
  };
}
