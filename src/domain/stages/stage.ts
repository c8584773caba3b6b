import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, procedure, step } from "../procedure/definition.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { LADDER, STAGES } from "../programme/stage-schema.ts";
import { ASIDES, lastDay, sideOf, stageNamed, stageOf } from "./history.ts";
import { checklistOf, forwardOf, handedIn, NEXT, papersMissing, papersOf } from "./ladder.ts";

// 创建阶段: where a town stands in the programme, one record for its whole life. The next stage is proposed by county or
// office and decided by somebody else; 整改 and 暂停 run beside the stage.

const REASON = { kind: "words", longest: 300 } as const;

const decided = {
  stage: {
    kind: "choice",
    of: (_: Programme, record: ProcedureRecord | null) =>
      NEXT[record ? stageOf(record) : "not_started"].map((id) => ({ id })),
  },
  since: { kind: "day", edge: "start", optional: true },
  why: REASON,
} as const;
type Decided = { stage: string; since: string };

/** Who decides on the stage that is proposed, as an address. */
function decider(_: ProcedureRecord | null, { stage }: Decided, { programme }: At) {
  return { decider: programme.stages.get(stageNamed(stage))?.decides ?? "office" };
}

/** A day in the future, or before the town's last stage began. */
function wrongDay(record: ProcedureRecord | null, { since }: Decided, { now }: At) {
  if (since === "") return null;
  if (since > shanghaiDay(now)) return { reason: "in_future", field: "since" };
  // Of a town that is only being registered nothing earlier is known.
  const known = record !== null && record.state !== "not_started";
  return known && since < lastDay(record) ? { reason: "before_last", field: "since" } : null;
}

function unready(
  record: ProcedureRecord | null,
  { stage, checklist }: { stage: string; checklist: string[] },
  { programme, actor }: At,
) {
  if (!record || stage === "left") return null;
  if (sideOf(record) !== null) return "side_open";
  if (stage !== forwardOf(stageOf(record))) return null;
  if (papersMissing(programme, record).length > 0) return "papers_missing";
  const asked = checklistOf(programme, record, actor);
  return asked.some(({ id }) => !checklist.includes(id)) ? "unchecked" : null;
}

/** One more photo or file than were there when the last step that needed any was taken. */
const ONE_MORE = {
  kind: "evidence",
  least: ({ data }: ProcedureRecord) => Number(data.shown ?? 0) + 1,
} as const;

const COUNTY = ["county", "county_principal"] as const satisfies readonly Post[];
const PLACE = ["town", "county"] as const satisfies readonly Post[];
const ANYONE = ["town", "principal", ...COUNTY, "office", "leader"] as const satisfies readonly Post[];
/** Supplied by the procedure that moves the stage; `because`: its record. */
const byProcedure = {
  stage: { kind: "given", schema: z.enum(LADDER) },
  because: { kind: "given", schema: z.string() },
} as const;

export const stage = procedure({
  id: "stage",
  key: ({ town }) => town,
  outlasts: true,
  sees: ANYONE,
  reasons: ["unchecked", "papers_missing", "no_papers", "side_open", "in_future", "before_last", "past_day"],
  states: {
    not_started: { colour: "grey" },
    drafting: { colour: "turquoise" },
    reviewing: { colour: "turquoise" },
    building: { colour: "blue" },
    applying_province: { colour: "orange" },
    named_province: { colour: "green" },
    applying_nation: { colour: "orange" },
    named_nation: { colour: "green" },
    left: { colour: "grey", ends: true, keepsKey: true },
  },
  asides: ASIDES,
  steps: {
    /** Registers where a town stands, or starts it: proposed like any other stage. */
    enlist: step({
      from: "start",
      to: "not_started",
      who: ["office", ...COUNTY],
      asks: {
        town: {
          kind: "choice",
          of: ({ towns }) => towns.map(placeChoice),
        },
        ...decided,
      },
      refuses: wrongDay,
      sets: decider,
      tells: [{ named: "decider" }],
    }),
    entered: step({
      from: "start",
      to: { field: "stage" },
      who: [],
      along: true,
      asks: byProcedure,
      tells: [],
    }),
    confirm: step({
      from: STAGES,
      to: { field: "stage" },
      who: [{ named: "decider" }, "leader"],
      not: ["enlist", "propose"],
      during: ["moving"],
      together: true,
      asks: {},
      bars: (record) => (sideOf(record) !== null && record.data.stage !== "left" ? "side_open" : null),
      tells: ["town", "county"],
    }),
    refuse: step({
      from: STAGES,
      to: "same",
      who: [{ named: "decider" }, "leader"],
      not: ["enlist", "propose"],
      during: ["moving"],
      asks: { reason: REASON },
      tells: [{ took: "propose" }, { took: "enlist" }],
    }),
    withdraw: step({
      from: STAGES,
      to: "same",
      who: [{ took: "propose" }, { took: "enlist" }],
      during: ["moving"],
      asks: {},
      tells: [],
    }),
    propose: step({
      from: STAGES,
      to: "same",
      who: ["office", ...COUNTY],
      unless: ["moving"],
      asks: {
        ...decided,
        checklist: { kind: "choice", of: checklistOf, many: true, optional: true },
      },
      refuses: (record, values, at) => wrongDay(record, values, at) ?? unready(record, values, at),
      sets: decider,
      tells: [{ named: "decider" }],
    }),
    moved: step({
      from: STAGES,
      to: { field: "stage" },
      who: [],
      along: true,
      asks: byProcedure,
      tells: [],
    }),
    hand_in: step({
      from: LADDER,
      to: "same",
      who: [...PLACE, "office"],
      asks: {
        papers: { kind: "choice", of: papersOf, many: true },
        shown: ONE_MORE,
      },
      bars: (record, { programme }) => (papersMissing(programme, record).length === 0 ? "no_papers" : null),
      sets: (record, { papers }) => ({ handed: [...(record ? handedIn(record) : []), ...papers] }),
      tells: [],
    }),
    rectify: step({
      from: LADDER,
      to: "same",
      who: ["office"],
      unless: ["rectifying", "paused"],
      asks: { demand: REASON, until: { kind: "day", workingDay: true }, day_off: WHY_DAY_OFF },
      refuses: (_, { until }, { now }) =>
        until <= shanghaiDay(now) ? { reason: "past_day", field: "until" } : null,
      tells: ["town", "county"],
    }),
    mended: step({
      from: LADDER,
      to: "same",
      who: PLACE,
      during: ["rectifying"],
      asks: { done: { kind: "words", longest: 500 }, shown: ONE_MORE },
      tells: ["office"],
    }),
    end_rectify: step({
      from: LADDER,
      to: "same",
      who: ["office"],
      during: ["checking"],
      asks: {},
      tells: ["town", "county"],
    }),
    pause: step({
      from: LADDER,
      to: "same",
      who: ["office"],
      unless: ["paused", "rectifying", "checking"],
      asks: { cause: REASON },
      tells: ["town", "county"],
    }),
    resume: step({
      from: LADDER,
      to: "same",
      who: ["office"],
      during: ["paused"],
      asks: {},
      tells: ["town", "county"],
    }),
  },
});
