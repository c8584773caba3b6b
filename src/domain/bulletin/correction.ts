import type { MisreportFinding } from "../misreport/finding.ts";
import type { Publication } from "../ranking/publication.ts";
import type { Correction } from "../report/report.ts";

// What a 更正通报 states: the figures corrected since a bulletin, and what became of scores and places.

/** `score` and `rank` of a town in the result of the bulletin and in the one in force. */
export type Effect = {
  town: string;
  score: { was: number | null; now: number | null };
  rank: { was: number | null; now: number | null };
};
export type CorrectionFacts = {
  figures: Array<Correction & { town: string }>;
  findings: MisreportFinding[];
  /** The towns whose score or place is another, in the present rank order. */
  effects: Effect[];
};

/**
 * Compares the result of a bulletin with the present one. `corrections`: those of every town's report; only those made since
 * the former result count.
 */
export function correctionFacts(
  was: Publication,
  now: Publication,
  corrections: ReadonlyMap<string, readonly Correction[]>,
): CorrectionFacts {
  const former = new Map(was.result.rows.map((row) => [row.town, row]));
  const known = (was.inputs.misreports ?? []).map((one) => JSON.stringify(one));
  return {
    figures: [...corrections].flatMap(([town, made]) =>
      made.filter(({ at }) => at > was.at).map((one) => ({ ...one, town })),
    ),
    findings: (now.inputs.misreports ?? []).filter((one) => !known.includes(JSON.stringify(one))),
    effects: now.result.rows.flatMap(({ town, score, rank }): Effect[] => {
      const before = former.get(town);
      const effect = {
        town,
        score: { was: before?.score ?? null, now: score },
        rank: { was: before?.rank ?? null, now: rank },
      };
      return effect.score.was === score && effect.rank.was === rank ? [] : [effect];
    }),
  };
}
