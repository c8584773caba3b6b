import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { type At, type Post, procedure, step } from "../procedure/definition.ts";
import { DECISION, declined, proposal, withdraw } from "../procedure/proposal.ts";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";
import { addresseeChoices, townOf } from "../task/actors.ts";

// 提醒 → 约谈 → 问责 of a town, county or department, never of a person. The office puts a measure forward, a leader
// decides on it with a reason, the unit answers what it mends, the office closes it. Nothing leads to one by itself, and
// each follows the one before it.

export const MEASURES = ["reminder", "talk", "accountability"] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure that was decided earlier: which, the day of the decision, and what for. */
const earlierSchema = z.array(z.object({ measure: z.enum(MEASURES), day: z.string(), matter: z.string() }));
export type Earlier = z.infer<typeof earlierSchema>[number];

const UNIT = { named: "to" } as const satisfies Post;
/** A town's principal and county; other units have neither. */
const CONCERNED = [UNIT, "principal", "county", "county_principal"] as const satisfies readonly Post[];
const LONGEST = 1000;
const before = { kind: "given", schema: earlierSchema } as const;
const { proposed, dropped } = proposal("leader", 5);

export const accountability = procedure({
  id: "accountability",
  /** One open measure of a kind for a unit. */
  key: ({ data }) => `${data.to} ${data.measure}`,
  outlasts: true,
  sees: ["office", "leader"],
  confidential: true,
  reasons: ["no_reminder", "no_talk", "no_talk_held", "nothing_to_hold", "before_decision", "day_to_come"],
  states: {
    proposed,
    decided: { colour: "red", owes: { post: UNIT, within: 10 }, sees: CONCERNED },
    answered: { colour: "blue", owes: { post: "office", within: 5 }, sees: CONCERNED },
    closed: { colour: "green", ends: true, sees: CONCERNED },
    dropped,
  },
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        to: { kind: "choice", of: (programme, _, actor) => addresseeChoices(programme, actor) },
        measure: { kind: "choice", of: () => MEASURES.map((id) => ({ id })) },
        matter: { kind: "words", longest: 200 },
        reason: { kind: "words", longest: 500 },
        /** What the unit was told earlier, the oldest first. */
        before,
      },
      refuses: (_, { measure, before: earlier }) => missingStep(measure, earlier),
      sets: (_, { to }) => ({ town: townOf(to) }),
      tells: ["leader"],
    }),
    decide: step({
      from: ["proposed"],
      to: "decided",
      who: ["leader"],
      not: "propose",
      asks: { decision: DECISION, before },
      tells: [UNIT, "county"],
    }),
    drop: declined,
    withdraw,
    /** The unit says what it does about it; files in reply to the card go with it. */
    answer: step({
      from: ["decided"],
      to: "answered",
      who: [UNIT],
      asks: { answer: { kind: "words", longest: LONGEST }, shown: { kind: "evidence", least: 0 } },
      tells: ["office"],
    }),
    /** The minutes of the talk that was decided on. */
    hold: step({
      from: ["decided", "answered"],
      to: "same",
      who: ["office", "leader"],
      bars: (record) => (measureOf(record) === "reminder" ? "nothing_to_hold" : null),
      asks: { on: { kind: "day", edge: "none" }, minutes: { kind: "words", longest: LONGEST } },
      refuses: (record, { on }, at) => dayProblem(record, on, at),
      tells: [UNIT],
    }),
    again: step({
      from: ["answered"],
      to: "decided",
      who: ["office"],
      asks: { why: { kind: "words", longest: 500 } },
      tells: [UNIT],
    }),
    close: step({
      from: ["answered"],
      to: "closed",
      who: ["office"],
      bars: (record) =>
        measureOf(record) !== "reminder" && !lastTaken(record, "hold") ? "no_talk_held" : null,
      asks: { outcome: { kind: "words", longest: 500 } },
      tells: [UNIT, "county"],
    }),
  },
});

/** Why the ladder does not reach this measure yet; null if it does. */
function missingStep(measure: string, earlier: readonly Earlier[]): string | null {
  const had = (one: Measure) => earlier.some((past) => past.measure === one);
  if (measure === "talk" && !had("reminder")) return "no_reminder";
  return measure === "accountability" && !had("talk") ? "no_talk" : null;
}

function dayProblem(record: ProcedureRecord | null, on: string, { now }: At) {
  const decided = record && lastTaken(record, "decide");
  if (decided && on < shanghaiDay(decided.at)) return { reason: "before_decision", field: "on" };
  return on > shanghaiDay(now) ? { reason: "day_to_come", field: "on" } : null;
}

/** The measure a record is about. */
export function measureOf({ data }: Pick<ProcedureRecord, "data">): Measure {
  return z.enum(MEASURES).parse(data.measure);
}

/** What the unit was told before this record, the oldest first. */
export function earlierThan({ data }: Pick<ProcedureRecord, "data">): Earlier[] {
  return earlierSchema.parse(data.before ?? []);
}

/** A record as an earlier measure; null unless a leader decided on it. */
export function asEarlier(record: ProcedureRecord): Earlier | null {
  const decided = lastTaken(record, "decide");
  if (!decided) return null;
  return {
    measure: measureOf(record),
    day: shanghaiDay(decided.at),
    matter: String(record.data.matter ?? ""),
  };
}
