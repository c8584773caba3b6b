import { periodName } from "../../../cards/names.ts";
import { provisionalCard } from "../../../cards/objection/provisional.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { sha256 } from "../../../db/audit-chain.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { setPeriodStatus, setProvisional } from "../../../db/periods.ts";
import { insertPublication, latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/period.ts";
import { frozenText, type Publication, rankingOf } from "../../domain/publication.ts";
import { checkProvisional, type StepRefusal } from "../../domain/quarter/steps.ts";
import { askedQuestionsOf } from "../report/asked-questions.ts";
import { townOfficials } from "../roster/people.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { computeRanking } from "./publish.ts";
import { quarterNow } from "./quarter-now.ts";
import { stepFacts } from "./step-facts.ts";

export type ProvisionalOutcome = { ok: true; until: number } | ({ ok: false } & StepRefusal);

/**
 * Sends every town its provisional score in private and opens the window for objections. From then on whatever
 * comes is a 补报: a score that can still be added to is not one to object to.
 */
export async function announceProvisional(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[] = [],
): Promise<ProvisionalOutcome> {
  const now = deps.clock.now();
  const [quarter, facts] = await Promise.all([quarterNow(deps, period), stepFacts(deps, period)]);
  const allowed = checkProvisional(quarter, facts, deps.programme, now);
  if (!allowed.ok) return allowed;
  const { until } = allowed;

  const frozen = await computeRanking(deps, period);
  const provisional: Publication = {
    period,
    seq: 0,
    at: now,
    by,
    ...frozen,
    hash: await sha256(frozenText(frozen)),
  };
  try {
    await commit(
      deps.db,
      {
        audit: {
          actor: by,
          kind: "period.provisional",
          subject: period,
          detail: { hash: provisional.hash, until },
        },
        inbox,
        writes: [
          insertPublication(deps.db, provisional),
          setPeriodStatus(deps.db, period, "closed", now),
          setProvisional(deps.db, period, now, until),
        ],
        outbox: await privateScores(deps, provisional, until),
      },
      now,
    );
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, reason: "already" };
    throw error;
  }
  return { ok: true, until };
}

async function privateScores(deps: Deps, provisional: Publication, until: number): Promise<OutboxRow[]> {
  const programme = { ...deps.programme, scheme: provisional.scheme };
  const ranking = rankingOf(provisional, programme);
  const last = await latestPublication(deps.db, provisional.period);
  const before = last ? rankingOf(last, programme).rows : [];
  const now = deps.clock.now();
  const questions = await askedQuestionsOf(deps, provisional.period);
  const rows = await Promise.all(
    programme.towns.map(async (town) => {
      const previous = before.find((r) => r.town.slug === town.slug);
      const asked = questions.get(town.slug);
      return (await townOfficials(deps, town.slug)).map(({ openId, locale }) => {
        const own = { ...(previous ? { previous } : {}), ...(asked ? { questions: asked } : {}) };
        const view = { programme, ranking, town, ...own, locale };
        const card = provisionalCard({ ...view, until });
        const stands = { kind: "provisional", subject: `${provisional.period}/${town.slug}` };
        const fallback = noticeText[locale].provisionalFallback(periodName(provisional.period, locale));
        return enqueueCard(
          { openId, quiet: true },
          card,
          `provisional ${provisional.period}`,
          fallback,
          now,
          stands,
        );
      });
    }),
  );
  return rows.flat();
}
