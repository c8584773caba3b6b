import type { Programme, Town } from "../programme/programme.ts";
import type { FrozenRow } from "../ranking/publication.ts";
import type { ReportContent } from "../report/content.ts";
import { imageProgress } from "../report/soft-checks.ts";
import type { Light } from "../scoring/lights.ts";
import { roundHalfUp } from "../scoring/round-half-up.ts";
import type { AskedFigure, Whom } from "./asked-figure.ts";
import type { Figure } from "./figure.ts";
import type { FigureStanding } from "./may-know.ts";

// Puts an answer together from what the reader may know of one quarter; figures of two quarters never meet here.

/**
 * What is known of one town's quarter. `frozen`: its published row and the columns it was scored from, which count
 * before the report. `due`: 万元 to be invested by then; `light`: of its investment. `done`: an area's done share, 0 to 1.
 */
export type TownFacts = {
  town: Town;
  standing: FigureStanding;
  content: ReportContent | null;
  frozen: { row: FrozenRow; values: Record<string, number | null> } | null;
  due: number | null;
  light: Light | null;
  done: (area: string) => number | null;
  /** Photos filed; null where the reader may not know. */
  photos: number | null;
};
/** A light's number as a figure is its place in this list. */
export const LIGHT_ORDER: readonly Light[] = ["grey", "red", "yellow", "green"];
export type Line = { town: Town; value: number; standing: FigureStanding };
/** `lines`: in the order to show; `missing`: towns asked about without the figure. */
export type Reckoned = { lines: Line[]; missing: Town[]; total: number | null };

/** A figure of one town: 万元, %, points or a place; null where it is not there. */
export function figureValue(
  figure: Figure,
  { content, frozen, due, light, done, photos }: TownFacts,
): number | null {
  const invested = frozen?.values.invested ?? content?.investment.cumulative ?? null;
  const plan = content?.investment.plan ?? null;
  const sources = content?.investment.sources ?? {};
  switch (figure.kind) {
    case "invested":
      return invested;
    case "plan":
      return plan;
    case "share":
      return invested === null || !plan ? null : (invested / plan) * 100;
    case "pace":
      return invested === null || due === null || !plan ? null : ((invested - due) / plan) * 100;
    case "light":
      return light === null ? null : LIGHT_ORDER.indexOf(light);
    case "image":
      return frozen?.values.image_actual ?? (content && imageProgress(content)?.actual) ?? null;
    case "funds": {
      const sums = Object.values(sources);
      return sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0);
    }
    case "fund":
      return sources[figure.id] ?? null;
    case "area": {
      const share = done(figure.id);
      return share === null ? null : share * 100;
    }
    case "item":
      return (
        Object.values(content?.areas ?? {}).find(({ items }) => figure.id in items)?.items[figure.id] ?? null
      );
    case "score":
      return frozen?.row.score ?? null;
    case "place":
      return frozen?.row.rank ?? null;
    case "gain":
      return frozen?.row.delta ?? null;
    case "points":
      return frozen?.row.contributions[figure.id] ?? null;
    case "photos":
      return photos;
  }
}

/** The towns a question is about, in the pack's order. */
export function townsAsked(whom: Whom, programme: Programme): Town[] {
  if (whom === "all") return programme.towns;
  if ("towns" in whom) return whom.towns;
  return programme.towns.filter((town) =>
    "group" in whom ? town.group === whom.group : town.phase === whom.phase,
  );
}

/** The share of their plans that towns have invested together, %; null without a plan. */
function togetherShare(facts: TownFacts[]): number | null {
  const known = facts.flatMap((fact) => {
    const [invested, plan] = [figureValue({ kind: "invested" }, fact), figureValue({ kind: "plan" }, fact)];
    return invested === null || !plan ? [] : [{ invested, plan }];
  });
  const plans = known.reduce((sum, { plan }) => sum + plan, 0);
  return plans === 0 ? null : (known.reduce((sum, { invested }) => sum + invested, 0) / plans) * 100;
}

const WITHIN = {
  below: (value: number, than: number) => value < than,
  above: (value: number, than: number) => value > than,
  exactly: (value: number, than: number) => value === than,
};

/** A figure of the part of a year that came after `earlier`, the facts of that quarter. */
export function valueAfter(earlier: TownFacts[]): (figure: Figure, fact: TownFacts) => number | null {
  const byTown = new Map(earlier.map((fact) => [fact.town.slug, fact]));
  return (figure, fact) => {
    const [before, then] = [byTown.get(fact.town.slug), figureValue(figure, fact)];
    const known = before ? figureValue(figure, before) : null;
    return known === null || then === null ? null : then - known;
  };
}

/**
 * Sorts, cuts, filters or sums the figure over `facts`, which are of one quarter. `asked`: every town asked about;
 * `valueIn`: the figure of one town, as it is unless only a part of the year is meant.
 */
export function reckon(
  { figure, how }: AskedFigure,
  facts: TownFacts[],
  asked: Town[],
  valueIn: (figure: Figure, fact: TownFacts) => number | null = figureValue,
): Reckoned {
  const all = facts.flatMap((fact): Line[] => {
    const value = valueIn(figure, fact);
    return value === null ? [] : [{ town: fact.town, value, standing: fact.standing }];
  });
  const known = new Set(all.map(({ town }) => town));
  const missing = asked.filter((town) => !known.has(town));
  // The first place is the smallest number.
  const up = figure.kind === "place" ? 1 : -1;
  const sorted = all.toSorted((a, b) => up * (a.value - b.value));
  const sum = all.reduce((total, { value }) => total + value, 0);
  switch (how.kind) {
    case "value":
    case "trend":
      return { lines: sorted, missing, total: null };
    case "part":
    case "sum":
      return { lines: sorted, missing, total: figure.kind === "share" ? togetherShare(facts) : sum };
    case "mean":
      return { lines: sorted, missing, total: all.length === 0 ? null : sum / all.length };
    case "ends": {
      const ordered = how.end === "top" ? sorted : sorted.toReversed();
      const last = ordered[how.n - 1];
      return {
        lines: ordered.filter((line, i) => i < how.n || line.value === last?.value),
        missing,
        total: null,
      };
    }
    case "filter": {
      const than = how.than === "mean" ? sum / all.length : how.than;
      const within = sorted.filter(
        ({ value }) => WITHIN[how.is](value, than) || (how.inclusive === true && value === than),
      );
      return { lines: within, missing, total: all.length === 0 ? null : roundHalfUp(than, 4) };
    }
  }
}
