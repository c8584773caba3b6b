import { expect, test } from "vitest";
import { nextVersion, schemeInForce, weights } from "../../../src/domain/procedure/weights.ts";
import { changedWeights } from "../../../src/domain/scoring/changed-weights.ts";
import type { Scheme } from "../../../src/domain/scoring/scheme.ts";
import { towns } from "../programmes.ts";
import { GIVEN } from "./given.ts";
import { playedTo } from "./played.ts";

const pack = towns.scheme;
const played = playedTo(weights, towns, GIVEN.weights ?? {});
const records = (...states: string[]) => states.flatMap((state) => played.get(state) ?? []);

test("the scheme in force is the pack's until another is adopted", () => {
  expect(schemeInForce(pack, [])).toBe(pack);
  expect(schemeInForce(pack, records("proposed", "dropped"))).toBe(pack);
  expect(schemeInForce(pack, records("proposed", "adopted")).id).toBe(`${pack.id}.1`);
});

test("of two adopted the later one holds; a new scheme of the pack takes over from both", () => {
  const [first] = records("adopted");
  if (!first) throw new Error("none adopted");
  const log = first.log.map((entry) => ({ ...entry, at: entry.at + 1 }));
  const scheme: Scheme = { ...pack, id: `${pack.id}.2` };
  const data = { ...first.data, scheme: JSON.parse(JSON.stringify(scheme)) };
  const later = { ...first, log, data };
  expect(schemeInForce(pack, [later, first]).id).toBe(`${pack.id}.2`);
  const next = { ...pack, id: "next" };
  expect(schemeInForce(next, [first, later])).toBe(next);
});

test("every version has an id of its own", () => {
  expect(nextVersion(pack, [])).toBe(`${pack.id}.1`);
  expect(nextVersion(pack, records("adopted"))).toBe(`${pack.id}.2`);
});

test("what changed is told by node, in the scheme's order", () => {
  const [first, ...rest] = pack.root.children;
  if (!first) throw new Error("an empty scheme");
  const children = [{ ...first, weight: first.weight + 10 }, ...rest];
  const other = { ...pack, root: { ...pack.root, children } };
  expect(changedWeights(pack, other)).toEqual([{ id: first.id, from: first.weight, to: first.weight + 10 }]);
  expect(changedWeights(pack, pack)).toEqual([]);
});
