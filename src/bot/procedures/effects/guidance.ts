import { sameKind } from "../../../domain/guidance/guidance.ts";
import { receipt, standardOf, townsOf } from "../../../domain/guidance/standard.ts";
import { begunBy } from "./along.ts";
import type { Effect } from "./effect.ts";

/** A receipt for every town the standard is for. */
export const deliverToTowns: Effect = async (deps, { after }) => {
  const { kinds, title } = standardOf(after);
  const receipts = townsOf(deps.programme, kinds).map((town) => ({
    ...{ procedure: receipt.id, step: "deliver", about: { town } },
    values: { title },
  }));
  return { also: begunBy(deps, after, receipts) };
};

/** An answer for all is told to the other towns of the same kind. */
export const tellSameKind: Effect = async ({ programme }, { after }) => ({
  tells: sameKind(programme, after).map((area) => ({ role: "town_official", area })),
});
