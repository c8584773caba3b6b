import { addDays, shanghaiDay } from "../shanghai-time.ts";
import { type Run, runKey, type ScheduleFacts } from "./run.ts";
import {
  calendarWarnings,
  chasing,
  digests,
  quarterClosings,
  quarterOpenings,
  selfCheck,
} from "./schedule.ts";

/** A run that never happened is still looked for this long, ms. */
const LOOK_BACK = 45 * 86_400_000;

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
  const from = shanghaiDay(Math.max(since, now - LOOK_BACK));
  const open = runsOf(from, shanghaiDay(now), facts)
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
  const times = runsOf(shanghaiDay(now), shanghaiDay(until), facts).map(({ at }) => at);
  const next = Math.min(...times.filter((at) => at > now && at <= until));
  return Number.isFinite(next) ? next : null;
}

function runsOf(from: string, through: string, facts: ScheduleFacts): Run[] {
  const runs = [...quarterOpenings(from, through, facts), ...quarterClosings(from, through, facts)];
  for (let day = from; day <= through; day = addDays(day, 1))
    runs.push(...chasing(day, facts), ...digests(day, facts), ...calendarWarnings(day, facts));
  return runs;
}
