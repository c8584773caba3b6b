import { type PeriodId, periodDays, quarterAt } from "../calendar/period.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { promiseRowId } from "./about.ts";
import type { DigestInput } from "./facts.ts";
import type { PromiseRow } from "./rows.ts";

/** Promises are listed from this many days before their quarter ends, until the next report is approved. */
const READ_BACK = 31;

/** "下季度完成主体": what the last approved reports of `towns` announced for the following quarter. */
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
    const due = endOfNext(report.period);
    if (today < addDays(due, -READ_BACK)) return [];
    return programme.areas.flatMap((area): PromiseRow[] => {
      const text = report.content.areas[area.id]?.words.next.trim() ?? "";
      if (text === "") return [];
      const id = promiseRowId(report.period, town, area.id);
      return [{ kind: "promise", id, mark: due, town, asked: null, section: area.id, text, due }];
    });
  });
}

function endOfNext(period: PeriodId): string {
  const first = addDays(periodDays(period).last, 1);
  return periodDays(quarterAt(shanghaiTime(first, "12:00"))).last;
}
