import * as z from "zod";
import { procedure, step } from "../procedure/definition.ts";
import { figuresSchema } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme, Town } from "../programme/programme.ts";
import type { Stage } from "../programme/stage-schema.ts";
import { rankOf } from "./ladder.ts";
import { phaseNameZh } from "./phase-name.ts";

// 三个阶段的年度: set by the city office, each with the document it follows. A phase without a year has no deadline.

const setting = {
  to: "set",
  who: ["office"],
  asks: {
    years: {
      kind: "figures",
      of: ({ phases }: Pick<Programme, "phases">) =>
        phases.map(({ phase }) => ({
          id: String(phase),
          name: `${phaseNameZh(phase)}到哪一年年底`,
          nameEn: `Phase ${phase}, to the end of`,
        })),
      least: 2000,
      most: 2100,
    },
    basis: { kind: "words", longest: 200 },
  },
  refuses: (record: ProcedureRecord | null, { years }: { years: Record<string, number> }) => {
    const inOrder = Object.entries(years).sort(([a], [b]) => Number(a) - Number(b));
    if (inOrder.some(([, year]) => !Number.isInteger(year))) return "not_whole";
    if (inOrder.some(([, year], i) => year < (inOrder[i - 1]?.[1] ?? 0))) return "not_rising";
    const before = figuresSchema.parse(record?.data.years ?? {});
    return Object.entries(years).every(([phase, year]) => before[phase] === year) ? "unchanged" : null;
  },
  tells: [],
} as const;

export const phaseYears = procedure({
  id: "phase_years",
  key: () => "",
  sees: ["office", "leader", "county", "county_principal", "town", "principal"],
  reasons: ["not_whole", "not_rising", "unchanged"],
  states: { set: { colour: "green", ends: true, keepsKey: true, sees: "everyone" } },
  steps: {
    enter: step({ ...setting, from: "start" }),
    change: step({ ...setting, from: ["set"] }),
  },
});

/** The year of each phase: the one the office set, else the pack's; null where neither says any. */
export function yearsOf(
  { phases }: Pick<Programme, "phases">,
  record: Pick<ProcedureRecord, "data"> | null,
): Map<number, number | null> {
  const set = z.record(z.string(), z.number()).parse(record?.data.years ?? {});
  return new Map(phases.map(({ phase, year }) => [phase, set[String(phase)] ?? year]));
}

const dated = new WeakMap<Programme, { years: string; programme: Programme }>();

/** The pack with the years the office set for its phases; the same object while these are the same. */
export function withPhaseYears(
  programme: Programme,
  record: Pick<ProcedureRecord, "data"> | null,
): Programme {
  if (record === null) return programme;
  const years = JSON.stringify(record.data.years ?? {});
  const known = dated.get(programme);
  if (known?.years === years) return known.programme;
  const set = yearsOf(programme, record);
  const phases = programme.phases.map((one) => ({ ...one, year: set.get(one.phase) ?? null }));
  const made = { ...programme, phases };
  dated.set(programme, { years, programme: made });
  return made;
}

/** A stage a town has to reach, in which phase, by the end of which year (null: not set). */
export type Goal = { phase: number; stage: Stage; year: number | null };

/** The goals of a town it has not reached, in the order of their phases. */
export function goalsAhead(
  { phases }: Pick<Programme, "phases">,
  town: Town,
  at: Stage,
  years: ReadonlyMap<number, number | null>,
): Goal[] {
  if (at === "left") return [];
  return phases
    .toSorted((a, b) => a.phase - b.phase)
    .flatMap(({ phase, reach }) =>
      reach
        .filter((one) => one.phase === town.phase && rankOf(at) < rankOf(one.stage))
        .map(({ stage }) => ({ phase, stage, year: years.get(phase) ?? null })),
    );
}

/** Whether the year of a goal is over. */
export function isBehind({ year }: Goal, day: string): boolean {
  return year !== null && String(year) < day.slice(0, 4);
}
