import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, step } from "../procedure/definition.ts";
import { type Asks, offeredSchema } from "../procedure/field.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";
import { CRITERIA, type Criterion, meanMarks, PASS_MARK, roundOf, teamOf } from "./marks.ts";
import { packedSchema } from "./packed.ts";

// The steps of an acceptance: applying, the team's look, and what goes to the province.

const LONGEST = 600;
/** The fewest members of a team. */
const SMALLEST_TEAM = 2;
const PLACE = ["town", "county"] as const satisfies readonly Post[];
export const MEMBERS = { each: "team" } as const satisfies Post;
const words = { kind: "words", longest: LONGEST } as const;
const letter = { kind: "words", longest: 60, optional: true } as const;
/** One more photo or file than when the last step that asked for any was taken. */
const ONE_MORE = {
  kind: "evidence",
  least: ({ data }: ProcedureRecord) => Number(data.shown ?? 0) + 1,
} as const;
/** How many there are, from which a later step counts. */
const SO_FAR = { kind: "evidence", least: 0 } as const;

/** Whether papers can be packed where this runs; where they cannot, they are handed in without. */
const able = { kind: "given", schema: z.boolean() } as const;
/** 0 to 100. */
const mark = { kind: "number" } as const;
const marks = {
  trade: mark,
  look: mark,
  heritage: mark,
  ecology: mark,
  services: mark,
} as const satisfies Record<Criterion, unknown>;

const arranging = {
  /** Several people of the office, the leading group and the departments. */
  team: { kind: "choice", of: "people", many: true, keeps: true },
  on: { kind: "day", workingDay: true, edge: "none" },
  day_off: WHY_DAY_OFF,
  people: { kind: "given", schema: offeredSchema },
} as const satisfies Asks;

export function applying() {
  return {
    begin: step({
      from: "start",
      to: "preparing",
      who: ["county"],
      asks: {
        town: {
          kind: "choice",
          of: ({ towns, counties }, _, actor) =>
            towns.filter(({ countyCode }) => isOwn(counties, countyCode, actor?.area)).map(placeChoice),
        },
      },
      tells: [],
    }),
    apply: step({
      from: ["preparing"],
      to: "applied",
      who: ["county"],
      asks: {
        /** The county confirms each criterion. */
        checklist: { kind: "choice", of: () => CRITERIA.map((id) => ({ id })), many: true, keeps: true },
        summary: { ...words, keeps: true },
        shown: ONE_MORE,
      },
      refuses: (_, { checklist }) =>
        checklist.length < CRITERIA.length ? { reason: "unchecked", field: "checklist" } : null,
      tells: ["office"],
    }),
    send_back: step({
      from: ["applied"],
      to: "preparing",
      who: ["office"],
      asks: { why: { kind: "words", longest: 500 } },
      tells: ["county"],
    }),
    withdraw: step({
      from: ["preparing"],
      to: "withdrawn",
      who: ["county"],
      asks: { why: { kind: "words", longest: 500 } },
      tells: [],
    }),
  };
}

function isOwn(
  counties: ReadonlyArray<{ code: string; slug: string }>,
  code: string,
  area: string | undefined,
): boolean {
  return area === undefined || counties.some((one) => one.code === code && one.slug === area);
}

