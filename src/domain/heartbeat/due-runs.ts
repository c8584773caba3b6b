import { addDays, shanghaiDay } from "../shanghai-time.ts";
import { type Run, runKey, type ScheduleFacts } from "./run.ts";
import { calendarWarnings, chasing, digests, quarterClosing, quarterOpening, selfCheck } from "./schedule.ts";

/** How many days back a run that never happened is still looked for. */
const LOOK_BACK = 45;

/**
 * What is to be done at `now` (UTC ms) and what can no longer be: a run whose time has come is due until its window
 * ends, then it was missed. `done` holds the keys of runs that happened or were recorded as missed; `since` is when
 * the heartbeat first beat, and nothing from before that is made up for.
 */
export function dueRuns(
  now: number,
  done: ReadonlySet<string>,
  since: number,
  facts: ScheduleFacts,
): { due: Run[]; missed: Run[] } {
  const oldest = addDays(shanghaiDay(now), -LOOK_BACK);
  const first = shanghaiDay(since);
  const open = dailyRuns(first > oldest ? first : oldest, shanghaiDay(now), facts)
    .filter((run) => run.at >= since && run.at <= now && !done.has(runKey(run)))
    .sort((a, b) => a.at - b.at);
  const check = selfCheck(now);
  return {
    due: [...open.filter((run) => now < run.until), ...(done.has(runKey(check)) ? [] : [check])],
    missed: open.filter((run) => now >= run.until),
  };
}

/** The next moment after `now` at which a run of these facts falls due, at most `until`; the hourly look apart. */
export function nextRunAfter(now: number, until: number, facts: ScheduleFacts): number | null {
  const days = dailyRuns(shanghaiDay(now), shanghaiDay(until), facts).map(({ at }) => at);
  const next = Math.min(...days.filter((at) => at > now && at <= until));
  return Number.isFinite(next) ? next : null;
}

function dailyRuns(from: string, through: string, facts: ScheduleFacts): Run[] {
  const runs: Run[] = [];
  for (let day = from; day <= through; day = addDays(day, 1))
    runs.push(
      ...quarterOpening(day, facts),
      ...quarterClosing(day, facts),
      ...chasing(day, facts),
      ...digests(day, facts),
      ...calendarWarnings(day, facts),
    );
  return runs;
}
