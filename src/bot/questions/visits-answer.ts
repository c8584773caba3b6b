import { asOf } from "../../../cards/living/living.ts";
import { visitSummaryCard } from "../../../cards/visit/summary.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { rectification } from "../../domain/visit/rectification.ts";
import { listCard } from "../procedures/lists.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { visitFacts } from "../visits/visit-facts.ts";

/**
 * "三季度督查情况": the quarter's inspections for the city, in private or in the leading group's chat; for everybody else what
 * is being mended and may be seen here.
 */
export async function answerVisits(
  deps: Deps,
  asker: Asker,
  { period }: Extract<Intent, { kind: "visits" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const { role, locale } = person;
  const ofCity = role === "city_office" || role === "leader";
  const here = chat === null || chat.kind === "leading_group" || chat.kind === "office";
  if (!ofCity || !here) return answerMending(deps, asker, { kind: "mending" });
  const now = deps.clock.now();
  const summary = await visitFacts(deps, period ?? quarterAt(now));
  const mayPlan = role === "city_office" && chat === null;
  const card = visitSummaryCard({ programme: deps.programme, summary, mayPlan, locale });
  return { card: asOf(card, now, locale), stands: { kind: "visits", subject: summary.period } };
}

/** "谁在整改": what is being mended, in a town if one is named. */
export async function answerMending(
  deps: Deps,
  asker: Asker,
  { town }: Extract<Intent, { kind: "mending" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const ofGroup = chat === null || chat.kind === "leading_group" ? null : visibleTowns(deps, asker);
  const towns = town ? new Set([town.slug].filter((slug) => ofGroup?.has(slug) ?? true)) : ofGroup;
  const card = await listCard(deps, person, rectification.id, 1, towns, chat !== null);
  return { card, stands: { kind: "record_list", subject: rectification.id } };
}
