import { lineOf, nameIn, type RankedView } from "../../../cards/explain/ranked-view.ts";
import { type WhatIfView, whatIfCard } from "../../../cards/explain/what-if.ts";
import { explainText } from "../../../cards/text/explain.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { whatIfText } from "../../../cards/text/what-if.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { newestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { Aim } from "../../domain/aim.ts";
import { type Goal, whatIf } from "../../domain/explain/what-if.ts";
import type { PeriodId } from "../../domain/period.ts";
import type { Town } from "../../domain/programme.ts";
import { type Publication, rankingOf } from "../../domain/publication.ts";
import { refuse } from "../../domain/quarter/may.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import type { Report } from "../../domain/report/report.ts";
import { computeRanking } from "../quarter/publish.ts";
import { rankedViewOf } from "../quarter/rank-facts.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { shortName } from "./explain-answers.ts";

type Asked = { town?: Town; aim: Aim; period?: PeriodId };
type Ground = { frozen: Publication; view: RankedView; basis: WhatIfView["basis"] };

/**
 * "还差多少进前三", always an estimate: while the quarter accepts reports, from what is filled in so far, for those who may
 * see it; otherwise from the published result.
 */
export async function answerWhatIf(deps: Deps, asker: Asker, asked: Asked): Promise<Reply> {
  const { locale } = asker.person;
  const { town, aim } = asked;
  if (!town) {
    const [first] = deps.programme.towns;
    return { text: explainText(locale).whoseGoal(first ? shortName(first, locale) : "") };
  }
  const ground = (await underWay(deps, asker, { ...asked, town })) ?? (await published(deps, asker, asked));
  if (!ground) return { text: replyText(locale).nothingPublished() };
  const { frozen, view, basis } = ground;
  const row = lineOf(view, town.slug);
  const goal = goalOf(aim, row?.rank ?? null);
  const answer = whatIf(frozen, town.slug, goal);
  if (!answer.ok || !row) {
    const reason = answer.ok ? "unknown_town" : answer.reason;
    const unknown = reason === "unknown_town" && row && "town" in goal ? goal.town : town.slug;
    return { text: whatIfText(locale).refused[reason](nameIn(view, unknown)) };
  }
  const card = whatIfCard({ ...view, row, goal, answer, basis });
  return { card, stands: { kind: "what_if", subject: `${frozen.period}/${town.slug}` } };
}

async function published(deps: Deps, asker: Asker, { period }: Asked): Promise<Ground | null> {
  const frozen = await newestPublication(deps.db, period);
  return (
    frozen && { frozen, view: rankedViewOf(deps, frozen, asker.person.locale), basis: { kind: "published" } }
  );
}

/**
 * The open quarter at present, counting the town's own report as if it were submitted now and approved. Null where
 * there is no basis for an estimate, or the asker may not see it.
 */
async function underWay(deps: Deps, asker: Asker, asked: Asked & { town: Town }): Promise<Ground | null> {
  const { town, aim, period } = asked;
  const visible = visibleTowns(deps, asker);
  const row = await latestPeriod(deps.db);
  if (!row || (period && period !== row.id)) return null;
  const quarter = timetable(row.id, deps.programme, row, deps.clock.now());
  if (refuse("estimate", asker.person.role, quarter)) return null;
  if (!visible.has(town.slug) || ("town" in aim && !visible.has(aim.town.slug))) return null;
  const report = await findReport(deps.db, row.id, town.slug);
  if (!report || Object.keys(report.saved).length === 0) return null;
  const now = deps.clock.now();
  const computed = await computeRanking(deps, row.id, { instead: asIfApproved(report, now) });
  const others = computed.inputs.table.rows.length - 1;
  if (others < 1) return null;
  const frozen: Publication = { period: row.id, seq: 0, at: now, by: "", hash: "", ...computed };
  const { programme } = deps;
  return {
    frozen,
    view: {
      programme,
      ranking: rankingOf(frozen, programme),
      scheme: frozen.scheme,
      bands: null,
      locale: asker.person.locale,
    },
    basis: {
      kind: "provisional",
      others,
      named: programme.towns.every(({ slug }) => visible.has(slug)),
      mine: asker.person.role === "town_official",
    },
  };
}

function asIfApproved(report: Report, now: number): Report {
  return { ...report, status: "approved", firstSubmittedAt: report.firstSubmittedAt ?? now };
}

function goalOf(aim: Aim, rank: number | null): Goal {
  if ("town" in aim) return { town: aim.town.slug };
  return { place: "place" in aim ? aim.place : Math.max(1, (rank ?? 1) - aim.up) };
}
