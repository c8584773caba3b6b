import { explainRank } from "../explain/explain-rank.ts";
import { candidatesOf } from "../oversight/listing-rule.ts";
import { areaFacts, bestOf } from "./areas.ts";
import { demandsOf } from "./demands.ts";
import type { BulletinFacts, BulletinInput, Move } from "./facts.ts";
import { problemsOf } from "./problems.ts";
import { townRows, wholeFacts } from "./whole.ts";

/** All facts of a quarter's bulletin. Every figure of a town is the frozen one. */
export function bulletinFacts(input: BulletinInput): BulletinFacts {
  const { now, records, today } = input;
  const towns = townRows(input);
  const demands = demandsOf(records, today);
  return {
    period: now.period,
    towns,
    whole: wholeFacts(towns, now),
    areas: areaFacts(input),
    ...bestOf(towns),
    moves: movesOf(input),
    ...namedOf(input),
    visited: input.visited,
    problems: problemsOf(input, towns, demands),
    demands,
  };
}

/** Towns that changed their place, the furthest first, with why; null where the quarter before has no result. */
function movesOf({ now, before }: BulletinInput): BulletinFacts["moves"] {
  if (!before || now.result.rows.every(({ previousRank }) => previousRank === null)) return null;
  const moved = now.result.rows.flatMap(({ town, rank, previousRank }): Move[] => {
    if (rank === null || previousRank === null || rank === previousRank) return [];
    const told = explainRank(now, before, town);
    const reasons = told.ok ? (told.change?.main ?? []) : [];
    const sign = rank < previousRank ? 1 : -1;
    // A place may be lost while the score grows: then the others moved, and the own score is no reason.
    return [
      { town, from: previousRank, to: rank, reasons: reasons.filter(({ points }) => points * sign > 0) },
    ];
  });
  const by = (sign: 1 | -1) =>
    moved
      .filter(({ from, to }) => (from - to) * sign > 0)
      .sort((a, b) => Math.abs(b.from - b.to) - Math.abs(a.from - a.to) || a.to - b.to);
  return { up: by(1), down: by(-1) };
}

/**
 * Who is praised and who is reminded: as a leader decided (红黑榜), else by the published rule. Reminded are also those
 * whose light is red; whoever is exempt for force majeure is not.
 */
function namedOf({ now, listed }: BulletinInput): Pick<BulletinFacts, "praised" | "reminded" | "exempt"> {
  const rule = candidatesOf(now.result.rows);
  const on = (list: "red" | "black") => rule.filter((one) => one.list === list).map(({ town }) => town);
  const { red, black, exempt } = listed ?? { red: on("red"), black: on("black"), exempt: [] };
  const lagging = now.result.rows
    .filter(({ town, light }) => light === "red" || black.includes(town))
    .map(({ town }) => town);
  return { praised: red, reminded: lagging.filter((town) => !exempt.includes(town)), exempt };
}
