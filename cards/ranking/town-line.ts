import type { RankBands } from "../../src/domain/explain/bands.ts";
import type { LeagueRow } from "../../src/domain/explain/leagues.ts";
import type { WhatIf } from "../../src/domain/explain/what-if.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { RankedTown, Ranking } from "../../src/domain/ranking/ranked-town.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, row as line, md, panel } from "../elements.ts";
import { momentName, nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { explainText } from "../text/explain.ts";
import { type RankingText, rankingText } from "../text/ranking.ts";
import { rowTerms } from "../text/terms.ts";
import { type AskedQuestions, askedQuestions } from "./asked-questions.ts";
import { excusedLines } from "./excused.ts";
import { leagueLine } from "./leagues.ts";
import { mostLost, partsPanel } from "./parts-panel.ts";
import { decimalsOf, pointsText, signedPoints } from "./points.ts";
import { rankCertainty } from "./rank-certainty.ts";
import { scoreParts } from "./score-parts.ts";
import { isTied, moveText, rankText } from "./standing.ts";
import { nextPlaceLine } from "./way-lines.ts";

/**
 * `previous`: the town's row of the last published quarter, which adds every indicator's change. `place`: the certainty
 * of a published place, its leagues, and the way to the next place. `questions`: those of the check-up. `corrected`: when
 * the ranking was last corrected (UTC ms), and the ranking that was published first.
 */
export type TownLineView = {
  programme: Programme;
  ranking: Ranking;
  town: Town;
  previous?: RankedTown;
  questions?: AskedQuestions;
  place?: { scheme: Scheme; bands: RankBands | null; league: LeagueRow | null; next: WhatIf | null };
  corrected?: { at: number; was: Ranking };
  locale: Locale;
};

/** A town's own result, for its officials only: all parts of the score, and where most points were lost. */
export function townLineCard(view: TownLineView): Card {
  const { programme, ranking, town, locale } = view;
  const text = rankingText(locale);
  const row = ranking.rows.find((one) => one.town.slug === town.slug);
  return card(
    {
      title: text.scoreTitle(townName(town, locale), periodName(ranking.period, locale)),
      subtitle: nameOf(programme, locale),
      template: "blue",
      tags: row ? rowTerms(row, locale) : [],
    },
    [
      ...correctedLine(view, row, text),
      ...(row?.score != null ? result(view, row, row.score, text) : [md(whyNoScore(row, text))]),
      ...(row?.score != null ? placeLines(view, row, text) : []),
      ...(row ? excusedLines(programme, [row], locale).map((said) => md(said)) : []),
      ...(view.questions ? askedQuestions(view.questions, view) : []),
      md(text.question(nameOf(programme.office, locale)), "notation"),
      line(
        [
          ...(view.place && row?.score != null
            ? [[button(explainText(locale).buttons.why, query.explain(town.slug), { type: "primary" })]]
            : []),
          [button(text.seeTown, query.status(town.slug), { type: view.place ? "default" : "primary" })],
          [button(text.seeRanking, query.ranking(ranking.period))],
        ],
        [],
        "flow",
      ),
    ],
  );
}

/** That the figures below are corrected ones, and what was published first: nothing changes unseen. */
function correctedLine(view: TownLineView, row: RankedTown | undefined, text: RankingText): CardElement[] {
  const { corrected, town, locale } = view;
  if (!corrected) return [];
  const before = corrected.was.rows.find((one) => one.town.slug === town.slug);
  const isSame = before?.score === row?.score && before?.rank === row?.rank;
  const was =
    before?.score == null || isSame
      ? null
      : text.wasScore(
          pointsText(before.score, decimalsOf(view)),
          rankText(before, isTied(before, corrected.was.rows), text),
        );
  const when = momentName(corrected.at, locale);
  return [md(isSame ? text.correctedSame(when) : text.corrected(when, was ?? ""), "notation")];
}

function whyNoScore(row: RankedTown | undefined, text: RankingText): string {
  return row?.standing === "not_ranked" ? text.notRankedLine : text.notReportedLine;
}

function result(view: TownLineView, row: RankedTown, score: number, text: RankingText): CardElement[] {
  const { programme, ranking, previous, locale } = view;
  const decimals = decimalsOf(view);
  const known = programme.scheme.id === ranking.schemeId ? programme.scheme : null;
  const scheme = view.place?.scheme ?? known;
  const parts = scoreParts({ row, previous, delta: row.delta }, scheme, { decimals, text, locale });
  const ranked = ranking.rows.filter(({ standing }) => standing === "ranked").length;
  const change =
    row.delta === null ? "" : text.changeLine(signedPoints(row.delta, decimals), moveText(row, text));
  const shown = pointsText(score, decimals);
  const head = md(text.scoreLine(shown, rankText(row, isTied(row, ranking.rows), text), ranked) + change);
  if (Object.keys(row.contributions).length === 0) return [head, md(text.noParts)];
  const lost = mostLost(parts, decimals, text);
  return [
    head,
    ...(lost === "" ? [] : [md(lost)]),
    partsPanel(parts, { decimals, text, locale }, [text.addsUp(shown)]),
  ];
}

/** The certainty of the place, the other leagues, and the nearest way up as an estimate. */
function placeLines(view: TownLineView, row: RankedTown, text: RankingText): CardElement[] {
  const { place, programme, ranking, locale } = view;
  if (!place) return [];
  const ranked = { programme, ranking, scheme: place.scheme, bands: place.bands, locale };
  const sure = rankCertainty(ranked, row);
  const league = place.league ? leagueLine(place.league, { programme, locale, text }) : "";
  const next = place.next ? nextPlaceLine(ranked, place.next) : "";
  const lines = [league, next].filter((one) => one !== "");
  return [
    ...(lines.length > 0 ? [md(lines.join("<br>"))] : []),
    ...(sure ? [panel(explainText(locale).howSure, [md(sure.line), sure.note])] : []),
  ];
}
