import { Conflict, commit } from "../../../db/commit.ts";
import { setPeriodStatus } from "../../../db/periods.ts";
import {
  findProvisional,
  findPublication,
  insertPublication,
  latestPublication,
} from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import { findTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { hostedIn, meeting } from "../../domain/meeting/meeting.ts";
import type { MisreportFinding } from "../../domain/misreport/finding.ts";
import { findingOf, misreport } from "../../domain/procedure/misreport.ts";
import { refusePublish, type StepRefusal } from "../../domain/quarter/steps.ts";
import { isRanked } from "../../domain/quarter/supplement.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { type Entrant, rankQuarter } from "../../domain/ranking/ranking.ts";
import type { Report } from "../../domain/report/report.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import { excusedItems } from "../../domain/task/excused.ts";
import { loadBases } from "../report/load-report-contexts.ts";
import { programmeIn } from "../stages/still-in.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { announcements } from "./announcements.ts";
import { freeze } from "./freeze.ts";
import { schemeOf } from "./scheme.ts";
import { stepFacts } from "./step-facts.ts";

export type PublishOutcome = { ok: true; publication: Publication } | ({ ok: false } & StepRefusal);

/**
 * The scores, ranks and frozen inputs of a quarter at present; nothing is stored. `instead`: a report to use in place
 * of the stored one; `scheme`: another than the quarter's own; `confirmed`: a finding about to be stored.
 */
export async function computeRanking(
  deps: Deps,
  period: PeriodId,
  {
    instead,
    scheme: given,
    confirmed,
  }: { instead?: Report; scheme?: Scheme; confirmed?: MisreportFinding } = {},
): Promise<Pick<Publication, "scheme" | "inputs" | "result">> {
  const [scheme, programme, reports, bases, last, stored, excused, bonus] = await Promise.all([
    given ?? schemeOf(deps, period),
    programmeIn(deps, period),
    listReports(deps.db, period),
    loadBases(deps, period),
    latestPublication(deps.db, period),
    listRecords(deps.db, { procedure: misreport.id, period, states: ["confirmed"] }),
    excusedIn(deps, period),
    bonusIn(deps, period),
  ]);
  const misreports = [...stored.map(findingOf), ...(confirmed ? [confirmed] : [])];
  const entrants = reports.flatMap((saved): Entrant[] => {
    const report = saved.town === instead?.town ? instead : saved;
    const basis = bases.get(report.town);
    if (!basis || !isRanked(report)) return [];
    const { town } = report;
    return [{ report, basis, excused: excused.get(town) ?? [], bonus: bonus.get(town) ?? 0 }];
  });
  const previous = last && { result: last.result, schemeId: last.scheme.id, period: last.period };
  return { scheme, ...rankQuarter({ ...programme, scheme }, period, entrants, previous, misreports) };
}

/** Items not counted, by town: as published or, before publication, those blocked now. */
async function excusedIn(deps: Deps, period: PeriodId): Promise<Map<string, string[]>> {
  const published = await findPublication(deps.db, period);
  if (!published) return excusedItems(await findTasks(deps.db, { states: ["open"] }));
  return new Map(published.result.rows.map((row) => [row.town, row.excused ?? []]));
}

/** Bonus points by town: as published or, before publication, for the meetings on site hosted so far. */
async function bonusIn(deps: Deps, period: PeriodId): Promise<Map<string, number>> {
  const published = await findPublication(deps.db, period);
  if (published) return new Map(published.inputs.table.rows.map(({ id, values }) => [id, values.bonus ?? 0]));
  const { hosting } = deps.programme.bonus;
  const held = await listRecords(deps.db, { procedure: meeting.id, states: ["held", "closed"] });
  return new Map([...hostedIn(held, period)].map(([town, n]) => [town, n * hosting]));
}

/** Publishes a quarter once: freezes scheme, inputs and result, and sends the ranking to groups and towns. */
export async function publish(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[] = [],
  pressed?: string,
): Promise<PublishOutcome> {
  const now = deps.clock.now();
  const [quarter, facts] = await Promise.all([quarterNow(deps, period), stepFacts(deps, period)]);
  const waits = refusePublish(quarter, facts, deps.programme, now);
  if (waits) return { ok: false, ...waits };
  if (await findPublication(deps.db, period)) return { ok: false, reason: "published" };

  const frozen = await computeRanking(deps, period);
  const publication = await freeze(frozen, { period, seq: 1, at: now, by });
  try {
    await commit(
      deps.db,
      {
        audit: { actor: by, kind: "period.publish", subject: period, detail: { hash: publication.hash } },
        inbox,
        writes: [insertPublication(deps.db, publication), setPeriodStatus(deps.db, period, "published", now)],
        outbox: await announcements(
          deps,
          publication,
          await latestPublication(deps.db, period),
          await findProvisional(deps.db, period),
        ),
        touched: [`quarter ${period}`, "figures", "stages"],
        pressed,
      },
      now,
    );
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, reason: "published" };
    throw error;
  }
  return { ok: true, publication };
}
