import { type TrendPoint, trendCard } from "../../../cards/ask/trend.ts";
import { listPeriods } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import type { AskedFigure } from "../../domain/question/asked-figure.ts";
import { isRate } from "../../domain/question/figure.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import { figureValue, townsAsked } from "../../domain/question/reckon.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { notPublished } from "./not-published.ts";
import { quarterFacts } from "./quarter-facts.ts";

/** Quarters looked back on: two years. */
const QUARTERS = 8;
/** Towns with a line of their own; more are taken together. */
const LINES = 4;

/**
 * A figure over the last quarters, each quarter as far as the reader may know it: of up to four towns each by itself, of
 * more their sum or mean in quarters that are published, because a sum of some is no sum.
 */
export async function answerTrend(deps: Deps, asker: Asker, asked: AskedFigure): Promise<Reply> {
  const { figure, whom } = asked;
  const reader = readerOf(deps, asker);
  const towns = townsAsked(whom, deps.programme);
  const rows = (await listPeriods(deps.db)).slice(-QUARTERS);
  const quarters = await Promise.all(rows.map((row) => quarterFacts(deps, reader, row, figure, towns)));
  const each = towns.length <= LINES;
  const points = quarters.flatMap(({ period, facts, publication }): TrendPoint[] => {
    const values = facts.flatMap((fact) => {
      const value = figureValue(figure, fact);
      return value === null ? [] : [{ town: fact.town, value, standing: fact.standing }];
    });
    if (each) return values.map((one) => ({ period, ...one }));
    const sum = values.reduce((total, { value }) => total + value, 0);
    if (!publication || values.length === 0) return [];
    const value = isRate(figure) ? sum / values.length : sum;
    return [{ period, town: null, value, standing: "published" as const }];
  });
  if (points.length === 0) return notPublished(deps, asker.person.locale);
  const card = trendCard({
    programme: deps.programme,
    asked,
    towns: each ? towns : null,
    points,
    locale: asker.person.locale,
  });
  return { card, stands: { kind: "figure", subject: topicSubject({ whom, figure }) } };
}
