import { INVESTMENT } from "../report/content.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoreRow } from "../scoring/table.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

/** The fewest equal ratios strictly between 0 and 1; having finished the same items proves nothing. */
const LEAST_EQUAL = 2;

/**
 * A row's done/due ratios as text: twins (scoring.md 5) are towns that have the same in every indicator; their sizes may
 * differ. Ratios of 0 or 1 do not count as evidence: "" when fewer than two others are there.
 */
export function ratiosKey(scheme: Scheme, row: ScoreRow): string {
  const ratios = nodesOf(scheme.root).flatMap((node) =>
    !isGroup(node) && node.value.kind === "ratio" ? [node.value] : [],
  );
  const vector = ratios.map(({ of, to }) => ratioOf(row, of, to));
  return vector.filter((r) => r !== null && r !== 0 && r !== 1).length < LEAST_EQUAL ? "" : vector.join();
}

/** The ratio to nine decimals, so that 3360 of 4200 equals 1680 of 2100. */
function ratioOf(row: ScoreRow, of: string, to: string): number | null {
  const [done, due] = [row.values[of] ?? null, row.values[to] ?? null];
  return done === null || due === null || due === 0 ? null : Math.round((done / due) * 1e9) / 1e9;
}

/** The flags of a town that has the same ratios as these, one for each twin. */
export function twinFlags(town: string, towns: readonly string[]): CheckupFlag[] {
  return towns
    .filter((other) => other !== town)
    .map((other) => ({
      key: `twins:${other}`,
      kind: "twins",
      section: INVESTMENT,
      severity: "flag",
      values: { other },
    }));
}
