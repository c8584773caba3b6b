import { listRecords } from "../../../../db/records.ts";
import { shanghaiYear } from "../../../domain/calendar/shanghai-time.ts";
import { boxOf, figuresSchema } from "../../../domain/procedure/field.ts";
import { awardSource, money } from "../../../domain/procedure/money.ts";
import { payment, paymentAmount } from "../../../domain/procedure/payment.ts";
import { townsOf } from "../../../domain/programme/people.ts";
import { townPlan } from "../../../domain/town-plan/town-plan.ts";
import { inForce } from "../../../domain/town-plan/versions.ts";
import type { Given } from "./effect.ts";

/**
 * What the form of a ledger begins with, by input: the first year without one, of the town's 方案 or else this one, and the
 * funds of the 方案 in force where it is of that year.
 */
export const fundsOfPlan: Given = async (deps, { about, actor }) => {
  const towns = actor ? townsOf(actor, deps.programme) : [];
  const town = about.town || (towns.length === 1 ? (towns[0]?.slug ?? "") : "");
  const now = shanghaiYear(deps.clock.now());
  if (!towns.some(({ slug }) => slug === town)) return { suggested: { year: String(now) } };
  const [[plan], ledgers] = await Promise.all([
    listRecords(deps.db, { procedure: townPlan.id, town }),
    listRecords(deps.db, { procedure: money.id, town }),
  ]);
  const version = plan ? inForce(plan) : null;
  const planned = Number(version?.values.year ?? now);
  const held = new Set(ledgers.map(({ data }) => data.year));
  const year = [planned, now, now + 1].find((one) => one >= now && !held.has(one)) ?? now + 1;
  const funds = year === planned ? figuresSchema.safeParse(version?.values.funds).data : undefined;
  const boxes = Object.entries(funds ?? {}).map(([source, sum]) => [boxOf("planned", source), String(sum)]);
  return { suggested: { year: String(year), ...Object.fromEntries(boxes) } };
};

/** What of the awards arrived in the ledger's year, 万元, and the source it belongs to; null where nothing did. */
export const awardArrived: Given = async ({ db, programme }, { about: { town }, record }) => {
  const source = awardSource(programme);
  const payments = await listRecords(db, { procedure: payment.id, town });
  const sum = payments
    .filter(
      ({ state, data }) => state === "arrived" && String(data.arrived_on).startsWith(`${record?.data.year}-`),
    )
    .reduce((all, one) => all + paymentAmount(one), 0);
  return { award: source !== undefined && sum > 0 ? { source, sum } : null };
};
