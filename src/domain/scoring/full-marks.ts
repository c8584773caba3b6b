import type { LeafValue } from "./scheme.ts";

/** The score of a target exactly met; over-fulfilment may give more. Null for a raw figure. */
export function fullMarks(value: LeafValue): number | null {
  switch (value.kind) {
    case "ratio":
      return value.out;
    case "goalposts":
    case "minmax":
      return Math.max(...value.out);
    case "efficacy":
    case "late":
    case "penalty":
      return 100;
    case "raw":
      return null;
  }
}
