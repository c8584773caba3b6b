import type { Demo, TownFigures } from "../demo-file.ts";

/** The share of the remaining work at the end of September that towns complete by December, assigned in rotation. */
const CAUGHT_UP = [1, 0.9, 0.75, 0.95, 0.6];

/**
 * Plausible figures for 2026Q4, which the demo data does not include: every town continues from its last report towards
 * the year's plan. Sums equal their sources.
 */
export function fourthQuarter(demo: Demo): Record<string, TownFigures> {
  const plans = demo.plans["2026"] ?? {};
  return Object.fromEntries(
    Object.entries(plans).map(([town, plan], index) => {
      const last = lastFigures(demo, town);
      const caughtUp = CAUGHT_UP[index % CAUGHT_UP.length] ?? 1;
      const onwards = (from: number, to: number) => from + (to - from) * caughtUp;
      const cumulative = Math.max(last.cumulative, Math.round(onwards(last.cumulative, plan.investment)));
      return [
        town,
        {
          ...last,
          cumulative,
          sources: scaled(last.sources, cumulative),
          actual: mapped(last.actual, (percent) => Math.round(onwards(percent, Math.max(percent, 100)))),
          shares: mapped(last.shares, (share) =>
            share === null ? null : Number(onwards(share, 1).toFixed(2)),
          ),
        },
      ];
    }),
  );
}

function lastFigures(demo: Demo, town: string): TownFigures {
  for (const period of ["2026Q3", "2026Q2", "2026Q1"]) {
    const figures = demo.figures[period]?.[town];
    if (figures !== undefined) return figures;
  }
  throw new Error(`the demo has no figures of ${town}`);
}

/** The same proportions with another sum; the rounding difference goes to the largest. */
function scaled(sources: Record<string, number>, sum: number): Record<string, number> {
  const before = Object.values(sources).reduce((total, one) => total + one, 0);
  const parts = mapped(sources, (one) => (before === 0 ? 0 : Math.floor((one * sum) / before)));
  const [largest] = Object.entries(parts).sort(([, a], [, b]) => b - a)[0] ?? [];
  const left = sum - Object.values(parts).reduce((total, one) => total + one, 0);
  return largest === undefined ? parts : { ...parts, [largest]: (parts[largest] ?? 0) + left };
}

function mapped<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