export function looking() {
  return {
    arrange: step({
      from: ["applied", "mended"],
      to: "visiting",
      who: ["office"],
      asks: arranging,
      refuses(_, { team, on }, { now }) {
        if (team.length < SMALLEST_TEAM) return { reason: "small_team", field: "team" };
        return on < shanghaiDay(now) ? { reason: "day_past", field: "on" } : null;
      },
      tells: [MEMBERS, ...PLACE],
    }),
    /** To another day, while nobody has given marks. */
    move: step({
      from: ["visiting"],
      to: "same",
      who: ["office"],
      bars: (record) => (roundOf(record).length > 0 ? "marked" : null),
      asks: { on: arranging.on, day_off: WHY_DAY_OFF },
      refuses: (_, { on }, { now }) => (on < shanghaiDay(now) ? { reason: "day_past", field: "on" } : null),
      tells: [MEMBERS, ...PLACE],
    }),
    /** A member's marks; given again, the last ones count. Photos come in reply to the card. */
    mark: step({
      from: ["visiting"],
      to: "same",
      who: [MEMBERS],
      bars: tooEarly,
      asks: {
        ...marks,
        opinion: { kind: "words", longest: 500, optional: true },
        photos: { kind: "evidence", least: 0 },
      },
      refuses: (_, given) => (CRITERIA.some((id) => given[id] > 100) ? "mark_range" : null),
      tells: [],
    }),
    pass: step({
      from: ["visiting"],
      to: "passed",
      who: ["office"],
      bars: notLooked,
      asks: { decision: words },
      refuses: (record) =>
        record && Object.values(meanMarks(record)).some((mean) => mean < PASS_MARK) ? "below" : null,
      tells: [...PLACE, "leader"],
    }),
    mend: step({
      from: ["visiting"],
      to: "mending",
      who: ["office"],
      bars: notLooked,
      asks: { lacks: words, until: { kind: "day", workingDay: true }, day_off: WHY_DAY_OFF, shown: SO_FAR },
      refuses: (_, { until }, { now }) =>
        until <= shanghaiDay(now) ? { reason: "day_past", field: "until" } : null,
      tells: PLACE,
    }),
    report: step({
      from: ["mending"],
      to: "mended",
      who: ["town"],
      asks: { done: words, shown: ONE_MORE },
      tells: ["office", "county"],
    }),
  };
}

/** Nobody has been there before the day of the visit. */
function tooEarly({ data }: ProcedureRecord, { now }: At): string | null {
  return String(data.on) > shanghaiDay(now) ? "not_visited" : null;
}

/** At least half of the team must have been there and given marks. */
function notLooked(record: ProcedureRecord, at: At): string | null {
  return tooEarly(record, at) ?? tooFew(record);
}

function tooFew(record: ProcedureRecord): string | null {
  return roundOf(record).length * 2 < teamOf(record).length ? "few_marks" : null;
}

export function handingOn() {
  return {
    /** Has the papers packed; the files come by themselves. */
    pack: step({
      from: ["passed"],
      to: "same",
      who: ["office"],
      asks: { able },
      refuses: (_, { able: packs }) => (packs ? null : "no_package"),
      tells: [],
    }),
    packed: step({
      from: ["passed"],
      to: "same",
      who: ["office"],
      along: true,
      asks: { files: { kind: "given", schema: packedSchema } },
      tells: [],
    }),
    submit: step({
      from: ["passed"],
      to: "submitted",
      who: ["office"],
      asks: { handed: { kind: "day", edge: "none" }, number: letter, shown: SO_FAR, able },
      refuses(record, { handed, able: packs }, at) {
        if (packs && record && !lastTaken(record, "packed")) return "nothing_packed";
        return dayProblem(record, handed, at);
      },
      // The leaders heard that it passed, and hear what the province says.
      tells: PLACE,
    }),
    /** The department's answer, with its letter. */
    named: step({
      from: ["submitted"],
      to: "named",
      who: ["office"],
      asks: { answer: words, reply: letter, shown: ONE_MORE },
      tells: [...PLACE, "leader"],
    }),
    returned: step({
      from: ["submitted"],
      to: "mending",
      who: ["office"],
      asks: {
        answer: words,
        until: { kind: "day", workingDay: true },
        day_off: WHY_DAY_OFF,
        shown: ONE_MORE,
      },
      refuses: (_, { until }, { now }) =>
        until <= shanghaiDay(now) ? { reason: "day_past", field: "until" } : null,
      tells: PLACE,
    }),
  };
}

function dayProblem(record: ProcedureRecord | null, day: string, { now }: At) {
  const passed = record && lastTaken(record, "pass");
  if (passed && day < shanghaiDay(passed.at)) return { reason: "before_pass", field: "handed" };
  return day > shanghaiDay(now) ? { reason: "day_to_come", field: "handed" } : null;
}
