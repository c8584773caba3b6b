import { whatIfCard } from "../../../cards/explain/what-if.ts";
import { whatIfAddedCard } from "../../../cards/explain/what-if-added.ts";
import { lineOf, nameIn } from "../../../cards/ranking/ranked-view.ts";
import { explainText } from "../../../cards/text/explain.ts";
import { whatIfText } from "../../../cards/text/what-if.ts";
import { newestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { type Goal, whatIf } from "../../domain/explain/what-if.ts";
import { whatIfAdded } from "../../domain/explain/what-if-added.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { Aim } from "../../domain/question/aim.ts";
import { rankedViewOf } from "../quarter/rank-facts.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { shortName } from "./explain-answers.ts";
import { notPublished } from "./not-published.ts";

type Asked = { town?: Town; aim: Aim; period?: PeriodId };

/**
 * "还差多少进前三", always an estimate and always from a published result: among scores that are not published, the
 * distance to a place would give the other town's score away.
 */
export async function answerWhatIf(deps: Deps, asker: Asker, asked: Asked): Promise<Reply> {
  const { locale } = asker.person;
  const { town, aim, period } = asked;
  if (!town) {
    const [first] = deps.programme.towns;
    return { text: explainText(locale).whoseGoal(first ? shortName(first, locale) : "") };
  }
  const frozen = await newestPublication(deps.db, period);
  if (!frozen) return notPublished(deps, locale, period);
  const view = rankedViewOf(deps, frozen, locale);
  const row = lineOf(view, town.slug);
  if ("added" in aim) {
    const answer = whatIfAdded(frozen, town.slug, aim.added);
    if (answer.ok && row)
      return {
        card: whatIfAddedCard({ ...view, row, added: aim.added, answer }),
        stands: { kind: "what_if", subject: `${frozen.period}/${town.slug}` },
      };
    const why = answer.ok ? "unknown_town" : answer.reason;
    const text = whatIfText(locale);
    return {
      text: why === "not_counted" ? text.notCounted : text.refused[why](nameIn(view, town.slug)),
    };
  }
  const goal = goalOf(aim, row?.rank ?? null);
  const answer = whatIf(frozen, town.slug, goal);
  if (!answer.ok || !row) {
    const reason = answer.ok ? "unknown_town" : answer.reason;
    const unknown = reason === "unknown_town" && row && "town" in goal ? goal.town : town.slug;
    return { text: whatIfText(locale).refused[reason](nameIn(view, unknown)) };
  }
  const card = whatIfCard({ ...view, row, goal, answer });
  return { card, stands: { kind: "what_if", subject: `${frozen.period}/${town.slug}` } };
}

function goalOf(aim: Exclude<Aim, { added: number }>, rank: number | null): Goal {
  if ("town" in aim) return { town: aim.town.slug };
  return { place: "place" in aim ? aim.place : Math.max(1, (rank ?? 1) - aim.up) };
}
