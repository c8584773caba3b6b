import type { Card } from "../../../cards/card.ts";
import { type ProgressView, progressCard } from "../../../cards/office/progress.ts";
import { cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { findPeriod } from "../../../db/periods.ts";
import { findProvisional, findPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { Locale } from "../../domain/people.ts";
import type { PeriodId } from "../../domain/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { rankingOf } from "../../domain/publication.ts";
import { nextStep, refuseClose } from "../../domain/quarter/steps.ts";
import { punctualityOf } from "../../domain/quarter/supplement.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { sectionState } from "../../domain/report/completeness.ts";
import { sectionsOf } from "../../domain/report/content.ts";
import type { Report } from "../../domain/report/report.ts";
import type { ProgressRow } from "../../domain/views.ts";
import { checkUpOverview } from "../report/check-up.ts";
import { loadBases } from "../report/load-report-contexts.ts";
import { personOf } from "../roster/people.ts";
import { enqueueUpdate } from "../sending/enqueue-message.ts";
import { bandsFor } from "./rank-facts.ts";
import { stepFacts } from "./step-facts.ts";

/** Subject of a quarter's progress cards. */
export function progressSubject(period: PeriodId): string {
  return `progress ${period}`;
}

/** Where each town's report stands. `pending` is a report about to be saved: it counts as it will be. */
export async function progressRows(deps: Deps, period: PeriodId, pending?: Report): Promise<ProgressRow[]> {
  const [reports, bases] = await Promise.all([listReports(deps.db, period), loadBases(deps, period)]);
  const byTown = new Map(reports.map((report) => [report.town, report]));
  if (pending) byTown.set(pending.town, pending);
  const sections = sectionsOf(deps.programme);
  return deps.programme.towns.map((town): ProgressRow => {
    const report = byTown.get(town.slug);
    const basis = bases.get(town.slug);
    if (!report || !basis)
      return { town, state: "not_started", at: null, done: 0, sections: sections.length };
    const states = sections.map((section) => sectionState(report, basis, section));
    const touched = Object.values(report.saved).map((s) => s.at);
    return {
      town,
      state: report.status === "draft" && touched.length === 0 ? "not_started" : report.status,
      at: report.approvedAt ?? report.submittedAt ?? (touched.length > 0 ? Math.max(...touched) : null),
      done: states.filter((s) => s === "done" || s === "kept").length,
      sections: sections.length,
      ...lateness(deps, report),
    };
  });
}

function lateness({ programme }: Deps, report: Report): Pick<ProgressRow, "late" | "supplement"> {
  const came = punctualityOf(report, programme);
  if (came?.kind === "supplement") return { supplement: true };
  return came?.kind === "late" ? { late: came.workingDays } : {};
}

/** What is about to be saved and counts already: the quarter itself, a report or a record that moved on. */
type Pending = { report?: Report; record?: ProcedureRecord; opening?: boolean };

/** The office's card of a quarter: read once, drawn in whatever language its reader has. */
export async function readProgress(
  deps: Deps,
  period: PeriodId,
  pending: Pending = {},
): Promise<(locale: Locale) => Card> {
  const { programme } = deps;
  const now = deps.clock.now();
  const [rows, row, facts, checkup, records, ranked] = await Promise.all([
    progressRows(deps, period, pending.report),
    findPeriod(deps.db, period),
    stepFacts(deps, period, pending.report),
    checkUpOverview(deps, period, pending.report),
    recordsWith(deps, period, pending.record),
    rankedSoFar(deps, period),
  ]);
  const objectionsOpen = records.filter(isOpenObjection).length;
  const record = row ?? (pending.opening ? { ...UNOPENED, status: "open" as const } : UNOPENED);
  const quarter = timetable(period, programme, record, now);
  const counted = { ...facts, objectionsOpen };
  const view = {
    programme,
    period,
    rows,
    quarter,
    next: nextStep(quarter, counted, programme, now),
    closable: quarter.lock === null && quarter.stage !== "locked" && refuseClose(quarter, counted) === null,
    records,
    kits: deps.procedures,
    checkup,
    ranked,
  };
  return (locale) => progressCard({ ...view, locale });
}

function isOpenObjection({ procedure, state }: ProcedureRecord): boolean {
  return procedure === objection.id && state === "waiting";
}

async function recordsWith(
  deps: Deps,
  period: PeriodId,
  pending?: ProcedureRecord,
): Promise<ProcedureRecord[]> {
  const stored = await listRecords(deps.db, { period });
  return pending ? [...stored.filter(({ id }) => id !== pending.id), pending] : stored;
}

/** The published result, else the provisional one, with the bands of its places. */
async function rankedSoFar(deps: Deps, period: PeriodId): Promise<ProgressView["ranked"]> {
  const published = await findPublication(deps.db, period);
  const shown = published ?? (await findProvisional(deps.db, period));
  if (!shown) return null;
  return {
    ranking: rankingOf(shown, deps.programme),
    bands: bandsFor(shown),
    provisional: published === null,
  };
}

/** Fresh faces for the office's cards of a quarter after something of it moved on; `cause` names what and when. */
export async function progressUpdates(
  deps: Deps,
  period: PeriodId,
  cause: string,
  pending: Pending,
): Promise<OutboxRow[]> {
  const subject = progressSubject(period);
  // A form being typed into is never replaced.
  const shown = (await cardsOf(deps.db, subject)).filter(
    ({ openId, view }) => openId !== "" && view === "overview",
  );
  const readers = await Promise.all(shown.map(({ openId }) => personOf(deps, openId)));
  if (!readers.some((reader) => reader?.role === "city_office")) return [];
  const face = await readProgress(deps, period, pending);
  return shown.flatMap(({ messageId }, i) => {
    const reader = readers[i];
    if (reader?.role !== "city_office") return [];
    return enqueueUpdate(messageId, face(reader.locale), `${subject} ${cause}`, deps.clock.now());
  });
}
