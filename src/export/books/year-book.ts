import { nameOf } from "../../../cards/names.ts";
import { assessmentText } from "../../../cards/text/assessment.ts";
import { quarterOf } from "../../domain/calendar/period.ts";
import { type AnnualCounty, type AnnualTable, type AnnualTown, standing } from "../../domain/year/annual.ts";
import { gradeOf } from "../../domain/year/grades.ts";
import { asSettled, type Settled } from "../../domain/year/settled.ts";
import { type Book, type BookSheet, type Cell, letter } from "../book/book.ts";
import { come } from "../workbook/score-sheet.ts";
import { type BookView, dayOf, footOf, placeOf, programmeOf, textOf } from "./view.ts";

// The year of every town and county: the page a leader reads, and how it comes of the quarters, as live formulas.

/** Rows above the first town of the reckoning: title, a sentence, header, weights. */
const WEIGHTS = 4;
const FIRST = 5;
const CHARTED = 20;

/** Where the figures of the reckoning stand: quarters from B on, then these. */
type Columns = {
  quarters: number[];
  last: string;
  process: string;
  appraisal: string;
  score: string;
  rank: string;
};

/** `settled`: the result that was settled, which then is what the book shows; null before. */
export function yearBook(given: BookView & { table: AnnualTable; settled: Settled | null }): Book {
  const text = textOf(given).year;
  const { settled } = given;
  const table = settled ? asSettled(given.table, settled) : given.table;
  const view = { ...given, table };
  const title = text.title(programmeOf(view), table.year);
  const quarters = table.published.map(quarterOf).toSorted();
  const at = (n: number) => letter(quarters.length + 1 + n);
  const columns = {
    ...{ quarters, last: at(0), process: at(1), appraisal: at(2), score: at(3), rank: at(4) },
  };
  const sheets =
    quarters.length === 0
      ? [emptySheet(view, title)]
      : [overview(view, title, columns), reckoning(view, columns), counties(view)];
  return { sheets, made: footOf(view, title) };
}

type View = BookView & { table: AnnualTable; settled: Settled | null };

/** How final the figures are. */
function standingLine(view: View): string {
  const { settled, table, locale } = view;
  return settled ? assessmentText(locale).frozen : textOf(view).year.stages[table.stage];
}

function emptySheet(view: View, title: string): BookSheet {
  const { overview: name, year } = textOf(view);
  return { name, title, columns: [{ title: name, width: 60, format: "text" }], rows: [[year.none]] };
}

function overview(view: View, title: string, { score, rank }: Columns): BookSheet {
  const { overview: name, town, county, year: text } = textOf(view);
  const { table, programme, locale } = view;
  const { decimals } = programme.scheme;
  const from = (column: string, i: number) => `'${text.sheets.reckoning}'!${column}${FIRST + i}`;
  return {
    name,
    title,
    lines: [standingLine(view), textOf(view).asOf(dayOf(view))],
    columns: [
      { title: text.columns.rank, width: 10, format: locale === "en" ? "count" : "rank" },
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: text.columns.score, width: 14, format: decimals },
      ...quartersOf(table).map((n) => ({ title: text.quarter(n), width: 12, format: 2 as const })),
      { title: text.columns.appraisal, width: 12, format: 2 },
    ],
    rows: table.towns.map((one, i): Cell[] => [
      one.rank === null ? null : come(from(rank, i), one.rank),
      ...placeOf(view, one.town),
      standing(one, table.stage) === null ? null : come(from(score, i), standing(one, table.stage)),
      ...quartersOf(table).map((n) => one.quarters[n - 1] ?? null),
      one.appraisal,
    ]),
    freeze: 2,
    chart: { title: text.chart, names: 1, figures: 3, rows: CHARTED, decimals: 2 },
  };
}

function quartersOf({ published }: AnnualTable): number[] {
  return published.map(quarterOf).toSorted();
}

