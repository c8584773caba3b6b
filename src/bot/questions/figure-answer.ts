import { figureCard } from "../../../cards/ask/figure.ts";
import { findPeriod, latestPeriod, loadPlans, type PeriodRow } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { AskedFigure } from "../../domain/question/asked-figure.ts";
import { isResult } from "../../domain/question/figures.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import { mayKnow, type Reader, standingOf } from "../../domain/question/may-know.ts";
import { figureValue, reckon, type TownFacts, townsAsked } from "../../domain/question/reckon.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { doneShare, investmentRatio } from "../../domain/ranking/ranking.ts";
import { IMAGE, INVESTMENT, type SectionId } from "../../domain/report/content.ts";
import { type Report, reportState } from "../../domain/report/report.ts";
import { lightOf } from "../../domain/scoring/lights.ts";
import { loadBases } from "../report/load-report-contexts.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { notPublished } from "./not-published.ts";

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
  const card = figureCard({
    programme: deps.programme,
    asked,
    period: found.period,
    reckoned: reckon(asked, facts, towns),
    states: new Map(
      towns.filter(({ slug }) => reader.towns.has(slug)).map(({ slug }) => [slug, found.state(slug)]),
    ),
    published: found.published,
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
  const facts = deps.programme.towns.flatMap((town): TownFacts[] => {
    const report = byTown.get(town.slug);
    if (!report || Object.keys(report.saved).length === 0) return [];
    const standing = standingOf(report, publication !== null);
    if (!mayKnow(reader, "figure", town.slug, standing)) return [];
    // What a draft has not saved yet still holds the quarter before.
    if (standing === "draft" && !report.saved[sectionOf(asked, report)]) return [];
    const basis = bases?.get(town.slug);
    const frozen = standing === "published" && publication ? frozenOf(publication, town.slug) : null;
    const money = investmentRatio(report.content, deps.programme, id, plans.get(town.slug)?.schedule);
    return [
      {
        town,
        standing,
        content: report.content,
        frozen,
        due: frozen?.values.invested_due ?? money?.scheduled ?? null,
        light: frozen?.row.light ?? (money ? lightOf(money.ratio, deps.programme.lights) : null),
        done: (area) => {
          const [done, due] = [frozen?.values[`${area}.done`], frozen?.values[`${area}.due`]];
          const share =
            done != null && due != null ? { done, due } : basis && doneShare(report.content, basis, area);
          return share && share.due > 0 ? share.done / share.due : null;
        },
      },
    ];
  });
  return {
    period: id,
    facts,
    published: publication !== null,
    state: (slug: string) => reportState(byTown.get(slug) ?? null),
  };
}

function frozenOf({ inputs, result }: Publication, slug: string): TownFacts["frozen"] {
  const row = result.rows.find(({ town }) => town === slug);
  const values = inputs.table.rows.find(({ id }) => id === slug)?.values;
  return row && values ? { row, values } : null;
}

function sectionOf({ figure }: Asked, { content }: Report): SectionId {
  if (figure.kind === "image") return IMAGE;
  if (figure.kind === "area") return figure.id;
  if (figure.kind !== "item") return INVESTMENT;
  return Object.entries(content.areas).find(([, { items }]) => figure.id in items)?.[0] ?? "";
}
