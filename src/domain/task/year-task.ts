import * as z from "zod";
import { type Post, procedure, step } from "../procedure/definition.ts";
import type { Asks } from "../procedure/field.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import { townChoices, townOf } from "./actors.ts";
import { MILESTONE_REASONS, milestoneProblem, readMilestones } from "./milestones.ts";
import { milestonesLater } from "./task.ts";
import { taskReply } from "./task-reply.ts";
import { LONGEST_TITLE, TASK_REASONS, taskAsides, taskStates, taskSteps } from "./task-steps.ts";

// 年度任务: a town's task for the year, proposed by the town, its county or the office (often from a sheet), and
// countersigned by the county before it counts.

const DECIDES = ["county", "office"] as const satisfies readonly Post[];
const day = { kind: "day", keeps: true } as const;

/** What is said of one, besides the town. */
export const TASK_ASKS = {
  area: { kind: "choice", of: ({ areas }) => areas, keeps: true },
  title: { kind: "words", longest: LONGEST_TITLE, keeps: true },
  owner: { kind: "words", longest: 30, keeps: true },
  /** A cell that shows 10% is 10. */
  weight: { kind: "number", units: ["%", "分"], keeps: true },
  start: { ...day, edge: "start" },
  due: day,
  /** Such as `桩基:2026-05-30:30；主体:2026-09-30:70`. */
  steps: { kind: "words", longest: 800, optional: true, keeps: true },
  evidence_needed: { kind: "words", longest: 200, optional: true, keeps: true },
} as const satisfies Asks;

const asks = {
  to: { kind: "choice", of: (programme, _, actor) => townChoices(programme, actor), keeps: true },
  ...TASK_ASKS,
  /** The pack's item it implements; set only by an import from a sheet. */
  item: { kind: "given", schema: z.string().nullable() },
} as const satisfies Asks;

type Draft = { to: string; weight: number; start: string; due: string; steps: string };

export const TASK_DRAFT_REASONS = [...MILESTONE_REASONS, "not_positive", "before_start"] as const;

/** Why a task cannot be put forward as it is; null where it can. */
export function draftProblem(_: unknown, { weight, start, due, steps }: Omit<Draft, "to">) {
  if (!(weight > 0)) return { reason: "not_positive", field: "weight" };
  if (due < start) return { reason: "before_start", field: "due" };
  return milestoneProblem(steps, start, due);
}

/** The town, the year (fixed even if the due day changes), and the parsed milestones. */
function derived(_: unknown, draft: Draft): Values {
  return { ...rearranged(null, draft), percent: 0 };
}

function rearranged(_: unknown, { to, due, steps }: Draft): Values {
  const milestones = readMilestones(steps, Number(due.slice(0, 4))) ?? [];
  return { town: townOf(to), year: due.slice(0, 4), milestones };
}

/** Milestones, as they have moved with the day, stay where the plan says the same of them. */
function restated({ data }: ProcedureRecord, { steps }: Pick<Draft, "steps">): Values {
  if (steps === data.steps) return {};
  return { milestones: readMilestones(steps, Number(data.year)) ?? [] };
}

/** With the approval of a town's 方案, which the county countersigned: by the code alone, and told by that approval. */
const arranged = { who: [], along: true, asks, tells: [] } as const;
const { due: _due, ...asksButDay } = asks;
/** The steps that say what a task is. */
export const STATES_TASK = ["propose", "amend", "arrange", "rearrange", "restate"] as const;

const drafted = { asks, refuses: draftProblem, sets: derived, tells: ["county"] } as const;

export const yearTask = procedure({
  id: "year_task",
  /** A plan contains each task once, even after it ended. */
  key: ({ data }) => JSON.stringify([data.to, data.area, data.item ?? null, data.title, data.year]),
  sees: [{ named: "to" }, "principal", "county", "office", "leader"],
  reasons: [...TASK_REASONS, ...TASK_DRAFT_REASONS],
  states: taskStates("county"),
  asides: taskAsides("county", ["rearrange"]),
  steps: {
    propose: step({ from: "start", to: "proposed", who: ["town", ...DECIDES], ...drafted }),
    arrange: step({ ...arranged, from: "start", to: "open", sets: derived }),
    /** What was done so far stays. The plan's day holds: one that was granted before, or is asked for, is over. */
    rearrange: step({ ...arranged, from: ["proposed", "withdrawn", "open"], to: "open", sets: rearranged }),
    /** The plan names the same day as before, and decides nothing anew about it: one granted since stays. */
    restate: step({
      ...arranged,
      asks: asksButDay,
      from: ["open"],
      to: "open",
      sets: (record, says) => (record ? restated(record, says) : {}),
    }),
    /** The arrangement has it no more. */
    strike: step({ ...arranged, from: ["proposed", "open"], to: "withdrawn", asks: {} }),
    ...taskSteps(DECIDES, "county"),
    /** A task not agreed to is proposed again. */
    amend: step({ from: ["proposed", "withdrawn"], to: "proposed", who: ["town", ...DECIDES], ...drafted }),
  },
  reply: taskReply,
  putOff: milestonesLater,
  shows: "show",
});
