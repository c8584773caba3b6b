import * as z from "zod";
import type { LogEntry, ProcedureRecord, Values } from "../procedure/record.ts";
import { isResting } from "../procedure/rest.ts";
import { countyOf, type Programme, townBySlug } from "../programme/programme.ts";
import type { SectionId } from "../report/content.ts";
import type { Milestone } from "./milestones.ts";

// One item of work with a responsible post, as used by lights, digests and scores: a town's year task or a 督办
// item.

/** The post responsible for it, never a person. */
export type Addressee = { kind: "town" | "county" | "department"; slug: string };

/** The procedures whose records are tasks. */
export const TASK_PROCEDURES: readonly string[] = ["year_task", "supervision"];

/** A blocker and the department it was reported to; `acceptedAt` null: not accepted by the department. */
export type Blocker = { department: string; reason: string; at: number; acceptedAt: number | null };

export type Task = {
  id: string;
  /** "plan": a year task of a town; "supervision": a 督办 item. */
  kind: "plan" | "supervision";
  to: Addressee;
  /** The content area it belongs to, or null; `item`: the pack's item it implements, or null. */
  area: SectionId | null;
  item: string | null;
  title: string;
  weight: number;
  /** Days as `YYYY-MM-DD`. */
  start: string;
  due: string;
  steps: Milestone[];
  status: string;
  /** Last reported progress, 0 to 100 %. */
  percent: number;
  blocked: Blocker | null;
  log: LogEntry[];
};

const dataSchema = z.object({
  to: z.string(),
  area: z.string().default(""),
  item: z.string().nullable().default(null),
  title: z.string(),
  weight: z.number().default(1),
  start: z.string().default(""),
  due: z.string(),
  milestones: z.array(z.object({ name: z.string(), due: z.string(), share: z.number() })).default([]),
  percent: z.number().default(0),
});

/** Converts a record to a task. Throws for a record of another procedure. */
export function taskOf(record: ProcedureRecord): Task {
  const { to, area, milestones, ...data } = dataSchema.parse(record.data);
  return {
    ...data,
    id: record.id,
    kind: record.procedure === "year_task" ? "plan" : "supervision",
    to: addresseeOf(to),
    area: area === "" ? sectionOf(record.ref) : area,
    steps: milestones,
    status: isResting(record) ? "resting" : record.state,
    blocked: blockerOf(record),
    log: record.log,
  };
}

/** The days of its milestones, put off. */
export function milestonesLater({ milestones }: Values, move: (day: string) => string): Values {
  const steps = dataSchema.shape.milestones.parse(milestones);
  return steps.length === 0 ? {} : { milestones: steps.map((one) => ({ ...one, due: move(one.due) })) };
}

/** Whether the addressee still has work to do. */
export function isOpen({ status }: Pick<Task, "status">): boolean {
  return status === "open" || status === "closing";
}

/** The county of a town's task; null for a task addressed to a county or a department. */
export function countyOfTask({ to }: Pick<Task, "to">, programme: Programme): string | null {
  const town = to.kind === "town" ? townBySlug(programme, to.slug) : undefined;
  return town ? countyOf(programme, town).slug : null;
}

/** Parses an address such as `town.qikou`. */
function addresseeOf(to: string): Addressee {
  const [kind, slug = ""] = to.split(".");
  return kind === "county" || kind === "department" ? { kind, slug } : { kind: "town", slug };
}

/** The section in the reference of a problem: `2026Q3/qikou/roads`. */
function sectionOf(ref: string): string | null {
  return ref.split("/")[2] ?? null;
}

const ENDS = ["decline_block", "unblock", "clear", "withdraw"];

function blockerOf({ log }: Pick<ProcedureRecord, "log">): Blocker | null {
  const since = log.findLastIndex(({ step }) => step === "block");
  const entry = log[since];
  const later = log.slice(since + 1);
  if (!entry || later.some(({ step }) => ENDS.includes(step))) return null;
  const { department, reason } = entry.values;
  return {
    department: String(department).replace("department.", ""),
    reason: String(reason),
    at: entry.at,
    acceptedAt: later.find(({ step }) => step === "accept_block")?.at ?? null,
  };
}
