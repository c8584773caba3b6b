import * as z from "zod";
import { type PeriodId, parsePeriod } from "../../../src/domain/calendar/period.ts";
import { addDays, shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../../src/domain/programme/programme.ts";
import { withoutStop } from "../../../src/domain/reading/readable.ts";
import {
  isUnmended,
  type Mending,
  mendingOf,
  rectification,
} from "../../../src/domain/visit/rectification.ts";
import { visitSummary } from "../../../src/domain/visit/summary.ts";
import {
  isUntold,
  type Note,
  notesOf,
  planOf,
  quarterOfVisit,
  unvisited,
  visit,
} from "../../../src/domain/visit/visit.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { dayName, nameOf, periodName, townNamed } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { query } from "../../query.ts";
import { brief } from "../../text/brief.ts";
import { rectificationWords } from "../../text/procedures/rectification.ts";
import { visitWords } from "../../text/procedures/visit.ts";
import { visitText } from "../../text/visits.ts";
import { printValue } from "../facts.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { townNames } from "../list.ts";

/** A line of a visit's card shows this much of a finding. */
const BRIEF = 60;
/** Findings of earlier visits, and notes of this one, that the card shows at most; the others are in their own records. */
const MOST_EARLIER = 12;
/** Towns a list's title has room for. */
const NAMED = 5;
const MOST_NOTES = 24;
/** Earlier findings that have a button, and how much of one stands on it. */
const MOST_LINKS = 3;
const ON_BUTTON = 12;
/** A finding closed within so many days before is looked at again. */
const LATELY = 100;

export const visitKit: ProcedureKit = {
  definition: visit,
  words: visitWords,
  start: ({ programme, given = {}, locale }) => {
    const { period, unplanned } = startSchema.parse(given);
    const quarter = parsePeriod(period);
    const says = quarter ? coverage(programme, quarter, unplanned, locale) : [];
    return { says, typed: { notice: "told" } };
  },
  body,
  says: (view, step) => {
    const text = visitText(view.locale);
    if (step === "finish") {
      const left = unvisited(view.record).map((slug) => townNamed(view.programme, slug, view.locale));
      return left.length === 0 ? [] : [md(text.unnotedTowns(left.join(text.comma)))];
    }
    return step === "note" ? loosePhotos(view) : [];
  },
  inLists: "own",
  pictured: true,
  /** Shown by the body. */
  told: ["towns", "order", "from", "to", "team", "focus", "notice", "place", "verdict", "what"],
  links: (view) => {
    const { reader, locale } = view;
    if (reader?.role !== "city_office" && reader?.role !== "leader") return [];
    const text = visitText(locale);
    return [
      ...toLookAt(view).map(({ id, town, finding }) => ({
        text: text.lookAgain(townNamed(view.programme, town, locale), brief(finding, ON_BUTTON)),
        action: { kind: "show" as const, id },
      })),
      { text: text.seeQuarter, action: query.ask("visits") },
    ];
  },
  brief: ({ record, programme, locale }) => {
    const towns = planOf(record).towns.flatMap((slug) => townBySlug(programme, slug) ?? []);
    // The title names them, as far as it can.
    if (towns.length <= NAMED) return "";
    return `<br>${townNames(towns, locale)}`;
  },
};

/** Days and team; then every town in the order of the visit: what was found last time, and what is noted now. */
function body(view: RecordView): CardElement[] {
  const { record, locale, now, kin = [], offers } = view;
  const text = visitText(locale);
  const { from, to, focus } = planOf(record);
  const team = printValue(view, "team", record.data, record);
  const today = shanghaiDay(now);
  const earlier = kin
    .filter((one) => one.procedure === rectification.id && one.ref !== record.id)
    .map((one) => mendingOf(one, today))
    .filter((one) => isUnmended(one) || isLatelyClosed(one, from))
    .slice(0, MOST_EARLIER);
  const lines = [
    // The title has the first day.
    ...(from === to ? [] : [text.days(dayName(from, locale), dayName(to, locale))]),
    ...(team === "" ? [] : [text.team(typed(team, 200))]),
    ...(focus === "" ? [] : [text.focus(typed(focus, 200))]),
    ...(isUntold(record) && record.state === "planned" ? [text.untold] : []),
  ];
  return [
    ...(lines.length > 0 ? [md(lines.join("<br>"))] : []),
    md(
      stops(view, earlier)
        // What follows a list without an empty line between is drawn as part of it.
        .map((stop) => (stop.includes("\n- ") ? `${stop}\n` : stop))
        .join("\n"),
    ),
    ...pictures(view),
    ...(offers.includes("note") ? [md(text.photoHint, "notation")] : []),
    // Whoever goes there has no use for where else nobody goes.
    ...(offers.includes("change") ? planCoverage(view) : []),
  ];
}

/** What was found before and waits for 回头看, while somebody goes there. */
function toLookAt({ record, kin = [], now }: RecordView): Mending[] {
  if (record.state === "reported" || record.state === "cancelled") return [];
  return kin
    .filter(
      ({ procedure, ref, state }) =>
        procedure === rectification.id && ref !== record.id && state === "reported",
    )
    .slice(0, MOST_LINKS)
    .map((one) => mendingOf(one, shanghaiDay(now)));
}

function isLatelyClosed({ closedOn }: Mending, from: string): boolean {
  return closedOn !== null && closedOn >= addDays(from, -LATELY);
}

/** A text for each town, its notes a list. */
function stops({ programme, record, locale }: RecordView, earlier: readonly Mending[]): string[] {
  const text = visitText(locale);
  const notes = notesOf(record).slice(-MOST_NOTES);
  return planOf(record).towns.map((slug, i) => {
    const before = earlier.filter((one) => one.town === slug);
    const now = notes.filter(({ place }) => place === slug);
    const stop = text.stop(i + 1, townNamed(programme, slug, locale));
    const bare =
      now.length > 0 ? undefined : { under_way: text.unnoted, reported: text.notVisited }[record.state];
    return [
      bare === undefined ? stop : text.bare(stop, bare),
      ...(before.length > 0
        ? [
            text.before,
            ...before.map((one) => `- ${earlierLine(one, locale)}`),
            // An empty line ends the list before it.
            ...(now.length > 0 ? ["", text.now] : []),
          ]
        : []),
      ...now.map((note) => `- ${noteLine(note, locale)}`),
    ].join("\n");
  });
}

function earlierLine(one: Mending, locale: Locale): string {
  const text = visitText(locale);
  const what = typed(withoutStop(one.finding), BRIEF);
  if (one.closedOn !== null) return text.closedSince(what, dayName(one.closedOn, locale));
  const states: Record<string, string> = rectificationWords[locale].states;
  const until = one.until === null ? null : dayName(one.until, locale);
  return text.earlier(what, states[one.state] ?? one.state, until, one.late);
}

/** A note as a line: what was found, and how many photos show it. */
export function noteLine({ verdict, what, photos }: Note, locale: Locale): string {
  const text = visitText(locale);
  if (photos.length === 0) return text.note(verdict, typed(what, BRIEF));
  return `${text.note(verdict, typed(withoutStop(what), BRIEF))}${text.photos(photos.length)}`;
}

/** The photos with the note each belongs to, and how many belong to none yet. */
function pictures(view: RecordView): CardElement[] {
  const { record, locale, photos = [] } = view;
  const text = visitText(locale);
  const notes = notesOf(record);
  const named = photos.map((photo) => {
    const note = notes.find((one) => one.photos.includes(photo.ref));
    return {
      ...photo,
      shows: note ? text.line(townNamed(view.programme, note.place, locale), note.what) : text.photo,
    };
  });
  return [...pictureBlock(named, view, { most: FEW_PICTURES }), ...loosePhotos(view)];
}

/** How many photos belong to no note yet. */
function loosePhotos({ record, locale, photos = [] }: RecordView): CardElement[] {
  const kept = new Set(notesOf(record).flatMap((note) => note.photos));
  const loose = photos.filter(({ ref }) => !kept.has(ref)).length;
  return loose > 0 && record.state !== "reported" ? [md(visitText(locale).loose(loose), "notation")] : [];
}

/** The quarter of a new visit, and the counties no visit goes to yet. */
const startSchema = z.object({ period: z.string().default(""), unplanned: z.array(z.string()).default([]) });

/** The counties that no inspection of the quarter goes to. */
function coverage(
  programme: Programme,
  period: PeriodId,
  unplanned: readonly string[],
  locale: Locale,
): CardElement[] {
  const text = visitText(locale);
  const names = programme.counties.filter(({ slug }) => unplanned.includes(slug));
  if (names.length === 0) return [md(text.allPlanned)];
  const listed = names.map((county) => nameOf(county, locale)).join(text.comma);
  return [md(text.missing(periodName(period, locale), listed))];
}

function planCoverage({ programme, record, kin = [], now, locale }: RecordView): CardElement[] {
  const period = quarterOfVisit(record);
  const visits = [record, ...kin.filter(({ procedure }) => procedure === visit.id)];
  const { unplanned } = visitSummary(programme, period, { visits, mendings: [] }, shanghaiDay(now));
  return coverage(programme, period, unplanned, locale);
}
