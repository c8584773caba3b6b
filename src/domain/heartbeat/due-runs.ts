import { addDays, shanghaiDay, shanghaiYear } from "../calendar/shanghai-time.ts";
import { digests, isDigest, oneDigest } from "./digest-days.ts";
import { type Job, type Run, runKey, type ScheduleFacts } from "./run.ts";
import {
  calendarWarnings,
  notUnderstoodLists,
  quarterClosings,
  quarterOpenings,
  reminderRounds,
  selfCheck,
} from "./schedule.ts";

/** How far back missed runs are looked for, ms. */
const LOOK_BACK = 45 * 86_400_000;

/**
 * The runs due at `now` (UTC ms) and the runs missed: a run is due from its time until its window ends, and missed
 * afterwards. Of digests one is due, also afterwards, and stands for all that were skipped. `done`: keys of runs that
 * happened or were recorded as missed; `since`: the heartbeat's first run, before which nothing is made up for.
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
    .filter((run) => !isBeforeProgramme(run, since, facts))
    .sort((a, b) => a.at - b.at);
  const others = open.filter((run) => !isDigest(run));
  const check = selfCheck(now);
  return {
    due: [
      ...others.filter((run) => now < run.until),
      ...oneDigest(open.filter(isDigest), now, facts),
      ...(done.has(runKey(check)) ? [] : [check]),
    ],
    missed: others.filter((run) => now >= run.until),
  };
}

const ABOUT_PAST: readonly Job[] = ["quarter_open", "digest_monthly"];

/** Whether a run is about a quarter or month of the year before the programme began: no town has a plan of that year. */
function isBeforeProgramme({ job, period }: Run, since: number, { planned }: ScheduleFacts): boolean {
  const year = Number(period.slice(0, 4));
  return ABOUT_PAST.includes(job) && year < shanghaiYear(since) && !planned.has(year);
}

/** The next time after `now` at which a run falls due, at most `until`; the hourly self-check is not considered. */
export function nextRunAfter(now: number, until: number, facts: ScheduleFacts): number | null {
  const times = runsOf(shanghaiDay(now), shanghaiDay(until), facts).map(({ at }) => at);
  const next = Math.min(...times.filter((at) => at > now && at <= until));
  return Number.isFinite(next) ? next : null;
}

function runsOf(from: string, through: string, facts: ScheduleFacts): Run[] {
  const runs = [...quarterOpenings(from, through, facts), ...quarterClosings(from, through, facts)];
  for (let day = from; day <= through; day = addDays(day, 1))
    runs.push(
      ...reminderRounds(day, facts),
      ...digests(day, facts),
      ...notUnderstoodLists(day, facts),
      ...calendarWarnings(day, facts),
    );
  return runs;
}
