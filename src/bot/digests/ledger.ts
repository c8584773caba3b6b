import {
  askingRevisions,
  messagesByTown,
  questionsByTown,
  reportsTouched,
  tasksByTown,
} from "../../../db/digests.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { askedAtOpening, type Burden, NO_BURDEN } from "../../domain/digest/burden.ts";
import type { Basis } from "../../domain/report/content.ts";
import { loadBases } from "../report/load-report-contexts.ts";

/** 减负账本 of a period (UTC ms, `to` excluded): by town, messages received and entries requested. */
export async function ledgerOf(
  deps: Deps,
  stretch: { from: number; to: number },
): Promise<Map<string, Burden>> {
  const [messages, fields] = await Promise.all([
    messagesByTown(deps.db, stretch),
    fieldsAsked(deps, stretch),
  ]);
  const ledger = new Map<string, Burden>();
  const add = (town: string, more: Partial<Burden>) => {
    const has = ledger.get(town) ?? NO_BURDEN;
    const { messages: sent = 0, fields: asked = 0 } = more;
    ledger.set(town, { messages: has.messages + sent, fields: has.fields + asked });
  };
  for (const { town, n } of messages) add(town, { messages: n });
  for (const { town, n } of fields) add(town, { fields: n });
  return ledger;
}

/** The entries that openings, returns, the check-up, questions and new tasks requested from towns. */
async function fieldsAsked(
  deps: Deps,
  stretch: { from: number; to: number },
): Promise<Array<{ town: string; n: number }>> {
  const [revisions, touched, questions, tasks] = await Promise.all([
    askingRevisions(deps.db, stretch),
    reportsTouched(deps.db, stretch),
    questionsByTown(deps.db, stretch),
    tasksByTown(deps.db, stretch),
  ]);
  const opened = revisions.filter(({ revision }) => revision === 1);
  const bases = await basesByPeriod(deps, new Set(opened.map(({ period }) => period)));
  const openings = opened.flatMap((report) => {
    const basis = bases.get(report.period)?.get(report.town);
    return basis ? [{ town: report.town, n: askedAtOpening(report, basis) }] : [];
  });
  const returns = revisions.flatMap(({ town, revision, returned }) =>
    returned?.revision === revision ? [{ town, n: returned.cells.length }] : [],
  );
  const checks = touched.map(({ town, answers }) => ({
    town,
    n: Object.values(answers).filter(({ at }) => at >= stretch.from && at < stretch.to).length,
  }));
  return [...openings, ...returns, ...checks, ...questions, ...tasks];
}

async function basesByPeriod(
  deps: Deps,
  periods: ReadonlySet<PeriodId>,
): Promise<Map<PeriodId, Map<string, Basis>>> {
  const all = new Map<PeriodId, Map<string, Basis>>();
  for (const period of periods) all.set(period, await loadBases(deps, period));
  return all;
}
