import { readPercent } from "../reading/numbers.ts";
import { readDay } from "../reading/read-day.ts";

/** A milestone: `share` is the % of the whole scheduled to be done by the end of its day. */
export type Milestone = { name: string; due: string; share: number };

const MOST = 12;
const LONGEST_NAME = 30;

export const MILESTONE_REASONS = [
  "bad_steps",
  "too_many_steps",
  "step_name",
  "step_twice",
  "step_day",
  "step_share",
  "step_outside",
] as const;
type Reason = (typeof MILESTONE_REASONS)[number];

const COLONS = /^(.*?)[:：]([^:：]+)[:：]([^:：]+)$/;
const SPACES = /^(.*?)[\s,，、]+([^\s,，、]+)[\s,，、]+(?:累计)?([^\s,，、]+)$/;

/**
 * Parses milestones as written in a row or form: `桩基:2026-05-30:30；主体:2026-09-30:70`, or one a line with spaces
 * or commas between, `桩基 2026-05-30 30%`; the share in % of the whole. Null if one of them is invalid.
 */
export function readMilestones(text: string, year: number): Milestone[] | null {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found = parts.flatMap((part): Milestone[] => {
    const match = COLONS.exec(part) ?? SPACES.exec(part);
    const due = readDay(match?.[2] ?? "", { year });
    const share = readPercent(match?.[3] ?? "");
    return match && due !== null && share.ok
      ? [{ name: (match[1] ?? "").trim(), due, share: share.value }]
      : [];
  });
  return found.length === parts.length ? found : null;
}

/**
 * The error in milestones between two days: days and shares must increase, and the share at the due day must
 * be 100. `about`: the milestone's name.
 */
export function milestoneProblem(
  text: string,
  start: string,
  due: string,
): { reason: Reason; field: "steps"; about?: string } | null {
  const steps = readMilestones(text, Number(due.slice(0, 4)));
  if (steps === null) return { reason: "bad_steps", field: "steps" };
  if (steps.length > MOST) return { reason: "too_many_steps", field: "steps" };
  for (const [i, step] of steps.entries()) {
    const reason = problemOf(step, steps.slice(0, i), start, due);
    if (reason) return { reason, field: "steps", about: step.name };
  }
  return null;
}

function problemOf(step: Milestone, earlier: Milestone[], start: string, due: string): Reason | null {
  const before = earlier.at(-1);
  if (step.name === "" || [...step.name].length > LONGEST_NAME) return "step_name";
  if (earlier.some(({ name }) => name === step.name)) return "step_twice";
  if (step.due < start || step.due > due) return "step_outside";
  if (before && step.due <= before.due) return "step_day";
  return step.share > (before?.share ?? 0) && step.share <= 100 ? null : "step_share";
}
