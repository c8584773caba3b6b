import { expect, test } from "vitest";
import type { FrozenInputs } from "../../../src/domain/ranking/publication.ts";
import { isUnmended } from "../../../src/domain/ranking/unmended.ts";
import { towns } from "../programmes.ts";

// An accepted objection is mended once a figure of its indicator differs from the provisional result.

const { scheme } = towns;
const inputs = (values: Record<string, number | null>): FrozenInputs => ({
  table: { columns: ["invested", "planned", "penalty"], rows: [{ id: "qikou", values }] },
  notReported: [],
  lateness: "scored",
});
const before = { invested: 8820, planned: 8400, penalty: 0 };
const unmended = (indicator: string, now: FrozenInputs) =>
  isUnmended({ town: "qikou", indicator }, { scheme, inputs: inputs(before) }, now);

test("one whose indicator reads the same figures is unmended, whatever else changed", () => {
  expect(unmended("inv", inputs(before))).toBe(true);
  expect(unmended("inv", inputs({ ...before, penalty: 20 }))).toBe(true);
  expect(unmended("inv", inputs({ ...before, invested: 8850 }))).toBe(false);
});

test("one to no particular indicator is mended by any figure", () => {
  expect(unmended("other", inputs(before))).toBe(true);
  expect(unmended("other", inputs({ ...before, penalty: 20 }))).toBe(false);
});
