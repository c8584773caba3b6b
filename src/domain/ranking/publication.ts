import * as z from "zod";
import type { PeriodId } from "../calendar/period.ts";
import { misreportFindingSchema } from "../misreport/finding.ts";
import type { Programme } from "../programme/programme.ts";
import { LIGHTS } from "../scoring/lights.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { type RankedTown, type Ranking, STANDINGS } from "./ranked-town.ts";

// A published ranking is frozen: scheme, inputs and result are stored together. A correction is a new publication.

/** `lateness`: whether the year's calendar was loaded; if not, timeliness was left out for all towns. */
export const frozenInputsSchema = z.object({
  table: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.number().nullable()) })),
  }),
  notReported: z.array(z.string()),
  lateness: z.enum(["scored", "calendar_unknown"]),
  misreports: z.array(misreportFindingSchema).exactOptional(),
});
export type FrozenInputs = z.infer<typeof frozenInputsSchema>;

/**
 * `unrounded`: the score as computed, used for differences. `ownLight`: before the rule that two yellows count as red.
 */
const frozenRowSchema = z.object({
  town: z.string(),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  previousRank: z.number().nullable(),
  delta: z.number().nullable(),
  light: z.enum(LIGHTS),
  contributions: z.record(z.string(), z.number()),
  standing: z.enum(STANDINGS),
  misreport: z.literal(true).exactOptional(),
  excused: z.array(z.string()).exactOptional(),
  unrounded: z.number().nullable(),
  ownLight: z.enum(LIGHTS),
});
export type FrozenRow = z.infer<typeof frozenRowSchema>;
export const frozenResultSchema = z.object({ rows: z.array(frozenRowSchema) });
export type FrozenResult = z.infer<typeof frozenResultSchema>;

/** One version of a quarter's published ranking. */
export type Publication = {
  period: PeriodId;
  /** 1 for the first publication; each correction takes the next number. */
  seq: number;
  at: number;
  by: string;
  scheme: Scheme;
  inputs: FrozenInputs;
  result: FrozenResult;
  hash: string;
};

/** The ranking of a publication, for cards and the workbook. Towns no longer in the pack are left out. */
export function rankingOf(publication: Publication, programme: Programme): Ranking {
  const towns = new Map(programme.towns.map((town) => [town.slug, town]));
  const rows = publication.result.rows.flatMap((row): RankedTown[] => {
    const town = towns.get(row.town);
    if (!town) return [];
    const { unrounded: _, ownLight: __, ...shown } = row;
    return [{ ...shown, town }];
  });
  return {
    period: publication.period,
    schemeId: publication.scheme.id,
    publishedAt: publication.at,
    rows,
    lateness: publication.inputs.lateness,
  };
}

/** The text a publication's SHA-256 hash is computed over. */
export function frozenText(publication: Pick<Publication, "scheme" | "inputs" | "result">): string {
  return JSON.stringify([publication.scheme, publication.inputs, publication.result]);
}
