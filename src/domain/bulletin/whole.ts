import type { Publication } from "../ranking/publication.ts";
import type { Light } from "../scoring/lights.ts";
import type { BulletinInput, BulletinTown, WholeFacts } from "./facts.ts";

// 总体情况: sums over the frozen rows, so that nothing in a bulletin differs from the published result.

/** Every town of the result: the ranked ones by place, the others in the pack's order. */
export function townRows({ programme, now, approved, bands }: BulletinInput): BulletinTown[] {
  const values = new Map(now.inputs.table.rows.map((row) => [row.id, row.values]));
  const order = new Map(programme.towns.map(({ slug }, i) => [slug, i]));
  const rows = now.result.rows.map((row): BulletinTown => {
    const of = values.get(row.town);
    const drawn = row.rank === null ? undefined : bands?.get(row.town)?.drawn;
    return {
      town: row.town,
      rank: row.rank,
      previousRank: row.previousRank,
      score: row.score,
      light: row.light,
      standing: row.standing,
      plan: approved.get(row.town)?.investment.plan ?? null,
      invested: of?.invested ?? null,
      due: of?.invested_due ?? null,
      actual: of?.image_actual ?? null,
      planned: of?.image_planned ?? null,
      daysLate: of?.days_late ?? null,
      band: drawn ? { from: drawn.p5, to: drawn.p95 } : null,
    };
  });
  const place = ({ rank }: BulletinTown) => rank ?? Number.MAX_SAFE_INTEGER;
  const listed = ({ town }: BulletinTown) => order.get(town) ?? 0;
  return rows.sort((a, b) => place(a) - place(b) || listed(a) - listed(b));
}

/** Towns of the result that the pack no longer has: a bulletin could not name them. */
export function unnamedTowns({ programme, now }: Pick<BulletinInput, "programme" | "now">): string[] {
  const known = new Set(programme.towns.map(({ slug }) => slug));
  return now.result.rows.map(({ town }) => town).filter((town) => !known.has(town));
}

export function wholeFacts(towns: readonly BulletinTown[], { inputs }: Publication): WholeFacts {
  const reported = towns.filter(({ standing }) => standing !== "not_reported");
  const planned = towns.flatMap(({ plan, invested, due }) =>
    plan && invested !== null && due !== null ? [{ plan, invested, due }] : [],
  );
  const works = towns.flatMap(({ actual, planned: plan }) =>
    actual !== null && plan !== null ? [{ actual, plan }] : [],
  );
  const lights: Record<Light, number> = { green: 0, yellow: 0, red: 0, grey: 0 };
  for (const { light } of towns) lights[light] += 1;
  return {
    expected: towns.length,
    reported: reported.length,
    onTime: inputs.lateness === "scored" ? reported.filter(({ daysLate }) => daysLate === 0).length : null,
    missing: towns.filter(({ standing }) => standing === "not_reported").map(({ town }) => town),
    invested: sum(towns.map(({ invested }) => invested ?? 0)),
    ofPlan:
      planned.length === 0
        ? null
        : {
            towns: planned.length,
            invested: sum(planned.map(({ invested }) => invested)),
            plan: sum(planned.map(({ plan }) => plan)),
            due: sum(planned.map(({ due }) => due)),
          },
    image:
      works.length === 0
        ? null
        : {
            towns: works.length,
            actual: sum(works.map(({ actual }) => actual)) / works.length,
            planned: sum(works.map(({ plan }) => plan)) / works.length,
          },
    lights,
  };
}

/** In hundredths of 万元, so that no cent is lost to binary fractions. */
function sum(figures: readonly number[]): number {
  return figures.reduce((total, one) => total + Math.round(one * 100), 0) / 100;
}
