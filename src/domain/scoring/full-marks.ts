import type { LeafValue } from "./scheme.ts";

/** The score of a target just met; over-fulfilment may bring more. A raw figure has none. */
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
