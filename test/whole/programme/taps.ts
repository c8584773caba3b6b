import { quarterAt } from "../../../src/domain/calendar/period.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Programme } from "./start-programme.ts";

/** The taps of each town's officials in each quarter: `qikou 2023Q1` -> 9. Reports are filled in without cards. */
export function tapsOf({ desk, towns, demo }: Programme): Map<string, number> {
  const areas = new Map(
    demo.people.filter(({ role }) => role === "town_official").map(({ openId, area }) => [openId, area]),
  );
  const counts = new Map<string, number>();
  for (const { slug } of towns) counts.set(slug, 0);
  for (const { openId, day, taps } of desk.done) {
    const area = areas.get(openId);
    if (area === undefined) continue;
    const key = `${area} ${quarterAt(shanghaiTime(day, "12:00"))}`;
    counts.set(key, (counts.get(key) ?? 0) + taps);
  }
  return counts;
}
