import pack from "../../../db/programmes/luliang-ten-towns.json" with { type: "json" };
import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import { type ScoreResult, scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { workedTable } from "../../fixtures/worked-example.ts";

const parsed = parseScheme(pack.scheme);
if (!parsed.ok) throw new Error(parsed.problems.join("\n"));

/** The pack's own scheme, applied to the worked example. */
export const schemeV1 = parsed.scheme;
export const q2 = scoreTable(schemeV1, workedTable(2));
export const q3 = scoreTable(schemeV1, workedTable(3));

export function unitOf(result: ScoreResult, id: string) {
  const unit = result.units.find((candidate) => candidate.id === id);
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

/** Tolerance for equality in the four published decimals. */
export const FOUR_DECIMALS = 0.00005;
