import type { LogEntry, ProcedureRecord, Value, Values } from "../procedure/record.ts";

// The versions of a town's 方案, as they were submitted, and what differs between two of them.

/** The sections of a 方案, in their order. */
export const PLAN_SECTIONS = ["site", "kind", "demands", "leadership", "funds", "years"] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];
/** The fields of each. */
export const SECTIONS: Record<PlanSection, readonly string[]> = {
  site: ["site"],
  kind: ["kind"],
  demands: ["demands"],
  leadership: ["leadership"],
  funds: ["funds"],
  years: ["year", "investment", "arrangement", "targets"],
};

/**
 * `n` counts from 1; `at`: when it was submitted (UTC ms); `approvedAt`: when it was approved, null while it is not, and
 * `paper` by which document or meeting.
 */
export type PlanVersion = {
  n: number;
  at: number;
  approvedAt: number | null;
  paper: string;
  values: Values;
};

type Log = Pick<ProcedureRecord, "log">;

/** Every version submitted, the first one first. */
export function versionsOf({ log }: Log): PlanVersion[] {
  const found: PlanVersion[] = [];
  let values: Values = {};
  for (const entry of log) {
    values = { ...values, ...entry.values };
    if (entry.step === "submit")
      found.push({
        ...{ n: found.length + 1, at: entry.at, approvedAt: null, paper: "" },
        values: sectionsIn(values),
      });
    const last = found.at(-1);
    if (entry.step === "approve" && last)
      Object.assign(last, { approvedAt: entry.at, paper: String(entry.values.paper ?? "") });
  }
  return found;
}

/** The version in force: the last one approved; null before the first. */
export function inForce(record: Log): PlanVersion | null {
  return versionsOf(record).findLast(({ approvedAt }) => approvedAt !== null) ?? null;
}

/**
 * What a version is held against, by default the draft after the last one: the version in force before it, and the one
 * submitted before it. What was approved is held against what it replaced alone.
 */
export function heldAgainst(versions: readonly PlanVersion[], version?: PlanVersion): PlanVersion[] {
  const before = version ? versions.filter(({ n }) => n < version.n) : versions;
  const force = before.findLast(({ approvedAt }) => approvedAt !== null);
  const last = version && version.approvedAt !== null ? undefined : before.at(-1);
  return [force, last].flatMap((one, i, all) => (one && all.indexOf(one) === i ? [one] : []));
}

/** The sections as they are written now. */
export function draftOf({ data }: Pick<ProcedureRecord, "data">): Values {
  return sectionsIn(data);
}

/** The sections that differ, in their order. */
export function changedSections(before: Values, after: Values): PlanSection[] {
  return PLAN_SECTIONS.filter((section) =>
    SECTIONS[section].some((field) => !same(before[field], after[field])),
  );
}

/** The sections that are not written yet. A town's kind is known from the pack. */
export function unwritten({ data }: Pick<ProcedureRecord, "data">): PlanSection[] {
  return PLAN_SECTIONS.filter(
    (section) => section !== "kind" && SECTIONS[section].every((field) => data[field] === undefined),
  );
}

/** The last step taken of a kind since the record was last submitted, if one was. */
export function sinceSubmitted({ log }: Log, step: string): LogEntry | undefined {
  const from = log.findLastIndex((entry) => entry.step === "submit");
  return log.slice(from + 1).findLast((entry) => entry.step === step);
}

function sectionsIn(values: Values): Values {
  const fields = PLAN_SECTIONS.flatMap((section) => SECTIONS[section]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));
}

function same(before: Value | undefined, after: Value | undefined): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}
