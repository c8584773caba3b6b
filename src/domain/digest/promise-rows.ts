import { laterPeriod, type PeriodId, periodDays } from "../calendar/period.ts";
import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { readPromises } from "../procedure/promised-words.ts";
import { promiseRowId } from "./about.ts";
import type { DigestInput } from "./facts.ts";
import type { PromiseRow } from "./rows.ts";

/** Promises are listed from this many days before their quarter ends, until the next report is approved. */
const READ_BACK = 31;

/** "下季度完成主体": what the last approved reports of `towns` announced, for the quarter they name or else the next. */
export function promiseRows(
  { lastApproved, programme }: DigestInput,
  towns: readonly string[],
  now: number,
): PromiseRow[] {
  const today = shanghaiDay(now);
  const reports = new Map(lastApproved.map((report) => [report.town, report]));
  return towns.flatMap((town) => {
    const report = reports.get(town);
    if (!report) return [];
    return programme.areas.flatMap((area): PromiseRow[] => {
      const text = report.content.areas[area.id]?.words.next.trim() ?? "";
      const due = periodDays(quarterOf(text, report.period)).last;
      if (text === "" || today < addDays(due, -READ_BACK)) return [];
      const id = promiseRowId(report.period, town, area.id);
      return [{ kind: "promise", id, mark: due, town, asked: null, section: area.id, text, due }];
    });
  });
}

/** The first quarter that the words name, or the one after the report's. */
function quarterOf(text: string, period: PeriodId): PeriodId {
  const named = readPromises(text, period).map(({ quarter }) => quarter);
  return named.sort()[0] ?? laterPeriod(period, 1);
}
