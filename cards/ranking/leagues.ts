import type { LeagueRow } from "../../src/domain/explain/leagues.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { CardElement } from "../card.ts";
import { md, panel } from "../elements.ts";
import { distinctTownName, nameOf } from "../names.ts";
import type { RankingText } from "../text/ranking.ts";
import { pointsText, signedPoints } from "./points.ts";

/** Towns listed by progress and by gap closed; groups are listed in full. */
const LISTED = 8;

type View = { programme: Programme; locale: Locale; decimals: number; text: RankingText };

/** The other leagues, folded: by positioning group, by progress and by gap closed (peers.md 4). */
export function leaguesPanel(rows: LeagueRow[], view: View): CardElement[] {
  const { text, decimals } = view;
  const moved = (key: "deltaRank" | "gapRank", figure: (row: LeagueRow) => string) =>
    rows
      .filter((row) => row[key] !== null && (row.delta ?? 0) > 0)
      .sort((a, b) => (a[key] ?? 0) - (b[key] ?? 0))
      .slice(0, LISTED)
      .map((row) => text.leagueItem(row[key] ?? 0, nameIn(view, row), figure(row)));
  const risen = moved("deltaRank", ({ delta }) => signedPoints(delta ?? 0, decimals));
  const closed = moved("gapRank", ({ gapClosed }) => `${pointsText((gapClosed ?? 0) * 100, 1)}%`);
  const lines = [
    ...groupLines(rows, view),
    ...(risen.length > 0 ? [text.leagueByDelta(risen)] : []),
    ...(closed.length > 0 ? [text.leagueByGap(closed)] : []),
  ];
  return lines.length === 0 ? [] : [panel(text.leagues, [md(lines.join("\n\n"))])];
}

/** A group with a single ranked town is left out. */
function groupLines(rows: LeagueRow[], view: View): string[] {
  const { programme, locale, text } = view;
  return programme.groups.flatMap((group) => {
    const ranked = rows.filter((row) => row.group === group.id && row.groupRank !== null);
    if (ranked.length < 2) return [];
    const items = ranked.map((row) => text.leagueItem(row.groupRank ?? 0, nameIn(view, row), ""));
    return [text.leagueGroup(nameOf(group, locale), items)];
  });
}

/** A town's places in the other leagues; empty when it has none. */
export function leagueLine(row: LeagueRow, { programme, locale, text }: Omit<View, "decimals">): string {
  const group = programme.groups.find(({ id }) => id === row.group);
  const places = [
    ...(group && row.groupRank !== null && row.groupSize > 1
      ? [text.ownGroup(nameOf(group, locale), row.groupRank, row.groupSize)]
      : []),
    ...(row.deltaRank === null ? [] : [text.ownDelta(row.deltaRank)]),
    ...(row.gapRank === null ? [] : [text.ownGap(row.gapRank)]),
  ];
  return places.length === 0 ? "" : text.ownLeagues(places);
}

function nameIn({ programme, locale }: View, { town: slug }: LeagueRow): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}
