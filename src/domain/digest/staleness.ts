import { periodDays, previousPeriod, quarterAt } from "../calendar/period.ts";
import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { timetable } from "../quarter/timetable.ts";
import type { DigestInput } from "./facts.ts";
import { askedIn } from "./report-rows.ts";
import type { Stale } from "./stale.ts";

// A digest states what it cannot know or what is out of date, because silence would read as "all well".

const DAY = 86_400_000;
/** Days without any report in an open quarter before it is mentioned. */
const QUIET_DAYS = 7;
/** Days after its end by which a quarter should be open. */
const OPEN_BY = 3;
/** Days after a quarter's end by which its ranking should be published. */
const RANKED_BY = 75;

/** The warnings a reader of these towns' facts needs before trusting them; `wholeCity`: they are all. */
export function staleness(
  input: DigestInput,
  towns: readonly string[],
  now: number,
  wholeCity: boolean,
): Stale[] {
  const { lastRunAt, stuck, dead } = input.health;
  return [
    ...(lastRunAt === null || now - lastRunAt > DAY
      ? [{ kind: "heartbeat" as const, since: lastRunAt }]
      : []),
    ...(wholeCity && stuck + dead > 0 ? [{ kind: "outbox" as const, stuck, dead }] : []),
    ...openingStale(input, now),
    ...quietReports(input, towns, now),
    ...oldRanking(input, now),
  ];
}

function openingStale({ quarter }: DigestInput, now: number): Stale[] {
  const ended = previousPeriod(quarterAt(now));
  const opened = quarter !== null && quarter.id >= ended;
  const since = addDays(periodDays(ended).last, OPEN_BY);
  return opened || shanghaiDay(now) <= since ? [] : [{ kind: "not_opened", period: ended }];
}

function quietReports({ quarter, programme }: DigestInput, towns: readonly string[], now: number): Stale[] {
  if (!quarter) return [];
  const { stage } = timetable(quarter.id, programme, quarter, now);
  const asked = askedIn(quarter, towns);
  const reports = quarter.reports.filter(({ town }) => asked.includes(town));
  const owed = reports.some(({ status }) => status === "draft" || status === "returned");
  if (!owed || (stage !== "open" && stage !== "late")) return [];
  const moments = reports.flatMap((report) => [
    ...Object.values(report.saved).map(({ at }) => at),
    report.submittedAt ?? 0,
    report.approvedAt ?? 0,
    report.returned?.at ?? 0,
  ]);
  const days = Math.floor((now - Math.max(quarter.openedAt, ...moments)) / DAY);
  return days >= QUIET_DAYS ? [{ kind: "reports", period: quarter.id, days }] : [];
}

function oldRanking({ ranking }: DigestInput, now: number): Stale[] {
  if (!ranking) return [];
  const ended = previousPeriod(quarterAt(now));
  const wanted =
    shanghaiDay(now) > addDays(periodDays(ended).last, RANKED_BY) ? ended : previousPeriod(ended);
  return ranking.now.period < wanted ? [{ kind: "ranking", period: ranking.now.period }] : [];
}
