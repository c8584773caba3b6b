import * as z from "zod";
import type { Asks, ValuesOf } from "../procedure/field.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { type Person, townsOf } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import { yearTargetsSchema } from "./targets.ts";
import type { PlanSection } from "./versions.ts";

// What the sections of a 方案 ask for: one by one on cards, all together in a file.

/** Refusal reasons of the year and investment. */
export const YEAR_REASONS = ["other_year", "no_investment"] as const;

const words = (longest: number) => ({ kind: "words", longest, keeps: true }) as const;

/** What each section asks for. */
export const ASKS = {
  site: { site: words(300) },
  kind: {
    kind: {
      kind: "choice",
      of: ({ groups }: Programme) => groups.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
      keeps: true,
    },
  },
  demands: { demands: words(400) },
  leadership: { leadership: words(300) },
  funds: {
    funds: {
      kind: "figures",
      of: ({ fundSources }: Programme) => fundSources.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
      least: 0,
      most: 10_000_000,
      money: true,
    },
  },
  years: {
    year: { kind: "count", units: ["年", "年度"], keeps: true },
    investment: { kind: "amount", optional: true, keeps: true },
    arrangement: words(400),
    /** Whether the year can be planned, and has or gets an investment. */
    problem: { kind: "given", schema: z.enum(YEAR_REASONS).nullable() },
  },
} as const satisfies Record<PlanSection, Asks>;

/** All sections at once, as a file says them; `targets`: projects and items due of its other tables. */
export const AS_FILE = {
  ...ASKS.site,
  ...ASKS.kind,
  ...ASKS.demands,
  ...ASKS.leadership,
  ...ASKS.funds,
  ...ASKS.years,
  file: { kind: "given", schema: z.string() },
  targets: { kind: "given", schema: yearTargetsSchema.nullable() },
} as const satisfies Asks;

/** Why the year cannot be planned; null if it can. */
export function yearProblem(_: ProcedureRecord | null, { problem }: ValuesOf<(typeof ASKS)["years"]>) {
  return problem ? { reason: problem, field: problem === "other_year" ? "year" : "investment" } : null;
}

export const WHICH_TOWN = {
  town: {
    kind: "choice",
    of: (programme: Programme, _: ProcedureRecord | null, actor: Person | null) =>
      (actor ? townsOf(actor, programme) : programme.towns).map(({ slug, name, nameEn }) => ({
        id: slug,
        name,
        nameEn,
      })),
  },
} as const satisfies Asks;
