import { asOf } from "../../../cards/living/living.ts";
import { townName } from "../../../cards/names.ts";
import { handoverCard } from "../../../cards/report/handover.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { supersedeSends, waitingForPosts } from "../../../db/outbox.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { saveReport } from "../../../db/reports.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import { formerHolders, newHolders, type RosterChange } from "../../domain/programme/roster.ts";
import { isAwaited } from "../../domain/quarter/awaited.ts";
import { inheritTyped } from "../../domain/report/inherit.ts";
import { isOpenToTown, reportId } from "../../domain/report/report.ts";
import { loadReportContext, type ReportContext, viewOf } from "../report/report-context.ts";
import { enqueueCard, enqueueLiving, postText } from "../sending/enqueue-message.ts";
import { handOverRecords, type Transfer } from "./hand-over-records.ts";

/** Everything a change of posts passes on: the quarter's reports, and records of every procedure. */
export async function handOver(deps: Deps, change: RosterChange): Promise<Transfer> {
  const parts = await Promise.all([handOverReports(deps, change), handOverRecords(deps, change)]);
  return {
    writes: parts.flatMap(({ writes }) => writes),
    outbox: parts.flatMap(({ outbox }) => outbox),
    touched: parts.flatMap(({ touched }) => touched),
  };
}

/** Passes on the newest quarter: drafts, unsaved input, returned cells and reports waiting for review. */
async function handOverReports(deps: Deps, change: RosterChange): Promise<Transfer> {
  const row = await latestPeriod(deps.db);
  if (!row) return { writes: [], outbox: [], touched: [] };
  const ahead = await waitingForPosts(deps.db);
  const former = formerHolders(change);
  const told: Transfer = { writes: [], outbox: [], touched: [] };
  const cases = new Map<string, ReportContext | null>();
  for (const person of newHolders(change).filter(hasTowns)) {
    const before = former.filter((p) => p.role === person.role && p.area === person.area);
    // Undelivered messages to the post reach the new holder by themselves.
    const post = postText(person);
    const coming = new Set(ahead.filter(({ to }) => to === post).map(({ subject }) => subject));
    for (const { slug } of townsOf(person, deps.programme)) {
      const found = cases.get(slug) ?? (await loadReportContext(deps, row.id, slug));
      const after = found && inherited(deps, found, person, before, told);
      cases.set(slug, after);
      if (after && !coming.has(reportId(row.id, slug)))
        told.outbox.push(...openItemsCard(deps, after, person, before));
    }
  }
  for (const person of former.filter(hasTowns)) told.writes.push(...withdrawn(deps, row.id, person));
  return told;
}

function hasTowns({ role }: Person): boolean {
  return role === "town_official" || role === "county_reviewer";
}

/** The report with the former officials' unsaved input assigned to the new one. */
function inherited(
  deps: Deps,
  found: ReportContext,
  person: Person,
  before: Person[],
  told: Transfer,
): ReportContext {
  if (person.role !== "town_official" || !isOpenToTown(found.report)) return found;
  const from = before.map((p) => p.openId);
  const report = inheritTyped(found.report, from, person.openId);
  if (report !== found.report)
    told.writes.push(...saveReport(deps.db, report, person.openId, deps.clock.now()));
  return { ...found, report };
}

/** The card of a new holder's open items in one town; none when there are none. */
function openItemsCard(deps: Deps, found: ReportContext, person: Person, before: Person[]): OutboxRow[] {
  const { report } = found;
  const { locale, openId } = person;
  if (!isAwaited(report, found.quarter)) return [];
  const view = viewOf(deps, found, person);
  const subject = reportId(report.period, report.town);
  const now = deps.clock.now();
  const cause = `handover ${subject} ${report.revision} ${now}`;
  const to = { openId, quiet: true };
  const text = noticeText[locale];
  if (person.role === "town_official" && isOpenToTown(report)) {
    const card = asOf(handoverCard({ ...view, fromNames: before.map((p) => p.name) }), now, locale);
    return [enqueueCard(to, card, cause, text.openFallback, now, { kind: "handover", subject })];
  }
  if (person.role === "county_reviewer" && report.status === "submitted") {
    const fallback = text.reviewWaiting(townName(view.town, locale));
    return [enqueueLiving(to, { kind: "review", subject }, cause, fallback, now)];
  }
  return [];
}

/** Cancels messages still queued for a former holder. */
function withdrawn({ db, clock, programme }: Deps, period: PeriodId, person: Person): Write[] {
  const now = clock.now();
  return townsOf(person, programme).map(({ slug }) =>
    supersedeSends(db, person.openId, reportId(period, slug), now),
  );
}
