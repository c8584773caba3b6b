import { accept, bidForNation, nameTowns } from "./acceptance.ts";
import { keepAreas } from "./areas.ts";
import { findWrong, handOver, press, reweigh, workOn } from "./duties.ts";
import { changePlan, closeArranged, keepLedgers, openLedgers, planTowns } from "./plans.ts";
import { playQuarter, quartersOf } from "./quarters.ts";
import { type Programme, YEARS } from "./start-programme.ts";
import { inspect } from "./visits.ts";
import { askGuidance, assess, award, honour, meet, publishStandard } from "./year-round.ts";

// The programme's course, in the order of its days: each part ends before the next begins.

/** Plays a year, `nth` from 0, to the end of its last quarter's result. */
export async function playYear(played: Programme, nth: number): Promise<void> {
  const year = YEARS[nth] ?? 0;
  const [first, second, third, fourth] = quartersOf(year);
  if (!first || !second || !third || !fourth) throw new Error("four quarters a year");
  if (nth === 0) await planTowns(played);
  const { towns } = played;
  const [one = "", two = "", three = ""] = towns.map(({ slug }) => slug);
  await inspect(played, `${year}-02-20`, two);
  await openLedgers(played, year);
  await askGuidance(played, three, `${year}-03-15`);
  await publishStandard(played, `${year}-03-21`);
  await playQuarter(played, { ...first, before: (day) => press(played, day) });
  await inspect(played, `${year}-04-17`, three);
  await meet(played, towns[nth]?.slug ?? one, `${year}-05-08`);
  await keepLedgers(played, year, 0.5);
  await workOn(played, two, `${year}-05-22`);
  await playQuarter(played, { ...second, objects: one, between: () => reweigh(played, second.period) });
  await honour(played, second.period, `${year}-07-14`);
  await inspect(played, `${year}-07-27`, one);
  if (nth === 1) await changePlan(played, two, `${year}-08-16`);
  const accepted = ACCEPTED[nth]?.(played) ?? [];
  if (accepted.length > 0) await accept(played, accepted, `${year}-08-21`, accepted[0] ?? "");
  if (nth === 0) await handOver(played, three, `${year}-09-18`);
  await playQuarter(played, { ...third, between: () => findWrong(played, third.period, one) });
  await inspect(played, `${year}-10-23`, two);
  await keepAreas(played, towns.at(-1)?.slug ?? one, year);
  if (accepted.length > 0) await nameTowns(played, accepted, `${year}-11-25`);
  const [named = ""] = ACCEPTED[nth - 1]?.(played) ?? [];
  if (named !== "") await bidForNation(played, named, `${year}-12-01`);
  await keepLedgers(played, year, 1);
  if (nth === 0) await closeArranged(played, `${year}-12-18`);
  await playQuarter(played, fourth);
  await assess(played, year, `${year + 1}-01-15`);
  await award(played, `${year + 1}-02-08`);
}

/** The towns of the first phase are accepted in the second year, all others in the third. */
const ACCEPTED: Record<number, (played: Programme) => string[]> = {
  1: ({ towns }) => towns.filter(({ phase }) => phase === 1).map(({ slug }) => slug),
  2: ({ towns }) => towns.filter(({ phase }) => phase !== 1).map(({ slug }) => slug),
};
