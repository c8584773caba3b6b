import { expect, test } from "vitest";
import { fullMarks } from "../../../src/domain/scoring/full-marks.ts";
import type { LeafValue } from "../../../src/domain/scoring/scheme.ts";

const leaves: Array<[LeafValue, number | null]> = [
  [{ kind: "ratio", of: "a", to: "b", cap: 1.1, out: 100 }, 100],
  [{ kind: "goalposts", column: "a", low: 20, high: 85, log: false, clamp: true, out: [10, 0] }, 10],
  [{ kind: "minmax", column: "a", out: [0, 50] }, 50],
  [{ kind: "efficacy", column: "a", satisfactory: 12, unacceptable: 6 }, 100],
  [{ kind: "late", column: "a", perDay: 10, zeroAfter: 5 }, 100],
  [{ kind: "penalty", column: "a" }, 100],
  [{ kind: "raw", column: "a" }, null],
];

test.each(leaves)("%j is worth %s at full marks", (value, marks) => {
  expect(fullMarks(value)).toBe(marks);
});
