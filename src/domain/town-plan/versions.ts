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

/** `n` counts from 1; `at`: when it was submitted (UTC ms); `approvedAt`: when it was approved, null while it is not. */
export type PlanVersion = { n: number; at: number; approvedAt: number | null; values: Values };

type Log = Pick<ProcedureRecord, "log">;

/** Every version submitted, the first one first. */
export function versionsOf({ log }: Log): PlanVersion[] {
  const found: PlanVersion[] = [];
  let values: Values = {};
  for (const entry of log) {
    values = { ...values, ...entry.values };
    if (entry.step === "submit")
      found.push({ n: found.length + 1, at: entry.at, approvedAt: null, values: sectionsIn(values) });
    const last = found.at(-1);
    if (entry.step === "approve" && last) last.approvedAt = entry.at;
  }
  return found;
}

/** The version in force: the last one approved; null before the first. */
export function inForce(record: Log): PlanVersion | null {
  return versionsOf(record).findLast(({ approvedAt }) => approvedAt !== null) ?? null;
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
