import { clockSeenBefore, putClockSeen } from "../../../db/cards.ts";
import { commit } from "../../../db/commit.ts";
import { listPeriods } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { timetable } from "../../domain/quarter/timetable.ts";

/**
 * Marks the cards that the passage of time made outdated: those that mention days, once a day; those of a quarter and
 * records that depend on its stage, when the stage has changed.
 */
export async function redrawByTime(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const [seen, quarters] = await Promise.all([clockSeenBefore(deps.db), listPeriods(deps.db)]);
  const says: Array<[subject: string, value: string]> = [
    ["day", shanghaiDay(now)],
    ...quarters.map((row): [string, string] => [
      `quarter ${row.id}`,
      timetable(row.id, deps.programme, row, now).stage,
    ]),
  ];
  const changed = says.filter(([subject, value]) => seen.get(subject) !== value);
  if (changed.length === 0) return;
  const writes = changed.map(([subject, value]) => putClockSeen(deps.db, subject, value));
  const touched = changed.map(([subject]) => subject);
  if (touched.some((subject) => subject !== "day")) touched.push("stages");
  await commit(deps.db, { audit: null, writes, touched }, now);
}
