import * as z from "zod";
import { type PeriodId, quarterAt } from "../calendar/period.ts";
import { addDays, daysBetween, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { findPlaces } from "../places/place-names.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, procedure, type Refusal, type Reply, step } from "../procedure/definition.ts";
import { type Asks, type Choice, offeredSchema } from "../procedure/field.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { dueUnnamed } from "../task/due-in.ts";
import { LONGEST_FINDING } from "./rectification.ts";

// 督查: a team of the city visits towns on one or several days and notes on site what it finds: praised, to be mended
// (rectification.ts), or nothing. Its card is used on a phone: photos come as replies, and belong to the next note.

export const VERDICTS = ["mend", "praise", "nothing"] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Working days after the last day of a visit in which its report is due. */
const REPORT_DAYS = 3;
/** 不打招呼: nobody there is told of a visit before it was. */
const NOTICES = ["told", "untold"] as const;
const OFFICE = ["office"] as const satisfies readonly Post[];
const TEAM = ["office", { each: "team" }] as const satisfies readonly Post[];

const day = { kind: "day", edge: "none", keeps: true } as const;
const asks = {
  towns: { kind: "choice", of: ({ towns }) => towns.map(placeChoice), many: true, keeps: true },
  /** The order of the towns as people write it: 碛口、信义. Those not named follow in the order of the list. */
  order: { kind: "words", longest: 200, optional: true, keeps: true },
  from: { ...day, workingDay: true },
  /** The last day; the same as the first where it is empty. */
  to: { ...day, optional: true },
  day_off: { ...WHY_DAY_OFF, keeps: true },
  /** Open_ids. */
  team: { kind: "choice", of: "people", many: true, keeps: true },
  focus: { kind: "words", longest: 200, optional: true, keeps: true },
  /** Whether the counties are told beforehand; empty: they are. */
  notice: { kind: "choice", of: () => NOTICES.map((id) => ({ id })), optional: true, keeps: true },
  people: { kind: "given", schema: offeredSchema },
} as const satisfies Asks;

type Plan = { towns: string[]; order: string; from: string; to: string };

function planProblem(
  before: ProcedureRecord | null,
  { towns, order, from, to }: Plan,
  { now, programme }: At,
): Refusal | null {
  if (order !== "" && !inOrder(towns, order, programme)) return { reason: "unknown_order", field: "order" };
  if (lastDay(before, from, to) < from) return { reason: "before_start", field: "to" };
  // Once it has begun, its first day stays.
  const past = from < shanghaiDay(now) && before?.data.from !== from;
  return past ? { reason: "date_past", field: "from" } : null;
}

/** The last day; one left as it was moves along with a first day put behind it, and stays the only day. */
function lastDay(before: ProcedureRecord | null, from: string, to: string): string {
  if (to === "") return from;
  const began = String(before?.data.from);
  const isLeft = before?.data.to === to && (to < from || began === to);
  return isLeft ? addDays(from, daysBetween(began, to)) : to;
}

function planned(
  before: ProcedureRecord | null,
  { towns, order, from, to }: Plan,
  { programme }: At,
): Values {
  const last = lastDay(before, from, to);
  return {
    towns: (order === "" ? null : inOrder(towns, order, programme)) ?? towns,
    to: last,
    report_by: dueUnnamed("visit", "under_way", REPORT_DAYS, { now: shanghaiTime(last, "12:00"), programme }),
  };
}

/** The towns in the order a text names them, the others after them; null where it names none of them. */
function inOrder(towns: readonly string[], text: string, programme: Programme): string[] | null {
  const named = findPlaces(foldText(text), programme).towns.map(({ slug }) => slug);
  const first = [...new Set(named)].filter((slug) => towns.includes(slug));
  return first.length === 0 ? null : [...first, ...towns.filter((slug) => !first.includes(slug))];
}

const drafted = { asks, refuses: planProblem, sets: planned } as const;

export const visit = procedure({
  id: "visit",
  key: ({ id }) => id,
  sees: ["office", "leader", { each: "team" }],
  reasons: ["date_past", "before_start", "unknown_order", "not_begun", "noted", "unvisited"],
  states: {
    planned: { colour: "blue", owes: { post: "office", within: { day: "to" } }, concerns: TEAM },
    under_way: {
      colour: "turquoise",
      owes: { post: "office", within: { day: "report_by", usually: REPORT_DAYS } },
      concerns: TEAM,
    },
    reported: { colour: "green", ends: true },
    cancelled: { colour: "grey", ends: true },
  },
  steps: {
    plan: step({ from: "start", to: "planned", who: OFFICE, ...drafted, tells: [{ each: "team" }] }),
    note: step({
      from: ["planned", "under_way"],
      to: "under_way",
      who: TEAM,
      adds: true,
      bars: ({ data }, { now }) => (shanghaiDay(now) < String(data.from) ? "not_begun" : null),
      asks: {
        place: { kind: "choice", of: ownTowns },
        verdict: { kind: "choice", of: () => VERDICTS.map((id) => ({ id })) },
        what: { kind: "words", longest: LONGEST_FINDING, optional: true },
        /** The photos that came since the last note, by their references. */
        photos: { kind: "given", schema: z.array(z.string()) },
      },
      refuses(record, { place, verdict, what }) {
        if (verdict !== "nothing" && what === "") return { reason: "empty", field: "what" };
        const notes = record ? notesOf(record) : [];
        return notes.some((one) => one.place === place && one.what === what) ? "noted" : null;
      },
      tells: [],
    }),
    finish: step({
      from: ["under_way"],
      to: "reported",
      who: TEAM,
      asks: {
        summary: { kind: "words", longest: 500 },
        left_out: { kind: "words", longest: 200, optional: true },
        shown: { kind: "evidence", least: 0 },
      },
      refuses(record, { left_out }, { programme }) {
        const left = record && left_out === "" ? unvisited(record) : [];
        if (left.length === 0) return null;
        const names = programme.towns.filter(({ slug }) => left.includes(slug)).map(({ name }) => name);
        return { reason: "unvisited", about: names.join("、") };
      },
      tells: [{ took: "plan" }, "leader"],
    }),
    change: step({
      from: ["planned"],
      to: "planned",
      who: OFFICE,
      alters: true,
      ...drafted,
      tells: [{ each: "team" }],
    }),
    cancel: step({
      from: ["planned"],
      to: "cancelled",
      who: OFFICE,
      asks: { reason: { kind: "words", longest: 200 } },
      tells: [{ each: "team" }],
    }),
  },
  reply,
});

/** The towns of a visit, in its order; without one all. */
function ownTowns({ towns }: Programme, record: ProcedureRecord | null): Choice[] {
  if (!record) return towns.map(placeChoice);
  return planOf(record)
    .towns.flatMap((slug) => towns.filter((town) => town.slug === slug))
    .map(placeChoice);
}

const QUESTION = /[?？]$|[吗呢]$|怎么样|如何|多少|什么时候/;

/** `碛口：驳岸坍塌` in reply to the card begins a note about that town, other words a note about one still to be chosen. */
function reply(words: string, record: ProcedureRecord, programme: Programme): Reply | null {
  const text = words.trim();
  if (text === "" || QUESTION.test(text)) return null;
  const { towns } = findPlaces(foldText(text), programme);
  const own = towns.filter(({ slug }) => planOf(record).towns.includes(slug));
  const [town] = own;
  if (!town || own.length > 1) return { step: "note", typed: { what: text }, asks: "", loose: true };
  const what = text
    .replace(town.name, "")
    .replace(town.short, "")
    .replace(/^[\s，,：:、。]+/, "");
  return { step: "note", typed: { place: town.slug, what }, asks: "" };
}

const planSchema = z.object({
  towns: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  team: z.array(z.string()).default([]),
  focus: z.string().default(""),
  notice: z.string().default(""),
});

/** Towns in the order they are visited, the first and the last day, and the team by open_id. */
export type VisitPlan = z.infer<typeof planSchema>;

export function planOf({ data }: Pick<ProcedureRecord, "data">): VisitPlan {
  return planSchema.parse(data);
}

/** The quarter a visit begins in. */
export function quarterOfVisit(record: Pick<ProcedureRecord, "data">): PeriodId {
  return quarterAt(shanghaiTime(planOf(record).from, "12:00"));
}

const noteSchema = z.object({
  place: z.string(),
  verdict: z.enum(VERDICTS),
  what: z.string().default(""),
  photos: z.array(z.string()).default([]),
});

/** What was noted about one town, `place`, on site; `photos` by their references. */
export type Note = z.infer<typeof noteSchema>;

/** The notes of a visit, in the order they were made. */
export function notesOf({ log }: Pick<ProcedureRecord, "log">): Note[] {
  return log.filter((entry) => entry.step === "note").map(({ values }) => noteSchema.parse(values));
}

/** The towns of a visit about which nothing was noted. */
export function unvisited(record: Pick<ProcedureRecord, "data" | "log">): string[] {
  const noted = new Set(notesOf(record).map(({ place }) => place));
  return planOf(record).towns.filter((slug) => !noted.has(slug));
}

/** Whether nobody there is to know of a visit before it was. */
export function isUntold({ data }: Pick<ProcedureRecord, "data">): boolean {
  return planOf({ data }).notice === "untold";
}

/** What of these visits the people of some towns may know: nothing about other towns, nor of one that nobody is told of. */
export function visitsTo(records: readonly ProcedureRecord[], towns: ReadonlySet<string>): ProcedureRecord[] {
  return records.flatMap((record) => {
    const hidden = isUntold(record) && record.state !== "reported" ? unvisited(record) : [];
    const own = planOf(record).towns.filter((slug) => towns.has(slug) && !hidden.includes(slug));
    if (own.length === 0) return [];
    const log = record.log.filter(
      ({ step, values }) => step !== "note" || own.includes(String(values.place)),
    );
    return [{ ...record, data: { ...record.data, towns: own }, log }];
  });
}
