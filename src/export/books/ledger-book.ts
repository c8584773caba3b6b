import { townBySlug } from "../../domain/programme/programme.ts";
import type { Book, BookSheet, Cell, Tone } from "../book/book.ts";
import { type BookView, dayOf, footOf, placeOf, programmeOf, textOf } from "./view.ts";

// 台账: every item with an owner and a day, a sheet a kind, and how many each town has.

/** One item. Days are `YYYY-MM-DD`; `ended` null while it is open. `tone`: the colour of its state. */
export type LedgerItem = {
  town: string;
  title: string;
  state: string;
  tone: Tone;
  owner: string;
  begun: string;
  due: string | null;
  overdue: boolean;
  last: string;
  ended: string | null;
};
export type LedgerPart = { name: string; items: readonly LedgerItem[] };

const CHARTED = 20;

export function ledgerBook(view: BookView & { parts: readonly LedgerPart[] }): Book {
  const text = textOf(view).ledger;
  const title = text.title(programmeOf(view));
  return {
    sheets: [overview(view, view.parts, title), ...view.parts.map((part) => partSheet(view, part))],
    made: footOf(view, title),
  };
}

function overview(view: BookView, parts: readonly LedgerPart[], title: string): BookSheet {
  const { overview: name, town, county, total, ledger: text } = textOf(view);
  const items = parts.flatMap((part) => part.items);
  const count = (own: readonly LedgerItem[]): [open: number, overdue: number, closed: number] => [
    own.filter(({ ended }) => ended === null).length,
    own.filter(({ overdue }) => overdue).length,
    own.filter(({ ended }) => ended !== null).length,
  ];
  const rows = view.programme.towns
    .map((one) => ({ one, counts: count(items.filter(({ town: slug }) => slug === one.slug)) }))
    .toSorted((a, b) => b.counts[1] - a.counts[1] || b.counts[0] - a.counts[0]);
  const elsewhere = count(items.filter(({ town: slug }) => !townBySlug(view.programme, slug)));
  const isThere = elsewhere.some((n) => n > 0);
  const figure = { width: 12, format: "count" } as const;
  return {
    name,
    title,
    lines: [text.state(...count(items)), textOf(view).asOf(dayOf(view))],
    columns: [
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: text.columns.open, ...figure },
      { title: text.columns.overdue, ...figure },
      { title: text.columns.closed, ...figure },
    ],
    rows: [
      ...rows.map(({ one, counts: [open, overdue, closed] }): Cell[] => [
        ...placeOf(view, one),
        open,
        overdue > 0 ? { value: overdue, tone: "red" } : overdue,
        closed,
      ]),
      ...(isThere ? [[textOf(view).all, "", ...elsewhere]] : []),
      [total, "", ...count(items)].map((value): Cell => ({ value, tone: "strong" })),
    ],
    freeze: 1,
    chart: { title: text.chart, names: 0, figures: 2, rows: Math.min(CHARTED, rows.length) },
  };
}

function partSheet(view: BookView, { name, items }: LedgerPart): BookSheet {
  const { town, county, ledger: text } = textOf(view);
  const { columns } = text;
  return {
    name,
    title: name,
    lines: [textOf(view).asOf(dayOf(view))],
    columns: [
      { title: town, width: 12, format: "text" },
      { title: county, width: 12, format: "text" },
      { title: columns.title, width: 36, format: "text" },
      { title: columns.state, width: 14, format: "text" },
      { title: columns.owner, width: 18, format: "text" },
      { title: columns.begun, width: 15, format: "day" },
      { title: columns.due, width: 15, format: "day" },
      { title: columns.last, width: 30, format: "text" },
      { title: columns.ended, width: 15, format: "day" },
    ],
    rows: items.map((item): Cell[] => [
      ...placeOf(view, townBySlug(view.programme, item.town)),
      item.title,
      {
        value: item.overdue ? `${item.state}（${text.late}）` : item.state,
        tone: item.overdue ? "red" : item.tone,
      },
      item.owner,
      item.begun,
      item.due,
      item.last,
      item.ended,
    ]),
    freeze: 2,
  };
}
