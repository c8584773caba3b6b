import { awardChoice } from "../../../domain/procedure/award.ts";
import { payment } from "../../../domain/procedure/payment.ts";
import { type Programme, townBySlug } from "../../../domain/programme/programme.ts";
import { type Beginning, begunBy } from "./along.ts";
import type { Effect } from "./effect.ts";

/** The department that pays, by its slug in the pack; the office where the pack has none of that name. */
const PAYS = "finance";

/** A payment for each town's part of the award, told to whoever pays in one message. */
export const orderPayments: Effect = async (deps, { after }) => {
  const payer = payerIn(deps.programme);
  const parts = (awardChoice(after).split?.awards ?? []).filter(
    ({ id, amount }) => amount > 0 && townBySlug(deps.programme, id),
  );
  const beginnings = parts.map(({ id, amount }): Beginning => {
    const about = { town: id, period: after.period };
    return { procedure: payment.id, step: "order", about, values: { amount, payer } };
  });
  return { also: begunBy(deps, after, beginnings) };
};

function payerIn({ departments }: Programme): string {
  return departments.some(({ slug }) => slug === PAYS) ? `department.${PAYS}` : "office";
}
