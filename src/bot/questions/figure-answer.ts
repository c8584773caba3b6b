import { figureCard } from "../../../cards/ask/figure.ts";
import { findPeriod, latestPeriod, listPeriods, type PeriodRow } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { AskedFigure } from "../../domain/question/asked-figure.ts";
import { isCumulative, isResult } from "../../domain/question/figure.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { When } from "../../domain/question/intent.ts";
import type { Reader } from "../../domain/question/may-know.ts";
import { meaningOf } from "../../domain/question/meaning.ts";
import { figureValue, reckon, townsAsked, valueAfter } from "../../domain/question/reckon.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { programmeIn } from "../stages/still-in.ts";
import { figureQuarters } from "./figure-quarters.ts";
import { notPublished } from "./not-published.ts";
import { type QuarterFacts, quarterFacts } from "./quarter-facts.ts";
import { frozenFacts } from "./town-fact.ts";
import { answerTrend } from "./trend-answer.ts";

type Asked = AskedFigure & When;

/**
 * A figure of one or several towns, all of one quarter: the quarter named, else for one town the running one as far as
 * the reader may know it, else the last published one.
 */
export async function answerFigure(deps: Deps, asker: Asker, asked: Asked): Promise<Reply> {
  const { locale } = asker.person;
  const reader = readerOf(deps, asker);
  if (asked.how.kind === "trend") return answerTrend(deps, asker, asked);
  const row = asked.period ? await rowNamed(deps, asked) : undefined;
  if (row === null) return notPublished(deps, locale, asked.period);
  const found = await askedQuarter(deps, reader, asked, row);
  // What is known of some towns is no whole to be a part of.
  if (!found || (asked.how.kind === "part" && !found.publication))
    return notPublished(deps, locale, row?.id ?? found?.period);
  const towns = townsAsked(asked.whom, deps.programme);
  const since = await beginning(deps, reader, asked, found);
  const wanted = new Set(asked.whom === "all" ? [] : towns);
  const facts = asked.whom === "all" ? found.facts : found.facts.filter(({ town }) => wanted.has(town));
  const [fact, more] = facts;
  const reckoned = reckon(asked, facts, towns, since ? valueAfter(since.facts) : figureValue);
  const asks = new Set((await programmeIn(deps, found.period)).towns.map(({ slug }) => slug));
  const card = figureCard({
    programme: deps.programme,
    asked,
    period: found.period,
    after: since?.period ?? null,
    until: since && asked.period && found.period < asked.period ? asked.period : null,
    reckoned,
    quarters: since ? [] : await figureQuarters(deps, reader, asked, reckoned, found.period),
    meaning:
      fact && !more && !since && towns.length === 1
        ? meaningOf(
            asked.figure,
            fact,
            found.publication ? frozenFacts(deps.programme, found.publication) : [],
          )
        : null,
    whole: asked.how.kind === "part" ? reckon({ ...asked, whom: "all" }, found.facts, []).total : null,
    states: new Map(
      reckoned.missing
        .filter(({ slug }) => reader.towns.has(slug))
        .map(({ slug }) => [slug, found.state(slug)]),
    ),
    excused: new Set(reckoned.missing.map(({ slug }) => slug).filter((slug) => !asks.has(slug))),
    published: found.publication !== null,
    ...(asker.chat === null ? {} : { forAll: true as const }),
    locale,
  });
  const subject = topicSubject({
    whom: asked.whom,
    figure: asked.figure,
    period: found.period,
    ...(since ? { after: since.period } : {}),
  });
  return { card, stands: { kind: "figure", subject } };
}

/**
 * The quarter named, if it was opened. Of a part of a year that has not ended, the last quarter there is; a result is
 * not looked for before it is published.
 */
async function rowNamed(deps: Deps, { period, after, figure }: Asked): Promise<PeriodRow | null> {
  if (!period) return null;
  const row = await findPeriod(deps.db, period);
  const known =
    row ?? (after && (await listPeriods(deps.db)).findLast(({ id }) => id > after && id < period));
  if (!known || (isResult(figure) && !(await findPublication(deps.db, known.id)))) return null;
  return known;
}

/** What the reader may know of the quarter that answers; the last published one where none was named. */
async function askedQuarter(
  deps: Deps,
  reader: Reader,
  asked: Asked,
  named: PeriodRow | undefined,
): Promise<QuarterFacts | null> {
  const towns = townsAsked(asked.whom, deps.programme);
  const part = asked.how.kind === "part";
  const wanted = part ? deps.programme.towns : towns;
  if (named) return quarterFacts(deps, reader, named, asked.figure, wanted);
  const single = towns.length === 1 && !isResult(asked.figure) && !part;
  const running = single ? await latestPeriod(deps.db) : null;
  const first = running && (await quarterFacts(deps, reader, running, asked.figure, towns));
  if (first?.facts.some((fact) => figureValue(asked.figure, fact) !== null)) return first;
  const last = await latestPublication(deps.db);
  const row = last && (await findPeriod(deps.db, last.period));
  return row ? quarterFacts(deps, reader, row, asked.figure, wanted) : first;
}

/** The quarter after which the figure counts; null where it is not one that sums up, or the year's whole is meant. */
async function beginning(
  deps: Deps,
  reader: Reader,
  { figure, after, whom }: Asked,
  { period }: QuarterFacts,
): Promise<QuarterFacts | null> {
  if (!after || after >= period || !isCumulative(figure)) return null;
  const row = await findPeriod(deps.db, after);
  const towns = townsAsked(whom, deps.programme);
  return row
    ? quarterFacts(deps, reader, row, figure, towns)
    : { period: after, facts: [], publication: null, state: () => "not_started" };
}
