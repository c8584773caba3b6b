import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { procedure, step } from "../procedure/definition.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";
import { isResting } from "../procedure/rest.ts";

// 整改: what an inspection (督查) found to be mended in a town. The county orders it with a day, the town reports with a
// photo, the office looks again (回头看) and closes it (销号) or sets a later day.

const LONGEST_WORDS = 500;
/** Longest description of a finding, here and on a visit's card. */
export const LONGEST_FINDING = 200;
const words = { kind: "words", longest: LONGEST_WORDS } as const;

/** One more photo than at the last report or rejection: what was shown before shows no new work. */
const shownSince = {
  kind: "evidence",
  least: ({ data }: ProcedureRecord) => Number(data.shown ?? 0) + 1,
} as const;

export const rectification = procedure({
  id: "rectification",
  key: ({ id }) => id,
  sees: ["town", "principal", "county", "county_principal", "office", "leader"],
  reasons: ["date_past"],
  states: {
    found: { colour: "orange", owes: { post: "county", within: 2 } },
    mending: {
      colour: "yellow",
      owes: { post: "town", within: { day: "until" } },
      concerns: ["principal", "county"],
    },
    reported: { colour: "blue", owes: { post: "office", within: 5 }, concerns: ["town", "county"] },
    closed: { colour: "green", ends: true },
    withdrawn: { colour: "grey", ends: true },
  },
  steps: {
    find: step({
      from: "start",
      to: "found",
      who: ["office"],
      asks: {
        town: { kind: "choice", of: ({ towns }) => towns.map(placeChoice) },
        finding: { kind: "words", longest: LONGEST_FINDING },
        /** The photos of the visit that show it, by their references. */
        photos: { kind: "given", schema: z.array(z.string()) },
      },
      tells: ["county"],
    }),
    order: step({
      from: ["found"],
      to: "mending",
      who: ["county"],
      asks: {
        until: { kind: "day", workingDay: true },
        day_off: WHY_DAY_OFF,
        demand: { kind: "words", longest: 200, optional: true },
      },
      refuses: (_, { until }, { now }) =>
        until < shanghaiDay(now) ? { reason: "date_past", field: "until" } : null,
      tells: ["town"],
    }),
    report: step({
      from: ["mending"],
      to: "reported",
      who: ["town"],
      asks: { done: words, shown: shownSince },
      tells: ["office"],
    }),
    close: step({
      from: ["reported"],
      to: "closed",
      who: ["office"],
      not: "report",
      asks: { seen: { ...words, optional: true } },
      tells: ["town", "county"],
    }),
    reject: step({
      from: ["reported"],
      to: "mending",
      who: ["office"],
      not: "report",
      asks: {
        why: words,
        until: { kind: "day", after: "until", workingDay: true },
        day_off: WHY_DAY_OFF,
        shown: { kind: "evidence", least: 0 },
      },
      refuses: (_, { until }, { now }) =>
        until < shanghaiDay(now) ? { reason: "date_past", field: "until" } : null,
      tells: ["town", "county"],
    }),
    withdraw: step({
      from: ["found", "mending", "reported"],
      to: "withdrawn",
      who: ["office"],
      asks: { reason: words },
      tells: ["county", "town"],
    }),
  },
});

const dataSchema = z.object({
  finding: z.string(),
  until: z.string().nullable().default(null),
  photos: z.array(z.string()).default([]),
});

/** A finding to be mended: `until` null before the county has ordered it; `visit`: the record it was found on. */
export type Mending = {
  id: string;
  town: string;
  visit: string;
  finding: string;
  photos: string[];
  until: string | null;
  state: string;
  /** Past its day and not reported, or past the day of the step that is owed. */
  late: boolean;
  /** The days it was found and closed, `YYYY-MM-DD`. */
  foundOn: string;
  closedOn: string | null;
  /** It rests while its town is away. */
  rests?: true;
};

/** A record as a finding; `today`: for whether it is late. */
export function mendingOf(record: ProcedureRecord, today: string): Mending {
  const { id, town, ref, state, due, log } = record;
  const closed = lastTaken(record, "close");
  return {
    ...dataSchema.parse(record.data),
    ...{ id, town, visit: ref, state },
    late: due !== null && today > due && !isResting(record),
    ...(isResting(record) ? { rests: true as const } : {}),
    foundOn: shanghaiDay(log[0]?.at ?? 0),
    closedOn: closed && state === "closed" ? shanghaiDay(closed.at) : null,
  };
}

/** Whether somebody still has to do something about it. */
export function isUnmended({ state, rests }: Pick<Mending, "state" | "rests">): boolean {
  return !rests && (state === "found" || state === "mending" || state === "reported");
}