function reckoning(view: View, columns: Columns): BookSheet {
  const { town, year: text } = textOf(view);
  const { table, programme } = view;
  const { rule } = table;
  const { decimals } = programme.scheme;
  const figure = { width: 12, format: decimals } as const;
  const weights = columns.quarters.map((n) => rule.quarters[n - 1] ?? 0);
  return {
    name: text.sheets.reckoning,
    title: text.sheets.reckoning,
    lines: [text.live],
    columns: [
      { title: town, width: 18, format: "text" },
      ...columns.quarters.map((n) => ({ title: text.quarter(n), ...figure })),
      ...[text.columns.process, text.columns.appraisal].map((title) => ({ title, ...figure })),
      { title: text.columns.score, ...figure },
      { title: text.columns.rank, width: 8, format: "count" },
    ],
    under: [[text.columns.weight, ...weights, rule.process, Math.round((1 - rule.process) * 100) / 100]],
    rows: table.towns.map((one, i) => reckoned(view, one, FIRST + i, columns)),
    freeze: 1,
  };
}

function reckoned(view: View, one: AnnualTown, row: number, columns: Columns): Cell[] {
  const { table, programme } = view;
  const { last, process, appraisal, score } = columns;
  const { decimals } = programme.scheme;
  const own = `B${row}:${last}${row}`;
  const weights = `B$${WEIGHTS}:${last}$${WEIGHTS}`;
  const soFar = one.process ?? one.soFar;
  const whole = `IF(COUNT(${own})<${columns.quarters.length},"",SUMPRODUCT(${weights},${own})/SUM(${weights}))`;
  const shares = `(${process}$${WEIGHTS}*${process}${row}+${appraisal}$${WEIGHTS}*${appraisal}${row})`;
  const both = `IF(AND(ISNUMBER(${process}${row}),ISNUMBER(${appraisal}${row})),ROUND(${shares},${decimals}),"")`;
  const alone = `IF(ISNUMBER(${process}${row}),ROUND(${process}${row},${decimals}),"")`;
  const all = `${score}$${FIRST}:${score}$${FIRST + table.towns.length - 1}`;
  const place = `IF(ISNUMBER(${score}${row}),RANK(${score}${row},${all}),"")`;
  return [
    placeOf(view, one.town)[0],
    ...columns.quarters.map((n) => one.quarters[n - 1] ?? null),
    come(whole, soFar),
    one.appraisal,
    { value: come(table.stage === "year" ? both : alone, standing(one, table.stage)), tone: "strong" },
    { value: come(place, one.rank), tone: "strong" },
  ];
}

/** A county's grade for its target responsibility; none before the year is complete. */
function gradeIn(
  { table, settled, programme, locale }: View,
  { county, plain }: AnnualCounty,
): string | null {
  if (table.stage !== "year") return null;
  const frozen = settled?.counties.find((one) => one.county === county.slug);
  const grade = frozen ? frozen.grade : gradeOf(plain, programme.grades);
  return grade === null ? assessmentText(locale).noGrade : assessmentText(locale).grades[grade];
}

function counties(view: View): BookSheet {
  const { county, year: text } = textOf(view);
  const { table, programme, locale } = view;
  const { decimals } = programme.scheme;
  return {
    name: text.sheets.counties,
    title: text.sheets.counties,
    lines: [standingLine(view)],
    columns: [
      { title: text.columns.rank, width: 10, format: locale === "en" ? "count" : "rank" },
      { title: county, width: 20, format: "text" },
      { title: text.columns.towns, width: 10, format: "count" },
      { title: text.columns.plain, width: 16, format: decimals },
      { title: text.columns.weighted, width: 18, format: decimals },
      { title: assessmentText(locale).columns.grade, width: 22, format: "text" },
    ],
    rows: table.counties.map((one) => [
      one.rank,
      nameOf(one.county, locale),
      one.towns,
      one.plain,
      one.weighted,
      gradeIn(view, one),
    ]),
    freeze: 2,
  };
}
