import type { Reweighed } from "../../../src/domain/explain/weigh.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";

/** Every town's place with other weights: the first keeps its place, the others swap places in pairs. */
export const reweighed = (programme: Programme): Reweighed[] =>
  programme.towns.map(({ slug }, i) => ({
    town: slug,
    rank: i === 0 ? null : i,
    score: i === 0 ? null : 81.64,
    newRank: i === 0 ? null : i + (i % 2 === 0 ? -1 : 1),
    newScore: i === 0 ? null : 80.005,
    moved: i === 0 ? null : i % 2 === 0 ? 1 : -1,
  }));
