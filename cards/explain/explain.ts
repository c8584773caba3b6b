import type { ExplainedRank, RankStory } from "../../src/domain/explain/explain-rank.ts";
import type { Town } from "../../src/domain/programme/programme.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { ScoreTerm } from "../../src/domain/scoring/explain-change.ts";
import { headline, understoodAs } from "../answer-lines.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, grid, md, panel, typed } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { mostLost, partsPanel } from "../ranking/parts-panel.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { rankCertainty } from "../ranking/rank-certainty.ts";
import { lineOf, nameIn, printOf, type RankedView, rankIn } from "../ranking/ranked-view.ts";
import { type ScorePart, scoreParts } from "../ranking/score-parts.ts";
import { type ExplainText, explainText } from "../text/explain.ts";
import { rankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";
import { against, rivalSummary, rivalsPanel } from "./rivals.ts";

/** `previous`: the town's row of the quarter before, when the scores are comparable. */
export type ExplainView = RankedView & { town: Town; explained: ExplainedRank; previous?: RankedTown };

/** Towns named in the two lines; the others are counted. */
const NAMED = 3;

/**
 * "为什么是第五": the place, two lines on the town's own score and on who passed whom, the certainty of the place, where points were
 * lost, and, folded, all parts of score and change, which add up exactly (scoring.md 3).
 */
export function explainCard(view: ExplainView): Card {
  const { programme, ranking, town, explained, locale } = view;
  const text = explainText(locale);
  const name = nameIn(view, town.slug);
  const row = lineOf(view, town.slug);
  const told = explained.ok && row?.score != null;
  return card(
    {
      title: told ? text.whyTitle(name, rankIn(view, row)) : text.noScoreTitle(name),
      subtitle: text.subtitle(periodName(ranking.period, locale), nameOf(programme, locale)),
      template: "blue",
      tags: told ? [lightTerm(row.light, locale)] : [],
    },
    [
      ...(told ? story(view, explained, row) : [md(text.noScore[reasonOf(explained)](typed(name)))]),
      buttons(view, explained, text),
    ],
  );
}

function reasonOf(explained: ExplainedRank): keyof ExplainText["noScore"] {
  return explained.ok ? "unknown_town" : explained.reason;
}

function story(view: ExplainView, told: RankStory, row: RankedTown): CardElement[] {
  const { scheme, previous, locale } = view;
  const text = explainText(locale);
  const print = printOf(view);
  const delta = told.change?.total ?? null;
  const parts = scoreParts({ row, previous, delta }, scheme, print).sort(bySize);
  const shown = pointsText(told.score, print.decimals);
  const change = delta === null ? null : signedPoints(delta, print.decimals);
  const split = Object.keys(row.contributions).length > 0;
  const name = nameIn(view, row.town.slug);
  const said = notes(told, row, parts, text.addsUp(shown, change), text);
  const certain = certainty(view, told, row);
  return [
    md(headline(rankIn(view, row), name, view.ranking, locale)),
    md(`${ownLine(told, parts, { shown, change, ...print }, text)}<br>${placeLine(view, told, row)}`),
    ...(split
      ? [md(mostLost(parts, print.decimals, print.text)), partsPanel(parts, print, said)]
      : said.map((note) => md(note, "notation"))),
    ...(certain.length > 0 ? [panel(text.howSure, certain)] : []),
    ...rivalsPanel(view, row, told.moves),
    understoodAs([name, periodName(view.ranking.period, locale), text.buttons.why], locale),
  ].filter((element) => element.tag !== "markdown" || element.content !== "");
}

/** How sure the place is, and the towns next in front and behind. */
function certainty(view: ExplainView, told: RankStory, row: RankedTown) {
  const sure = rankCertainty(view, row);
  const lines = [...(sure ? [sure.line] : []), nearest(view, told, row)].filter((line) => line !== "");
  return lines.length === 0 ? [] : [md(lines.join("<br>")), ...(sure ? [sure.note] : [])];
}

/** The largest change first; without a change, the largest loss. */
function bySize(a: ScorePart, b: ScorePart): number {
  const lost = ({ full, points }: ScorePart) => (full ?? 0) - (points ?? 0);
  return Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || lost(b) - lost(a);
}

/** `本季综合得分81.64分，较上季-7.50分，主要是项目投资 -4.50、形象进度 -2.00。` */
function ownLine(
  told: RankStory,
  parts: ScorePart[],
  print: { shown: string; change: string | null; decimals: number },
  text: ExplainText,
): string {
  const items = (terms: ScoreTerm[]) =>
    terms.flatMap(({ id }) => {
      const part = parts.find((one) => one.id === id);
      return part?.change ? [text.item(part.label, signedPoints(part.change, print.decimals))] : [];
    });
  const [mainly, offset] = [items(told.change?.main ?? []), items(told.change?.against ?? [])];
  return [
    text.score(print.shown),
    print.change === null ? "" : text.change(print.change),
    mainly.length > 0 ? text.mainly(mainly) : "",
    offset.length > 0 ? text.offset(offset) : "",
    text.stop,
  ].join("");
}

/** `位次由第3名到并列第5名，被甲（项目投资多7.50分）超过，超过了乙（……）。` */
function placeLine(view: ExplainView, told: RankStory, row: RankedTown): string {
  const text = explainText(view.locale);
  const { moves, previousRank, rank } = told;
  const [now, was] = [rankIn(view, row), rankingText(view.locale).rank(previousRank ?? 0, false)];
  if (previousRank === null || !moves) return text.placeFirst(now) + text.stop;
  const rivals = (list: typeof moves.overtakers, front: boolean) =>
    short(list, (rival) => rivalSummary(view, row, rival, front), text);
  const passedBy = moves.overtakers.length > 0 ? text.passedBy(rivals(moves.overtakers, true)) : "";
  const passed = moves.overtook.length > 0 ? text.passed(rivals(moves.overtook, false)) : "";
  const names = (slugs: string[]) => short(slugs, (slug) => nameIn(view, slug), text);
  const of = (state: "level" | "not_ranked") =>
    moves.wasAhead.filter((one) => one.now === state).map(({ town }) => town);
  return [
    previousRank === rank ? text.placeKept(now) : text.placeFrom(was, now),
    ...(rank < previousRank ? [passed, passedBy] : [passedBy, passed]),
    moves.entered.length > 0 ? text.entered(names(moves.entered)) : "",
    of("level").length > 0 ? text.nowLevel(names(of("level"))) : "",
    of("not_ranked").length > 0 ? text.gone(names(of("not_ranked"))) : "",
    text.stop,
  ].join("");
}

function short<T>(list: T[], nameOfOne: (one: T) => string, text: ExplainText): string[] {
  const named = list.slice(0, NAMED).map(nameOfOne);
  return list.length > NAMED ? text.and(named, list.length - NAMED) : named;
}

function nearest(view: ExplainView, told: RankStory, row: RankedTown): string {
  const text = explainText(view.locale);
  const ahead = told.ahead && against(view, row, told.ahead.town);
  const behind = told.behind && against(view, row, told.behind.town);
  return [
    ...(ahead ? [text.ahead(ahead.name, ahead.gap)] : []),
    ...(behind ? [text.behind(behind.name, behind.gap)] : []),
  ]
    .map((sentence) => sentence + text.stop)
    .join("");
}

function notes(
  told: RankStory,
  row: RankedTown,
  parts: ScorePart[],
  addsUp: string,
  text: ExplainText,
): string[] {
  const moved = told.change !== null && row.delta !== null && Math.abs(told.change.total - row.delta) > 1e-3;
  return [
    ...(Object.keys(row.contributions).length > 0 ? [addsUp] : []),
    ...(parts.some(({ points }) => points === null) || told.change?.terms.some(({ na }) => na)
      ? [text.notApplying]
      : []),
    ...(moved ? [text.previousCorrected] : []),
  ];
}

function buttons(view: ExplainView, explained: ExplainedRank, text: ExplainText): CardElement {
  const { town, ranking } = view;
  const ahead = explained.ok ? explained.ahead : null;
  const onwards = ahead
    ? [
        button(text.buttons.nextPlace, query.whatIf(town.slug, ""), { type: "primary" }),
        button(text.buttons.compare(nameIn(view, ahead.town)), query.compare(town.slug, ahead.town)),
      ]
    : [button(text.buttons.status(nameIn(view, town.slug)), query.status(town.slug))];
  return grid([...onwards, button(text.buttons.ranking, query.ranking(ranking.period))], 3);
}
