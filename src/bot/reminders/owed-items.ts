import { recordTitle } from "../../../cards/record/facts.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { periodDays, quarterAt } from "../../domain/calendar/period.ts";
import { daysBetween, shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import { isConfidential, owed, waitsOn } from "../../domain/procedure/owed.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { countyOf, type Programme, townBySlug } from "../../domain/programme/programme.ts";
import { isAwaited } from "../../domain/quarter/awaited.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import {
  type Debtor,
  type OwedItem,
  owedRecord,
  owedReport,
  owedVisits,
} from "../../domain/reminders/owed-item.ts";
import type { Report } from "../../domain/report/report.ts";
import { visit } from "../../domain/visit/visit.ts";
import { kitFor } from "../procedures/record-view.ts";
import { reviewingCounties } from "../roster/people.ts";
import { programmeIn } from "../stages/still-in.ts";
import { visitFacts } from "../visits/visit-facts.ts";

/** All obligations at this moment: the open quarter's reports and reviews, the next steps of records. */
export async function owedItems(deps: Deps): Promise<OwedItem[]> {
  return (await Promise.all([reportItems(deps), recordItems(deps), visitItems(deps)])).flat();
}

/** The next steps of all records but those of the procedures in `except`. */
export async function recordItems(deps: Deps, except: readonly string[] = []): Promise<OwedItem[]> {
  const { programme, clock } = deps;
  const today = shanghaiDay(clock.now());
  const records = await listRecords(deps.db, { open: true });
  return records.flatMap((record) => {
    if (except.includes(record.procedure)) return [];
    const kit = kitFor(deps, record);
    const debts = owed(kit.definition, record, programme).filter((one) => waitsOn(one, today));
    if (debts.length === 0) return [];
    const titleIn = (locale: Locale) => recordTitle({ programme, kit, record, locale });
    const titles = { zh: titleIn("zh-CN"), en: titleIn("en") };
    const confidential = isConfidential(kit.definition, record);
    const { quietly = false } = kit.definition;
    return debts.map((one) => owedRecord(record, one, titles, { confidential, quietly }));
  });
}

async function reportItems(deps: Deps): Promise<OwedItem[]> {
  const row = await latestPeriod(deps.db);
  if (!row) return [];
  const quarter = timetable(row.id, deps.programme, row, deps.clock.now());
  const asked = await programmeIn(deps, row.id);
  const reports = (await listReports(deps.db, row.id))
    .filter(({ town }) => townBySlug(asked, town))
    .filter((report) => isAwaited(report, quarter));
  const reviewing = await reviewingCounties(deps);
  return reports.flatMap((report) => {
    const reviewer = reviewerOf(deps.programme, report, reviewing);
    const opened = { due: quarter.due, openedAt: row.openedAt };
    return owedReport(report, reviewer, opened, deps.programme) ?? [];
  });
}

/** Days before a quarter's end from which the office is told of counties that no visit covers. */
const LAST_WEEKS = 21;

/** The counties no visit of the quarter covers, once the office has visited any and the quarter comes to its end. */
async function visitItems(deps: Deps): Promise<OwedItem[]> {
  const { programme, clock } = deps;
  const period = quarterAt(clock.now());
  const left = daysBetween(shanghaiDay(clock.now()), periodDays(period).last);
  if (left > LAST_WEEKS || isOff(visit, programme)) return [];
  const { ever, unplanned } = await visitFacts(deps, period);
  if (!ever || unplanned.length === 0) return [];
  const counties = programme.counties.filter(({ slug }) => unplanned.includes(slug));
  const zh = counties.map(({ name }) => name).join("、");
  return [owedVisits(period, { zh, en: counties.map(({ nameEn }) => nameEn).join(", ") })];
}

/** The county, or the city office where a county has no reviewer; `reviewing`: the counties that have one. */
function reviewerOf(programme: Programme, report: Report, reviewing: ReadonlySet<string>): Debtor {
  const town = townBySlug(programme, report.town);
  const county = town && countyOf(programme, town).slug;
  return county !== undefined && reviewing.has(county)
    ? { kind: "county", slug: county }
    : { kind: "office" };
}
