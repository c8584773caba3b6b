import { figureCard } from "../../../cards/ask/figure.ts";
import { findPeriod, latestPeriod, loadPlans, type PeriodRow } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { AskedFigure } from "../../domain/question/asked-figure.ts";
import { isResult } from "../../domain/question/figures.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { Reader } from "../../domain/question/may-know.ts";
import { figureValue, reckon, townsAsked } from "../../domain/question/reckon.ts";
import { reportState } from "../../domain/report/report.ts";
import { loadBases } from "../report/load-report-contexts.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { figureQuarters } from "./figure-quarters.ts";
import { notPublished } from "./not-published.ts";
import { townFact } from "./town-fact.ts";

type Asked = AskedFigure & { period?: PeriodId };

/**
 * A figure of one or several towns, all of one quarter: the quarter named, else for one town the running one as far as
 * the reader may know it, else the last published one.
 */
export async function answerFigure(deps: Deps, asker: Asker, asked: Asked): Promise<Reply> {
  const { locale } = asker.person;
  const reader = readerOf(deps, asker);
  const towns = townsAsked(asked.whom, deps.programme);
  const running = await latestPeriod(deps.db);
  const named = asked.period ? await findPeriod(deps.db, asked.period) : null;
  if (asked.period && !named) return notPublished(deps, locale, asked.period);
  if (asked.period && isResult(asked.figure) && !(await findPublication(deps.db, asked.period)))
    return notPublished(deps, locale, asked.period);
  const tried = named ?? (towns.length === 1 && !isResult(asked.figure) ? running : null);
  const first = tried && (await quarterOf(deps, reader, tried, asked));
  const known = first?.facts.some(
    ({ town, ...fact }) => towns.includes(town) && figureValue(asked.figure, { town, ...fact }) !== null,
  );
  const last = known || named ? null : await latestPublication(deps.db);
  const row = last && (await findPeriod(deps.db, last.period));
  const found = (row && (await quarterOf(deps, reader, row, asked))) ?? first;
  if (!found) return notPublished(deps, locale);
  const facts = found.facts.filter(({ town }) => towns.includes(town));
  const reckoned = reckon(asked, facts, towns);
  const card = figureCard({
    programme: deps.programme,
    asked,
    period: found.period,
    reckoned,
    quarters: await figureQuarters(deps, reader, asked, reckoned, found.period),
    states: new Map(
      towns.filter(({ slug }) => reader.towns.has(slug)).map(({ slug }) => [slug, found.state(slug)]),
    ),
    published: found.published,
    ...(asker.chat === null ? {} : { forAll: true as const }),
    locale,
  });
  const subject = topicSubject({ whom: asked.whom, figure: asked.figure, period: found.period });
  return { card, stands: { kind: "figure", subject } };
}

/** What the reader may know of one quarter, of every town. */
async function quarterOf(deps: Deps, reader: Reader, { id }: PeriodRow, asked: Asked) {
  const [reports, publication, plans, bases] = await Promise.all([
    listReports(deps.db, id),
    findPublication(deps.db, id),
    loadPlans(deps.db, yearOf(id)),
    asked.figure.kind === "area" ? loadBases(deps, id) : null,
  ]);
  const byTown = new Map(reports.map((report) => [report.town, report]));
  const facts = deps.programme.towns.flatMap((town) => {
    const of = {
      town,
      period: id,
      report: byTown.get(town.slug) ?? null,
      publication,
      schedule: plans.get(town.slug)?.schedule,
      basis: bases?.get(town.slug),
    };
    return townFact(deps.programme, reader, of, asked.figure) ?? [];
  });
  return {
    period: id,
    facts,
    published: publication !== null,
    state: (slug: string) => reportState(byTown.get(slug) ?? null),
  };
}
