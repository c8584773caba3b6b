import { periodName } from "../../../cards/names.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { setPeriodStatus, setProvisional } from "../../../db/periods.ts";
import { insertPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { checkProvisional, type StepRefusal } from "../../domain/quarter/steps.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { townOfficial } from "../roster/people.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import { programmeIn } from "../stages/still-in.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { freeze } from "./freeze.ts";
import { computeRanking } from "./publish.ts";
import { stepFacts } from "./step-facts.ts";

export type ProvisionalOutcome = { ok: true; until: number } | ({ ok: false } & StepRefusal);

/**
 * Sends every town its provisional score in private and opens the objection window. First reports from then on are 补报,
 * so that the scores objected to stay the same.
 */
export async function announceProvisional(
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[] = [],
  pressed?: string,
): Promise<ProvisionalOutcome> {
  const now = deps.clock.now();
  const [quarter, facts] = await Promise.all([quarterNow(deps, period), stepFacts(deps, period)]);
  const allowed = checkProvisional(quarter, facts, deps.programme, now);
  if (!allowed.ok) return allowed;
  const { until } = allowed;

  const frozen = await computeRanking(deps, period);
  const provisional = await freeze(frozen, { period, seq: 0, at: now, by });
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
        outbox: await privateScores(deps, provisional),
        touched: [`quarter ${period}`, "stages"],
        pressed,
      },
      now,
    );
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, reason: "already" };
    throw error;
  }
  return { ok: true, until };
}

async function privateScores(deps: Deps, { period }: Publication): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const { towns } = await programmeIn(deps, period);
  const rows = await Promise.all(
    towns.map(async ({ slug }) =>
      (await townOfficial(deps, slug)).map(({ openId, locale }) => {
        const score = { kind: "provisional", subject: `${period}/${slug}` } as const;
        const fallback = noticeText[locale].provisionalFallback(periodName(period, locale));
        return enqueueLiving({ openId, quiet: true }, score, `provisional ${period}`, fallback, now);
      }),
    ),
  );
  return rows.flat();
}
