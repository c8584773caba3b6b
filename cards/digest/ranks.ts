import type { DigestRow, RankRow } from "../../src/domain/digest/rows.ts";
import { townBySlug } from "../../src/domain/programme/programme.ts";
import type { CardElement } from "../card.ts";
import { button, grid, md, panel } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { type DigestText, digestText } from "../text/digest.ts";
import { rankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";
import { askAction } from "./ask-button.ts";
import { placeText, townOf } from "./row-line.ts";
import type { DigestView, Room } from "./view.ts";

// A table cannot be folded (feishu-contract 3.2), so places and counties are lines.

const DECIMALS = 2;

/** All places in rank order, with a button for each town not listed in the unfolded part (`inSight`). */
export function ranksPanel(view: DigestView, inSight: readonly DigestRow[], room: Room): CardElement[] {
  const { facts, locale } = view;
  const rows = facts.rows.filter((row) => row.kind === "rank");
  if (!facts.ranking || rows.length === 0 || !isTold(view)) return [];
  const text = digestText(locale);
  const shown = rows.slice(0, room.lines);
  const lines = shown.map((row) => rankLine(view, row, text));
  const more = rows.length > shown.length ? [text.more(rows.length - shown.length)] : [];
  const asking = shown
    .filter((row) => !inSight.includes(row))
    .flatMap((row) => townButton(view, row))
    .slice(0, room.folded + ABREAST * 2);
  return [
    panel(text.ranksPanel(periodName(facts.ranking.period, locale), rows.length), [
      md([...lines, ...more].join("<br>")),
      ...(asking.length > 0 ? [md(text.askTown, "notation"), grid(asking, ABREAST)] : []),
    ]),
  ];
}

/** Places are told when one of them is new, and to whoever asks: a week without a ranking does not repeat the last. */
function isTold({ facts, changes, first, preview }: DigestView): boolean {
  return first || preview || facts.kind !== "weekly" || changes.changed.some(({ kind }) => kind === "rank");
}

const ABREAST = 3;

/** `第2名 碛口镇 95.02分（+6.88，升3）`; the light is shown when it is not green. */
function rankLine(view: DigestView, row: RankRow, text: DigestText): string {
  const score = row.score === null ? "" : text.points(pointsText(row.score, DECIMALS));
  const { delta, rank, previousRank, light } = row;
  const places = rank === null || previousRank === null ? null : previousRank - rank;
  const ranking = rankingText(view.locale);
  const move =
    places === null
      ? ""
      : places === 0
        ? ranking.same
        : places > 0
          ? ranking.up(places)
          : ranking.down(-places);
  const told = [
    delta === null ? "" : signedPoints(delta, DECIMALS),
    move,
    light === "green" ? "" : lightTerm(light, view.locale).text,
  ];
  const aside = row.standing === "ranked" ? told.filter((one) => one !== "") : [];
  return text.rankLine(placeText(row, view), townOf(view, row.town), score, aside);
}

function townButton(view: DigestView, row: RankRow) {
  const action = askAction(view, row);
  const town = townBySlug(view.programme, row.town ?? "");
  if (!action || !town) return [];
  return [button(view.locale === "en" ? town.nameEn : town.short, action)];
}

/** Every county's mean score and its change. */
export function countiesPanel({ facts, programme, locale }: DigestView, room: Room): CardElement[] {
  const { counties } = facts;
  if (counties.length === 0) return [];
  const text = digestText(locale);
  const lines = counties.slice(0, room.lines).map(({ county, towns, score, before }) => {
    const named = programme.counties.find(({ slug }) => slug === county);
    const change = score === null || before === null ? "" : signedPoints(score - before, DECIMALS);
    const shown = score === null ? text.noScore : text.points(pointsText(score, DECIMALS));
    return text.countyLine(named ? nameOf(named, locale) : county, towns, shown, change);
  });
  const more = counties.length > lines.length ? [text.more(counties.length - lines.length)] : [];
  return [panel(text.countiesPanel(counties.length), [md([...lines, ...more].join("<br>"))])];
}
