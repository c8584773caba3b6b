import { recordTitle } from "../../../cards/record/facts.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import { holders } from "../../../db/roster.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Locale } from "../../domain/people.ts";
import { isConfidential, owed } from "../../domain/procedure/owed.ts";
import { countyOf, type Programme, townBySlug } from "../../domain/programme.ts";
import { isAwaited } from "../../domain/quarter/awaited.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import {
  type Debtor,
  type OwedItem,
  owedDecision,
  owedRecord,
  owedReport,
  owedTask,
} from "../../domain/reminders/owed-item.ts";
import type { Report } from "../../domain/report/report.ts";
import type { Task } from "../../domain/task/task.ts";
import { countyOfTask } from "../../domain/task/who.ts";
import { kitFor } from "../procedures/record-view.ts";
import { cityOffice } from "../roster/people.ts";

/** All obligations at this moment: the open quarter's reports and reviews, tasks, decisions, next steps of records. */
export async function owedItems(deps: Deps): Promise<OwedItem[]> {
  const [reports, tasks, records] = await Promise.all([
    reportItems(deps),
    taskItems(deps),
    recordItems(deps),
  ]);
  return [...reports, ...tasks, ...records];
}

/** The next steps of all records. */
async function recordItems(deps: Deps): Promise<OwedItem[]> {
  const { programme } = deps;
  return (await listRecords(deps.db, { open: true })).flatMap((record) => {
    const kit = kitFor(deps, record);
    const debts = owed(kit.definition, record, programme);
    if (debts.length === 0) return [];
    const titleIn = (locale: Locale) => recordTitle({ programme, kit, record, locale });
    const titles = { zh: titleIn("zh-CN"), en: titleIn("en") };
    const confidential = isConfidential(kit.definition, record);
    return debts.map((one) => owedRecord(record, one, titles, confidential));
  });
}

async function reportItems(deps: Deps): Promise<OwedItem[]> {
  const row = await latestPeriod(deps.db);
  if (!row) return [];
  const quarter = timetable(row.id, deps.programme, row, deps.clock.now());
  const reports = (await listReports(deps.db, row.id))
    .filter(({ town }) => townBySlug(deps.programme, town))
    .filter((report) => isAwaited(report, quarter));
  const reviewing = new Set((await holders(deps.db, "county_reviewer")).map(({ area }) => area));
  return reports.flatMap((report) => {
    const reviewer = reviewerOf(deps.programme, report, reviewing);
    return owedReport(report, reviewer, quarter.due, deps.programme) ?? [];
  });
}

/** The county, or the city office where a county has no reviewer; `reviewing`: counties that have one. */
function reviewerOf(programme: Programme, report: Report, reviewing: ReadonlySet<string>): Debtor {
  const town = townBySlug(programme, report.town);
  const county = town && countyOf(programme, town).slug;
  return county !== undefined && reviewing.has(county)
    ? { kind: "county", slug: county }
    : { kind: "office" };
}

async function taskItems(deps: Deps): Promise<OwedItem[]> {
  const tasks = await listTasks(deps.db);
  const offices = new Set((await cityOffice(deps)).map(({ openId }) => openId));
  return tasks.flatMap((task) => [owedTask(task) ?? [], decisionOn(deps, task, offices) ?? []].flat());
}

/** A new task, new date or close-out that waits for the county or the office. */
function decisionOn(deps: Deps, task: Task, offices: ReadonlySet<string>): OwedItem | null {
  const since =
    task.extension?.at ??
    (task.status === "proposed" || task.status === "closing" ? task.log.at(-1)?.at : undefined);
  if (since === undefined) return null;
  const county = countyOfTask(task, deps.programme);
  // The office decides on a 督办 item's new date, and nobody decides on their own request.
  const asked = task.log.at(-1)?.by ?? "";
  const mine = county !== null && task.kind === "plan" && !offices.has(asked);
  const decider: Debtor = mine ? { kind: "county", slug: county } : { kind: "office" };
  return owedDecision(task, decider, since, deps.programme.deadline.returnWorkingDays);
}
