import type { ExplainView } from "../../../cards/explain/explain.ts";
import type { RankedView } from "../../../cards/ranking/ranked-view.ts";
import { bandsOf, type RankBands } from "../../../src/domain/explain/bands.ts";
import { explainRank } from "../../../src/domain/explain/explain-rank.ts";
import type { Frozen } from "../../../src/domain/explain/frozen.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { type FrozenRow, rankingOf } from "../../../src/domain/ranking/publication.ts";
import type { ScoreTable } from "../../../src/domain/scoring/table.ts";
import { frozen, workedQ2, workedQ3 } from "../../domain/explain/publications.ts";
import { thirtyTowns, town } from "../office/programmes.ts";

// Rankings with their context, as passed by the bot to the explaining cards.

const LIGHTS: Record<string, FrozenRow["light"]> = { beiwudang: "yellow", puming: "yellow", wutong: "red" };

/** The worked example including last quarter's places, as published. */
export const q3: Frozen = {
  ...workedQ3,
  result: {
    rows: workedQ3.result.rows.map((row) => {
      const before = workedQ2.result.rows.find((one) => one.town === row.town);
      const compared = typeof row.unrounded === "number" && typeof before?.unrounded === "number";
      return {
        ...row,
        previousRank: before?.rank ?? null,
        delta: compared ? (row.unrounded ?? 0) - (before?.unrounded ?? 0) : null,
        light: row.standing === "ranked" ? (LIGHTS[row.town] ?? "green") : row.light,
      };
    }),
  },
};
export const q2: Frozen = workedQ2;

/** Thirty towns with long names and close scores, every place changed since the last quarter. */
export const worst = { programme: thirtyTowns, now: crowd("2026Q3", 1), before: crowd("2026Q2", -1) };

export function viewOf(now: Frozen, programme: Programme, locale: Locale = "zh-CN"): RankedView {
  const publication = { ...now, seq: 1, at: Date.UTC(2026, 9, 20), by: "", hash: "" };
  return {
    programme,
    ranking: rankingOf(publication, programme),
    scheme: now.scheme,
    bands: bandsFor(now),
    locale,
  };
}

const drawn = new WeakMap<Frozen, RankBands>();

/** A thousand draws, computed once for each ranking. */
function bandsFor(now: Frozen): RankBands {
  const bands = drawn.get(now) ?? bandsOf(now);
  drawn.set(now, bands);
  return bands;
}

export function explainView(
  slug: string,
  {
    now,
    before,
    programme,
    locale,
  }: { now: Frozen; before: Frozen | null; programme: Programme; locale?: Locale },
): ExplainView {
  const explained = explainRank(now, before, slug);
  const previous =
    before && explained.ok && explained.change
      ? viewOf(before, programme).ranking.rows.find((row) => row.town.slug === slug)
      : undefined;
  return {
    ...viewOf(now, programme, locale),
    town: town(programme, slug),
    explained,
    ...(previous ? { previous } : {}),
  };
}

/** `slope`: which end of the list is ahead. */
function crowd(period: Frozen["period"], slope: 1 | -1): Frozen {
  const [sample] = workedQ3.inputs.table.rows;
  if (!sample) throw new Error("an empty example");
  const rows = thirtyTowns.towns.slice(0, -1).map(({ slug }, i) => {
    const values = Object.entries(sample.values).map(([column, value]): [string, number | null] => {
      const wave = ((i * 7 + column.length * 3) % 11) - 5;
      return [
        column,
        column.endsWith(".due") || value === null ? value : value * (0.9 + slope * i * 0.002 + wave * 0.01),
      ];
    });
    return { id: slug, values: Object.fromEntries(values) };
  });
  const table: ScoreTable = { columns: workedQ3.inputs.table.columns, rows };
  const last = thirtyTowns.towns.at(-1)?.slug ?? "";
  return frozen(period, workedQ3.scheme, table, [last]);
}
