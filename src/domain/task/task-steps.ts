import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type Post, step } from "../procedure/definition.ts";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";
import { departmentChoices } from "./actors.ts";
import { dueUnnamed, SUPERVISION_DAYS } from "./due-in.ts";
import { taskOf } from "./task.ts";

// The steps shared by year tasks and 督办 items: agreement, signing, progress, extension, blocker, closing with
// evidence, reopening. `decides`: the posts that agree to a new item, to a new due day and to withdrawal.

const LONGEST_WORDS = 500;
export const LONGEST_TITLE = 100;
/** Working days allowed for a decision. */
const DECISION_DAYS = 3;
const BY_DAY = { day: "due", usually: SUPERVISION_DAYS } as const;
/** The post the task is addressed to. */
const ADDRESSEE = { named: "to" } as const satisfies Post;
/** The department to which a blocker is reported. */
const DEPARTMENT = { named: "department" } as const satisfies Post;
const reason = { kind: "words", longest: LONGEST_WORDS } as const;
const words = { kind: "words", longest: LONGEST_WORDS, optional: true } as const;
/** Required only if the task was created with evidence required. */
const shown = {
  kind: "evidence",
  least: ({ data }: ProcedureRecord) => (data.evidence_needed ? 1 : 0),
} as const;
/** The posts that confirm closing: the town's county, and the city office, which may act for any county. */
const CONFIRMS = ["county", "office"] as const satisfies readonly Post[];
const OPEN = { from: ["open"], to: "open" } as const;

/** Refusal reasons of these steps besides the common ones. */
export const TASK_REASONS = [
  "percent_range",
  "backwards",
  "date_past",
  "not_done",
  "signed_already",
] as const;

/** The states of a task. `judge`: the post that decides on proposals and closing. */
export function taskStates(judge: Post) {
  const followers = ["principal", "leader", ADDRESSEE] as const satisfies readonly Post[];
  return {
    proposed: { colour: "orange", owes: { post: judge, within: DECISION_DAYS }, concerns: [ADDRESSEE] },
    open: { colour: "blue", owes: { post: ADDRESSEE, within: BY_DAY }, concerns: followers },
    closing: { colour: "turquoise", owes: { post: judge, within: DECISION_DAYS }, concerns: followers },
    closed: { colour: "green", ends: true, keepsKey: true },
    withdrawn: { colour: "grey", ends: true, keepsKey: true },
  } as const;
}

/**
 * Requested extension, reported blocker, and accepted blocker, during which the task is excused. `dates`: steps that decide
 * the due day besides, so that an extension asked for is over.
 */
export function taskAsides(judge: Post, dates: readonly string[] = []) {
  return {
    extension: {
      opens: "request_extension",
      ends: ["grant_extension", "refuse_extension", "ask_close", "withdraw", ...dates],
      owes: { post: judge, within: DECISION_DAYS },
    },
    blocker: {
      opens: "block",
      ends: ["accept_block", "decline_block", "unblock", "withdraw"],
      owes: { post: DEPARTMENT, within: DECISION_DAYS },
    },
    held: {
      opens: "accept_block",
      ends: ["unblock", "clear", "withdraw"],
      holds: true,
      concerns: [DEPARTMENT],
    },
  } as const;
}

export function taskSteps(decides: readonly Post[], judge: Post) {
  return {
    ...proposalSteps(decides),
    ...workSteps(judge),
    ...extensionSteps(decides, judge),
    ...closingSteps(judge),
    ...blockerSteps(),
    withdraw: step({
      from: ["open", "closing"],
      to: "withdrawn",
      who: decides,
      asks: { reason },
      tells: [ADDRESSEE],
    }),
  };
}

function proposalSteps(decides: readonly Post[]) {
  const on = { from: ["proposed"], who: decides, not: ["propose", "amend"] } as const;
  return {
    countersign: step({ ...on, to: "open", together: true, asks: {}, tells: [ADDRESSEE] }),
    refuse: step({ ...on, to: "withdrawn", asks: { reason }, tells: [{ took: "propose" }] }),
    take_back: step({
      from: ["proposed"],
      to: "withdrawn",
      who: [{ took: "propose" }],
      asks: { reason },
      tells: [],
    }),
  };
}

