import { procedure, step } from "./definition.ts";
import { figuresSchema } from "./field.ts";
import { placeChoice } from "./place-choice.ts";
import type { ProcedureRecord } from "./record.ts";

// 年末考评: the city office's year-end appraisal of every town, 0 to 100. It is part of the year's score only
// (scoring.md 2); entering and changing it is recorded.

const appraising = {
  to: "entered",
  who: ["office"],
  asks: {
    appraisal: {
      kind: "figures",
      of: ({ towns }: { towns: ReadonlyArray<{ slug: string; name: string; nameEn: string }> }) =>
        towns.map(placeChoice),
      least: 0,
      most: 100,
    },
  },
  refuses: (
    record: ProcedureRecord | null,
    { appraisal: entered }: { appraisal: Record<string, number> },
  ) => {
    const before = record ? appraisalsOf(record) : new Map();
    return Object.entries(entered).every(([town, score]) => before.get(town) === score) ? "nothing" : null;
  },
  tells: [],
} as const;

export const appraisal = procedure({
  id: "appraisal",
  /** `ref` is the year. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: ["nothing"],
  states: { entered: { colour: "turquoise", ends: true, keepsKey: true } },
  steps: {
    enter: step({ ...appraising, from: "start" }),
    change: step({ ...appraising, from: ["entered"] }),
  },
});

/** Appraisals by town; empty without a record. */
export function appraisalsOf(record: Pick<ProcedureRecord, "data"> | null): Map<string, number> {
  const entered = figuresSchema.parse(record?.data.appraisal ?? {});
  return new Map(Object.entries(entered));
}
