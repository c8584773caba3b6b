import { quarterAt } from "../../../src/domain/calendar/period.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { REPORT } from "./by-hand.ts";
import type { Programme } from "./start-programme.ts";

/** The taps of each town's officials in each quarter beside their report: `qikou 2023Q1` -> 9. */
export const procedureTaps = (played: Programme) => tapsOf(played, (procedure) => procedure !== REPORT);
/** Those of the report, of the towns whose officials fill in its cards. */
export const reportTaps = (played: Programme) => tapsOf(played, (procedure) => procedure === REPORT);

/** Taps of a quarter's report: what an official has to press beside the procedures that concern the town. */
const MOST_OF_A_REPORT = 12;

/** Reports that took more taps than a quarter may. */
export function crowded(played: Programme): string[] {
  return [...reportTaps(played)].flatMap(([key, taps]) =>
    taps > MOST_OF_A_REPORT ? [`${key}: a report of ${taps} taps`] : [],
  );
}

function tapsOf(
  { desk, towns, demo, successors }: Programme,
  counts: (procedure: string) => boolean,
): Map<string, number> {
  const officials = [...demo.people, ...successors.values()].filter(({ role }) => role === "town_official");
  const areas = new Map(officials.map(({ openId, area }) => [openId, area]));
  const found = new Map<string, number>();
  for (const { slug } of towns) found.set(slug, 0);
  for (const { openId, day, taps, procedure } of desk.done) {
    if (!counts(procedure)) continue;
    const area = areas.get(openId);
    if (area === undefined) continue;
    const key = `${area} ${quarterAt(shanghaiTime(day, "12:00"))}`;
    found.set(key, (found.get(key) ?? 0) + taps);
  }
  return found;
}
