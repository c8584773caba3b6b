import type { LeafValue, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";

/** The parameters of an indicator, in the order of their columns on the weights sheet. */
export const PARAMETERS = [
  "cap",
  "out",
  "low",
  "high",
  "from",
  "to",
  "satisfactory",
  "unacceptable",
  "perDay",
  "zeroAfter",
  "minShare",
] as const;

export type Parameter = (typeof PARAMETERS)[number];

/** The parameters of an indicator or a group with their values. */
export function parametersOf(node: SchemeNode): Partial<Record<Parameter, number>> {
  if (isGroup(node)) return { minShare: node.minShare };
  return ownParameters(node.value);
}

function ownParameters(value: LeafValue): Partial<Record<Parameter, number>> {
  switch (value.kind) {
    case "ratio":
      return value.cap === undefined ? { out: value.out } : { out: value.out, cap: value.cap };
    case "goalposts":
      return { low: value.low, high: value.high, from: value.out[0], to: value.out[1] };
    case "minmax":
      return { from: value.out[0], to: value.out[1] };
    case "efficacy":
      return { satisfactory: value.satisfactory, unacceptable: value.unacceptable };
    case "late":
      return { perDay: value.perDay, zeroAfter: value.zeroAfter };
    case "penalty":
    case "raw":
      return {};
  }
}
