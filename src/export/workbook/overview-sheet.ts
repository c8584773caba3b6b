import { countyName, longDayName } from "../../../cards/names.ts";
import { rowTerms } from "../../../cards/text/terms.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { FrozenRow } from "../../domain/ranking/publication.ts";
import { type BookSheet, type Cell, type Column, each, type Formula, type Tone } from "../book/book.ts";
import { townLabel } from "./input-sheet.ts";
import { FIRST_ROW, type Layout } from "./layout.ts";
import { OVERVIEW_TEXT, type OverviewText } from "./overview-text.ts";
import { come } from "./score-sheet.ts";

/** Bars a page has room for. */
const CHARTED = 20;
const TONES: Record<FrozenRow["light"], Tone> = {
  green: "green",
  yellow: "yellow",
  red: "red",
  grey: "grey",
};

type View = { programme: Programme; locale: Locale; title: string; at: number | null };

/**
 * The ranking on one page: place, score and change, light, what is done of what was due, and a chart. Scores and ranks
 * are those of the score sheet, so that they follow a change of its figures. `at`: when it was published (UTC ms).
 */
export function overviewSheet(now: Frozen, layout: Layout, view: View): BookSheet {
  const { programme, locale, title, at } = view;
  const text = OVERVIEW_TEXT[locale];
  const { rows } = now.result;
  const compared = rows.some(({ previousRank }) => previousRank !== null);
  const changed = rows.some(({ delta }) => delta !== null);
  const done = RATES.filter(({ of, to }) => [of, to].every((column) => layout.inputs.includes(column)));
  const columns: Column[] = [
    { title: text.columns.rank, width: 9, format: locale === "en" ? "count" : "rank" },
    { title: text.columns.town, width: 14, format: "text" },
    { title: text.columns.county, width: 12, format: "text" },
    { title: text.columns.score, width: 11, format: now.scheme.decimals },
    ...(changed ? [{ title: text.columns.delta, width: 11, format: now.scheme.decimals }] : []),
    ...(compared ? [{ title: text.columns.move, width: 9, format: "move" } as const] : []),
    { title: text.columns.light, width: 10, format: "text" },
    ...done.map(({ id }): Column => ({ title: text.columns[id], width: 11, format: "share" })),
  ];
  const values = new Map(now.inputs.table.rows.map((row) => [row.id, row.values]));
  const cellsOf = (row: FrozenRow, i: number): Cell[] => {
    const place = FIRST_ROW + i;
    const town = townBySlug(programme, row.town);
    return [
      row.rank === null ? null : linked(layout, "rank", place, row.rank),
      townLabel(row.town, programme, locale),
      town ? countyName(programme, town, locale) : "",
      row.score === null ? null : linked(layout, "score", place, row.score),
      ...(changed ? [row.delta] : []),
      ...(compared ? [moveOf(row, layout, place)] : []),
      {
        value: rowTerms(row, locale)
          .map((term) => term.text)
          .join(text.comma),
        tone: TONES[row.light],
      },
      ...done.map(({ of, to }) => rate(layout, place, of, to, values.get(row.town))),
    ];
  };
  return {
    name: layout.sheets.overview,
    title,
    lines: [
      stateLine(rows, text, locale),
      ...(compared ? [moveLine(rows, programme, text, locale)] : []),
      ...(at === null ? [] : [text.stands(longDayName(shanghaiDay(at), locale))]),
      text.live,
    ],
    columns,
    rows: each(rows, cellsOf),
    freeze: 2,
    chart: {
      title: text.chart(Math.min(CHARTED, rows.length), rows.length),
      ...{ names: 1, figures: 3, rows: CHARTED, decimals: 2 },
    },
  };
}

const RATES = [
  { id: "invested", of: "invested", to: "invested_due" },
  { id: "image", of: "image_actual", to: "image_planned" },
] as const;

function linked(layout: Layout, end: "rank" | "score", row: number, result: number): Formula {
  return come(`'${layout.sheets.scores}'!${layout.end[end]}${row}`, result);
}

function moveOf({ rank, previousRank }: FrozenRow, layout: Layout, row: number): Cell {
  if (rank === null || previousRank === null) return null;
  const now = `'${layout.sheets.scores}'!${layout.end.rank}${row}`;
  return come(`IF(ISNUMBER(${now}),${previousRank}-${now},"")`, previousRank - rank);
}

function rate(
  layout: Layout,
  row: number,
  of: string,
  to: string,
  values: Record<string, number | null> | undefined,
): Cell {
  const [done, due] = [of, to].map(
    (column) => `'${layout.sheets.inputs}'!${layout.inputColumn(column)}${row}`,
  );
  const [a, b] = [values?.[of] ?? null, values?.[to] ?? null];
  if (a === null || b === null) return null;
  const formula = `IF(AND(ISNUMBER(${done}),ISNUMBER(${due})),IF(${due}=0,"",${done}/${due}),"")`;
  return come(formula, b === 0 ? null : a / b);
}

function stateLine(rows: readonly FrozenRow[], text: OverviewText, locale: Locale): string {
  const words = rows.map(
    (row) => rowTerms({ light: row.light, standing: row.standing }, locale)[0]?.text ?? "",
  );
  const lights = [...new Set(words)].map((word) =>
    text.light(word, words.filter((other) => other === word).length),
  );
  const reported = rows.filter(({ standing }) => standing !== "not_reported").length;
  return text.state(rows.length, reported, lights.join(text.comma));
}

/** The town that climbed most and the one that fell most. */
function moveLine(
  rows: readonly FrozenRow[],
  programme: Programme,
  text: OverviewText,
  locale: Locale,
): string {
  const moves = rows.flatMap(({ town, rank, previousRank }) =>
    rank === null || previousRank === null ? [] : [{ town, from: previousRank, to: rank }],
  );
  const most = (way: "up" | "down") => {
    const size = ({ from, to }: (typeof moves)[number]) => (way === "up" ? from - to : to - from);
    const [first] = moves.toSorted((a, b) => size(b) - size(a));
    if (!first || size(first) <= 0) return [];
    return [text.moved(way, townLabel(first.town, programme, locale), first.from, first.to)];
  };
  const said = [...most("up"), ...most("down")];
  return said.length === 0 ? text.none : `${said.join(text.comma)}${text.end}`;
}
