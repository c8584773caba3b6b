import type { Reweighed } from "../../../src/domain/explain/weigh.ts";
import type { Programme } from "../../../src/domain/programme.ts";
import type { SchemeVersion } from "../../../src/domain/scoring/scheme-version.ts";

export const AT = Date.UTC(2026, 9, 20);

/** Every town's place with other weights: the first has none, the others change places in pairs. */
export const reweighed = (programme: Programme): Reweighed[] =>
  programme.towns.map(({ slug }, i) => ({
    town: slug,
    rank: i === 0 ? null : i,
    score: i === 0 ? null : 81.64,
    newRank: i === 0 ? null : i + (i % 2 === 0 ? -1 : 1),
    newScore: i === 0 ? null : 80.005,
    moved: i === 0 ? null : i % 2 === 0 ? 1 : -1,
  }));

/** A proposal in which every weight of the first level is another. */
export function proposedVersion(programme: Programme): SchemeVersion {
  const children = programme.scheme.root.children.map((node) => ({ ...node, weight: node.weight + 1 }));
  return {
    id: `${programme.scheme.id}.1`,
    pack: programme.scheme.id,
    scheme: { ...programme.scheme, root: { ...programme.scheme.root, children } },
    period: "2026Q3",
    proposedBy: "ou_1",
    proposedAt: AT,
    adopted: null,
    decidedBy: null,
    decidedAt: null,
  };
}
