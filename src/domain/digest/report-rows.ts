import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { punctualityOf } from "../quarter/supplement.ts";
import { timetable } from "../quarter/timetable.ts";
import { reportRowId } from "./about.ts";
import type { DigestInput, Reporting } from "./facts.ts";
import type { ReportRow } from "./rows.ts";
import type { Span } from "./span.ts";

/** The reporting progress of the newest quarter among `towns`; null before the first quarter opens. */
export function reportingOf(input: DigestInput, all: readonly string[], now: number): Reporting | null {
  const { quarter, programme, span } = input;
  if (!quarter) return null;
  const towns = askedIn(quarter, all);
  const reports = new Map(quarter.reports.map((report) => [report.town, report]));
  const count = (status: string) => towns.filter((town) => reports.get(town)?.status === status).length;
  const cameAs = (town: string) => {
    const report = reports.get(town);
    return report ? punctualityOf(report, programme)?.kind : undefined;
  };
  const firstSent = (town: string) => reports.get(town)?.firstSubmittedAt ?? null;
  return {
    period: quarter.id,
    quarter: timetable(quarter.id, programme, quarter, now),
    total: towns.length,
    approved: count("approved"),
    inReview: count("submitted"),
    returned: count("returned"),
    late: towns.filter((town) => cameAs(town) === "late"),
    supplements: towns.filter((town) => cameAs(town) === "supplement"),
    missing: towns.filter((town) => firstSent(town) === null),
    fresh: towns.filter((town) => within(firstSent(town), span)),
  };
}

/** The towns of whom a quarter asks a report. */
export function askedIn(
  { towns }: NonNullable<DigestInput["quarter"]>,
  all: readonly string[],
): readonly string[] {
  return towns ? all.filter((town) => towns.has(town)) : all;
}

function within(at: number | null, { from, to }: Span): boolean {
  return at !== null && at >= from && at < to;
}

/** The reports owed after the due day; before that day no report is late, so none is listed. */
export function reportRows(input: DigestInput, towns: readonly string[], now: number): ReportRow[] {
  const { quarter, programme } = input;
  if (!quarter) return [];
  const { stage, due } = timetable(quarter.id, programme, quarter, now);
  if (due === null || stage === "opening" || stage === "open" || stage === "published") return [];
  const overdue = workingDaysBetween(due, shanghaiDay(now));
  return askedIn(quarter, towns).flatMap((town): ReportRow[] => {
    const report = quarter.reports.find((one) => one.town === town);
    const never = stage === "late" ? "missing" : "unranked";
    const state = report?.status === "returned" ? "returned" : never;
    if (report?.status === "approved" || report?.status === "submitted") return [];
    const days = overdue.known ? overdue.days : null;
    return [
      { kind: "report", id: reportRowId(quarter.id, town), mark: state, town, asked: null, state, days },
    ];
  });
}
