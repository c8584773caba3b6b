import type { FrozenRow } from "../ranking/publication.ts";
import type { Light } from "../scoring/lights.ts";

// 红黑榜: the published rule for which towns are put forward for praise or criticism after a quarter. It only puts
// forward; a leader decides.

export const LISTS = ["red", "black"] as const;
/** A town the rule puts forward, with the result that does. `light`: investment against the schedule. */
export type Candidate = {
  town: string;
  list: (typeof LISTS)[number];
  rank: number;
  score: number;
  light: Light;
};

/** Ranks that are praised; all who share the last of them are. */
const PRAISED = 3;

/**
 * Red: among the first three, on schedule and nothing misreported. Black: last *and* behind the schedule, all who share
 * the last rank. Towns without a rank are on neither list.
 */
export function candidatesOf(rows: readonly FrozenRow[]): Candidate[] {
  const ranked = rows.flatMap(({ town, rank, score, ownLight, misreport }) =>
    rank === null || score === null ? [] : [{ town, rank, score, light: ownLight, misreport }],
  );
  const last = Math.max(1, ...ranked.map(({ rank }) => rank));
  return ranked.flatMap(({ misreport, ...one }): Candidate[] => {
    if (one.rank <= PRAISED && one.light === "green" && !misreport) return [{ ...one, list: "red" }];
    const missed = one.light === "yellow" || one.light === "red";
    return one.rank === last && last > 1 && missed ? [{ ...one, list: "black" }] : [];
  });
}