function workSteps(judge: Post) {
  return {
    /** 签收: the addressee acknowledges the task; once, and again after reopening. */
    sign: step({ ...OPEN, who: [ADDRESSEE], asks: {}, bars: signedAlready, tells: [] }),
    progress: step({
      ...OPEN,
      who: [ADDRESSEE],
      asks: { percent: { kind: "percent", keeps: true }, words },
      refuses(record, { percent, words: said }) {
        if (!(percent >= 0 && percent <= 100)) return "percent_range";
        return percent < Number(record?.data.percent) && said === "" ? "backwards" : null;
      },
      tells: [],
    }),
    /** Photos or files in reply, or text without a figure; also allowed while closing is being decided. */
    show: step({
      from: ["open", "closing"],
      to: "same",
      who: [ADDRESSEE],
      byReply: true,
      asks: { words },
      tells: [],
    }),
    /** Requests closing: at 100 %, with evidence where required. It ends a pending extension request. */
    ask_close: step({
      from: ["open"],
      to: "closing",
      who: [ADDRESSEE],
      unless: ["blocker", "held"],
      bars: ({ data }) => (Number(data.percent) < 100 ? "not_done" : null),
      asks: { words, shown },
      tells: [judge],
    }),
  };
}

function extensionSteps(decides: readonly Post[], judge: Post) {
  const on = { ...OPEN, who: decides, during: ["extension"], not: ["request_extension"] } as const;
  return {
    grant_extension: step({
      ...on,
      asks: {},
      // Milestones due on the old due day move to the new one; earlier milestones are unchanged.
      sets(record) {
        if (!record) return {};
        const { due, steps } = taskOf(record);
        const until = String(record.data.until);
        return {
          due: until,
          milestones: steps.map((one) => (one.due === due ? { ...one, due: until } : one)),
        };
      },
      tells: [ADDRESSEE],
    }),
    refuse_extension: step({ ...on, asks: { reason }, tells: [ADDRESSEE] }),
    request_extension: step({
      ...OPEN,
      who: [ADDRESSEE],
      unless: ["extension"],
      asks: { until: { kind: "day", after: "due", workingDay: true }, day_off: WHY_DAY_OFF, reason },
      refuses: (_, { until }, { now }) => (until < shanghaiDay(now) ? "date_past" : null),
      tells: [judge],
    }),
  };
}

function closingSteps(judge: Post) {
  return {
    confirm_close: step({
      from: ["closing"],
      to: "closed",
      who: CONFIRMS,
      // Checked again, because a file may have turned out to be unreadable.
      asks: { shown },
      tells: [ADDRESSEE],
    }),
    refuse_close: step({
      from: ["closing"],
      to: "open",
      who: CONFIRMS,
      asks: { reason },
      tells: [ADDRESSEE],
    }),
    /** The new due day is a few working days from now, or the old one if that is later. */
    reopen: step({
      from: ["closed"],
      to: "open",
      who: CONFIRMS,
      asks: { reason },
      sets(record, _, at) {
        const soon = dueUnnamed(record?.procedure ?? "", "open", SUPERVISION_DAYS, at);
        return { due: [soon, String(record?.data.due)].sort().at(-1) ?? soon };
      },
      tells: [ADDRESSEE, judge],
    }),
  };
}

/** A blocker is reported to a department. Once accepted, the task is not scored until it is resolved. */
function blockerSteps() {
  return {
    accept_block: step({ ...OPEN, who: [DEPARTMENT], during: ["blocker"], asks: {}, tells: [ADDRESSEE] }),
    decline_block: step({
      ...OPEN,
      who: [DEPARTMENT],
      during: ["blocker"],
      asks: { reason },
      tells: [ADDRESSEE],
    }),
    block: step({
      ...OPEN,
      who: [ADDRESSEE],
      unless: ["blocker", "held"],
      asks: {
        department: {
          kind: "choice",
          of: (programme, record) => departmentChoices(programme, record?.data.to),
        },
        reason,
      },
      tells: [DEPARTMENT],
    }),
    /** The blocker is resolved, says the addressee or a post that confirms closing. */
    unblock: step({
      ...OPEN,
      who: [ADDRESSEE, ...CONFIRMS],
      during: ["blocker", "held"],
      asks: {},
      tells: [ADDRESSEE, DEPARTMENT],
    }),
    clear: step({ ...OPEN, who: [DEPARTMENT], during: ["held"], asks: {}, tells: [ADDRESSEE] }),
  };
}

function signedAlready({ log }: ProcedureRecord): string | null {
  const since = log.slice(log.findLastIndex((entry) => entry.step === "reopen") + 1);
  // Who reports progress has received it.
  return lastTaken({ log: since }, ["sign", "progress"]) ? "signed_already" : null;
}
