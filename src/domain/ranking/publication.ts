import * as z from "zod";
import type { PeriodId } from "../calendar/period.ts";
import { misreportFindingSchema } from "../misreport/finding.ts";
import { type Programme, townBySlug } from "../programme/programme.ts";
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

/** One town of a publication; `values`: the columns it was scored from, null for a town that was not scored. */
export type FrozenTown = { row: FrozenRow; values: Record<string, number | null> | null };

// A publication never changes, so what is read from it is kept with it.
const byTown = new WeakMap<Publication, Map<string, FrozenTown>>();
const rankings = new WeakMap<Publication, { of: Programme; ranking: Ranking }>();

/** A town as it was published; null where it is not in the ranking. */
export function frozenTown(publication: Publication, slug: string): FrozenTown | null {
  const known = byTown.get(publication) ?? townsOf(publication);
  byTown.set(publication, known);
  return known.get(slug) ?? null;
}

function townsOf({ inputs, result }: Publication): Map<string, FrozenTown> {
  const values = new Map(inputs.table.rows.map((row) => [row.id, row.values]));
  return new Map(result.rows.map((row) => [row.town, { row, values: values.get(row.town) ?? null }]));
}

/** The ranking of a publication, for cards and the workbook. Towns no longer in the pack are left out. */
export function rankingOf(publication: Publication, programme: Programme): Ranking {
  const known = rankings.get(publication);
  if (known?.of === programme) return known.ranking;
  const ranking = readRanking(publication, programme);
  rankings.set(publication, { of: programme, ranking });
  return ranking;
}

function readRanking(publication: Publication, programme: Programme): Ranking {
  const rows = publication.result.rows.flatMap((row): RankedTown[] => {
    const town = townBySlug(programme, row.town);
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
