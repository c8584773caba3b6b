import { areaOf, keptItems, type LedgerItem } from "../../../src/domain/area-ledger/area-items.ts";
import { areaLedger } from "../../../src/domain/area-ledger/area-ledger.ts";
import { type ItemEntry, itemEntries, type Sent } from "../../../src/domain/area-ledger/entries.ts";
import { cellsOf, spotPairs } from "../../../src/domain/area-ledger/grid.ts";
import { type Measured, measuredIn, recordedIn } from "../../../src/domain/area-ledger/recorded.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Area } from "../../../src/domain/programme/programme.ts";
import { formatAmount, formatCount, formatPercent } from "../../../src/domain/reading/numbers.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { dayName, nameOf } from "../../names.ts";
import { query } from "../../query.ts";
import { areaLedgerText } from "../../text/area-ledger.ts";
import { areaLedgerWords } from "../../text/procedures/area-ledger.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { cellPhotos, gridElements, lastReported, pairElements, SHOWN_PAIRS } from "./area-grid.ts";

/** Characters of a note and of a file's name on the card. */
const LONGEST = 30;

export const areaLedgerKit: ProcedureKit = {
  definition: areaLedger,
  words: areaLedgerWords,
  inLists: "own",
  pictured: true,
  reported: true,
  start: ({ origin }) => ({ says: [], typed: { area: origin.ref } }),
  told: ["town", "area", "values", "goals", "shown"],
  body: (view) => {
    const area = areaOf(view.programme, view.record);
    if (!area) return [];
    return [
      ...items(view, area),
      ...figures(view, area),
      ...gridElements(view, area),
      ...pairElements(view, area),
      ...cellPhotos(view, area),
    ];
  },
  pairs: (record) =>
    spotPairs(cellsOf(record))
      .slice(0, SHOWN_PAIRS)
      .map(({ before, after }) => [
        { ref: before.ref, day: shanghaiDay(before.at) },
        { ref: after.ref, day: shanghaiDay(after.at) },
      ]),
  brief: ({ programme, record, locale }) => {
    const area = areaOf(programme, record);
    if (!area) return "";
    const known = recordedIn(programme, [record]);
    const done = area.items.filter(({ id }) => known.get(id) === 100).length;
    return areaLedgerText(locale).brief(done, area.items.length);
  },
  links: ({ record, reader, locale }) =>
    reader?.role === "town_official" && reader.area === record.town
      ? [{ text: areaLedgerText(locale).home, action: query.myForm() }]
      : [],
};

function items(view: RecordView, area: Area): CardElement[] {
  const { record, locale } = view;
  const kept = keptItems(area);
  if (kept.length === 0) return [];
  const entries = itemEntries(record);
  const text = areaLedgerText(locale);
  const lastly = view.reported;
  const isDone = ({ id }: LedgerItem) =>
    (entries.get(id)?.state ?? (lastly?.items[id] === 100 ? "done" : "")) === "done";
  const done = kept.filter(isDone).length;
  const lines = kept.map((item) => {
    const entry = entries.get(item.id);
    const states = item.is === "place" || item.is === "problem" ? text.states.work : text.states[item.is];
    const name = typed(nameOf(item, locale), LONGEST * 2);
    if (!entry) return `- ${text.item(name, lastReported(view, item) ?? text.unsaid, [])}`;
    return `- ${text.item(name, `**${states[entry.state]}**`, besides(view, entry))}`;
  });
  return [md(text.count(done, kept.length)), md(lines.join("\n"))];
}

/** How far, the note, the papers and the day of an entry. */
function besides({ locale }: RecordView, { percent, note, files, day }: ItemEntry): string[] {
  return [
    ...(percent === null ? [] : [formatPercent(percent)]),
    ...(note === "" ? [] : [typed(note, LONGEST)]),
    ...papers(files, areaLedgerText(locale)),
    dayName(day, locale),
  ];
}

/** The newest file by its name, and how many came in all. */
function papers(files: Sent, text: ReturnType<typeof areaLedgerText>): string[] {
  const named = files.findLast(({ name }) => name !== "");
  if (!named) return files.length > 0 ? [text.pieces(files.length)] : [];
  const name = typed(named.name, LONGEST);
  return [text.files(files.length > 1 ? text.and(name, files.length) : name)];
}

/** A figure a line, for four columns fit no phone. */
function figures({ record, locale }: RecordView, area: Area): CardElement[] {
  const measured = measuredIn(area, record);
  if (measured.length === 0) return [];
  const text = areaLedgerText(locale);
  const lines = measured.map(({ figure, value, goal }) => {
    const unit = nameOf(figure.unit, locale);
    const shown = (one: number) => text.amount(formatFigure(one), unit);
    const limit = figure.goal === "keep";
    const rest = [
      ...(goal === null ? [] : [limit ? text.limit(shown(goal)) : text.goal(shown(goal))]),
      ...rateOf({ figure, value, goal }, text),
    ];
    const now = value === null ? text.unsaid : `**${shown(value)}**`;
    return `- ${text.item(nameOf(figure, locale), now, rest)}`;
  });
  return [
    md([text.figures, ...lines].join("\n")),
    ...(measured.some(({ goal, figure }) => goal === null && figure.item)
      ? [md(text.noGoal, "notation")]
      : []),
  ];
}

function rateOf({ figure, value, goal }: Measured, text: ReturnType<typeof areaLedgerText>): string[] {
  if (value === null || goal === null) return [];
  if (figure.goal === "keep") return [value <= goal ? text.within : text.above];
  return goal > 0 ? [text.rate(formatPercent(Math.floor((value / goal) * 1000) / 10))] : [];
}

/** Whole things without decimals, sums and areas with two. */
function formatFigure(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatAmount(value);
}
