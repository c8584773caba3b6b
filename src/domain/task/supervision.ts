import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, procedure, step } from "../procedure/definition.ts";
import type { Asks } from "../procedure/field.ts";
import type { Values } from "../procedure/record.ts";
import { addresseeChoices, townOf } from "./actors.ts";
import { itemNumber } from "./item-number.ts";
import { milestonesLater } from "./task.ts";
import { taskReply } from "./task-reply.ts";
import { LONGEST_TITLE, TASK_REASONS, taskAsides, taskStates, taskSteps } from "./task-steps.ts";

// 督办: an item of work with its own due day, assigned to a town, county or department. An item of the office
// is open at once; one of a county or leader needs the office's agreement.

const OFFICE = ["office"] as const satisfies readonly Post[];
/** What led to an item: a problem, an inspection, a question or a meeting. */
export const ORIGINS = ["problem", "inspection", "question", "meeting"] as const;

const asks = {
  to: { kind: "choice", of: (programme, _, actor) => addresseeChoices(programme, actor) },
  origin: { kind: "choice", of: () => ORIGINS.map((id) => ({ id })) },
  title: { kind: "words", longest: LONGEST_TITLE },
  owner: { kind: "words", longest: 30 },
  due: { kind: "day", workingDay: true },
  day_off: WHY_DAY_OFF,
  evidence_needed: { kind: "words", longest: 200, optional: true },
  number: { kind: "given", schema: z.string().nullable() },
} as const satisfies Asks;

/** It starts on the day it is proposed. */
function derived(_: unknown, { to }: { to: string }, { now }: At): Values {
  return { town: townOf(to), start: shanghaiDay(now), percent: 0 };
}

function notPast(_: unknown, { due }: { due: string }, { now }: At) {
  return due < shanghaiDay(now) ? { reason: "before_start", field: "due" } : null;
}

const drafted = { from: "start", asks, refuses: notPast, sets: derived } as const;

export const supervision = procedure({
  id: "supervision",
  key: ({ id }) => id,
  number: itemNumber,
  sees: [{ named: "to" }, "principal", "county", "office", "leader"],
  reasons: [...TASK_REASONS, "before_start"],
  states: taskStates("office"),
  asides: taskAsides("office"),
  steps: {
    issue: step({ ...drafted, to: "open", who: OFFICE, tells: [{ named: "to" }] }),
    propose: step({ ...drafted, to: "proposed", who: ["county", "leader"], tells: OFFICE }),
    ...taskSteps(OFFICE, "office"),
  },
  reply: taskReply,
  putOff: milestonesLater,
  shows: "show",
});
