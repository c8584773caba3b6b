import { asOf } from "../../../cards/living/living.ts";
import { visitText } from "../../../cards/text/visits.ts";
import { lastVisitCard } from "../../../cards/visit/last.ts";
import { visitSummaryCard } from "../../../cards/visit/summary.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import { townsOf } from "../../domain/programme/people.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { stage } from "../../domain/stages/stage.ts";
import { rectification } from "../../domain/visit/rectification.ts";
import { visit } from "../../domain/visit/visit.ts";
import { listCard } from "../procedures/lists.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { lastVisitTo, visitFacts } from "../visits/visit-facts.ts";
import { answerSought } from "./sought-answer.ts";

/**
 * "三季度督查情况", "什么时候来督查", "碛口上次督查什么问题": the quarter's inspections or the last one; for the city all of it, for a
 * county and a town what concerns their own. In a group of others what is being mended and may be seen there.
 */
export async function answerVisits(
  deps: Deps,
  asker: Asker,
  { period, last, town }: Extract<Intent, { kind: "visits" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const { role, locale } = person;
  const { programme } = deps;
  const ofCity = role === "city_office" || role === "leader";
  const here = chat === null || (ofCity && (chat.kind === "leading_group" || chat.kind === "office"));
  const visible = visibleTowns(deps, asker);
  // A department has no towns of its own, but may have been sent along.
  if (chat === null && visible.size === 0) {
    const card = await listCard(deps, person, visit.id, 1);
    return { card, stands: { kind: "record_list", subject: visit.id } };
  }
  if (!here) return answerMending(deps, asker, { kind: "mending" });
  const now = deps.clock.now();
  const own = town ? new Set([town.slug].filter((slug) => visible.has(slug))) : ofCity ? undefined : visible;
  if (last || town) {
    const seen = await lastVisitTo(deps, own);
    if (!seen) return { text: visitText(locale).noVisit };
    const card = lastVisitCard({ programme, seen, opens: ofCity && chat === null, locale });
    return { card: asOf(card, now, locale), stands: { kind: "about", subject: "" } };
  }
  const summary = await visitFacts(deps, period ?? quarterAt(now), own);
  const mayPlan = role === "city_office" && chat === null && !isOff(visit, programme);
  const alone = own ? { own: true as const } : {};
  const card = visitSummaryCard({ programme, summary, mayPlan, ...alone, locale });
  return { card: asOf(card, now, locale), stands: { kind: "visits", subject: summary.period } };
}

/** "谁在整改": what is being mended, in a town if one is named. */
export async function answerMending(
  deps: Deps,
  asker: Asker,
  { town }: Extract<Intent, { kind: "mending" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const [own, other] = townsOf(person, deps.programme);
  const only = town ?? (other ? undefined : own);
  if (chat === null && only) {
    const sought = { of: [rectification.id, stage.id], word: "整改", is: "either" as const };
    return answerSought(deps, asker, { kind: "sought", sought, towns: [only], why: true });
  }
  const ofGroup = chat === null || chat.kind === "leading_group" ? null : visibleTowns(deps, asker);
  const towns = town ? new Set([town.slug].filter((slug) => ofGroup?.has(slug) ?? true)) : ofGroup;
  const card = await listCard(deps, person, rectification.id, 1, towns, chat !== null);
  return { card, stands: { kind: "record_list", subject: rectification.id } };
}
