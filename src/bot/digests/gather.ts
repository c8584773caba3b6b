import { digestsCover, lastApprovedReports, outboxTrouble } from "../../../db/digests.ts";
import { lastSelfCheck, missedRuns } from "../../../db/job-runs.ts";
import { latestPeriod, loadPlans } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import { findTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod, yearOf } from "../../domain/calendar/period.ts";
import type { DigestKind } from "../../domain/digest/digest-kind.ts";
import type { DigestInput } from "../../domain/digest/facts.ts";
import { spanOf } from "../../domain/digest/span.ts";
import { askedQuestion, question } from "../../domain/procedure/question.ts";
import { TASK_PROCEDURES, type Task } from "../../domain/task/task.ts";
import { recordItems } from "../reminders/owed-items.ts";
import { programmeIn } from "../stages/still-in.ts";
import { ledgerOf } from "./ledger.ts";

/** Procedures a digest tells of by rows of their own. */
const OWN_ROWS = [...TASK_PROCEDURES, question.id];
/** A message due this long ago and not sent counts as stuck, ms. */
const HELD_UP = 3_600_000;

/**
 * The facts for a digest at this moment. `byClock`: called by the heartbeat, whose first run ever is then not reported
 * as an interruption. `late`: it stands for digests that were skipped.
 */
export async function gatherDigest(
  deps: Deps,
  kind: DigestKind,
  period: string,
  { byClock, late = false }: { byClock: boolean; late?: boolean },
): Promise<DigestInput> {
  const { db, programme } = deps;
  const now = deps.clock.now();
  const ranking = await rankingFor(deps, kind, period);
  const covered = await digestsCover(db);
  const span = spanOf(kind, period, now, { published: ranking?.before?.at ?? null, covered }, late);
  const [row, lastApproved, tasks, asked, ledger, ledgerBefore, missed, last, trouble, records] =
    await Promise.all([
      latestPeriod(db),
      lastApprovedReports(db),
      tasksToTell(deps, span.from),
      listRecords(db, { procedure: "question", openOrSince: span.from }),
      ledgerOf(deps, span),
      ledgerOf(deps, span.before),
      missedRuns(db, span.from, span.to),
      lastSelfCheck(db, now),
      outboxTrouble(db, now - HELD_UP, span),
      recordItems(deps, OWN_ROWS),
    ]);
  return {
    programme,
    kind,
    period,
    span,
    quarter: row && {
      ...row,
      reports: await listReports(db, row.id),
      towns: new Set((await programmeIn(deps, row.id)).towns.map(({ slug }) => slug)),
    },
    schedules: new Map(
      [...(row ? await loadPlans(db, yearOf(row.id)) : [])].map(([town, { schedule }]) => [town, schedule]),
    ),
    lastApproved,
    ranking,
    tasks,
    questions: asked.map(askedQuestion),
    records,
    burden: { now: ledger, before: ledgerBefore },
    missed: missed.map(({ job, period: of, dueAt }) => ({ job, period: of, dueAt })),
    health: { lastRunAt: last ?? (byClock ? now : null), ...trouble },
  };
}

/** Running tasks, and those closed since `from`. */
async function tasksToTell({ db }: Deps, from: number): Promise<Task[]> {
  const tasks = await findTasks(db, { openOrSince: from });
  return tasks.filter(
    ({ status, log }) => status === "open" || (status === "closed" && (log.at(-1)?.at ?? 0) >= from),
  );
}

/** The ranking of a digest: a quarterly one's own quarter, otherwise the newest. */
async function rankingFor(deps: Deps, kind: DigestKind, period: string): Promise<DigestInput["ranking"]> {
  const quarter = kind === "quarterly" ? parsePeriod(period) : null;
  const now = await (quarter ? findPublication(deps.db, quarter) : latestPublication(deps.db));
  return now && { now, before: await latestPublication(deps.db, now.period) };
}
