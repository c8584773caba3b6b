import * as z from "zod";
import { type Step, step } from "../procedure/definition.ts";
import type { Asks } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { changedSections, draftOf, inForce, type PlanSection, unwritten } from "./versions.ts";

// The steps that write a 方案: by town and county, while it is drafted, and during a change only what it was granted for.

export const DRAFT = ["drafting", "changing"] as const;

/** Whether its sections are being written. */
export function isDrafted({ state }: Pick<ProcedureRecord, "state">): boolean {
  return DRAFT.some((one) => one === state);
}

/** The sections a change was asked for. */
export function touched({ data }: ProcedureRecord): string[] {
  return z.array(z.string()).default([]).parse(data.touches);
}

/** Whether a section is written, or in a change what was granted is changed already. */
function isWritten(record: ProcedureRecord, section: PlanSection): boolean {
  const before = record.state === "changing" ? inForce(record) : null;
  if (before) return changedSections(before.values, draftOf(record)).includes(section);
  return !unwritten(record).includes(section);
}

/** The step that writes a section, or a part of one. */
export function writing<const A extends Asks>(
  section: PlanSection,
  asks: A,
  { bars, ...more }: Pick<Step<string, A>, "refuses" | "sets" | "bars"> = {},
): Step<"drafting" | "changing", A> {
  return step({
    from: DRAFT,
    to: "same",
    who: ["town", "county"],
    asks,
    bars: (record, at) =>
      record.state === "changing" && !touched(record).includes(section)
        ? "not_touched"
        : (bars?.(record, at) ?? null),
    done: (record) => isWritten(record, section),
    ...more,
    tells: [],
  });
}
