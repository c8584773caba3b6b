import { quarterOf } from "../calendar/period.ts";
import { textSimilarity } from "../reading/similarity.ts";
import { sectionOf } from "./cells.ts";
import { type Basis, IMAGE, INVESTMENT, type ReportContent, type SectionId } from "./content.ts";
import { cumulativeBefore, previousContent, previousThisYear } from "./plan.ts";

// Soft checks (scoring.md 5): plausibility questions without a penalty. The town is asked once; its answer is shown to
// the reviewer beside the figure.

export const FLAG_KINDS = [
  "jump",
  "stagnation",
  "copied_words",
  "cliff",
  "two_ledgers",
  "backwards",
  "round_numbers",
  "plan_changed",
  "estimate",
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export type Flag = {
  /** Stable within one report: `kind:subject`. */
  key: string;
  kind: FlagKind;
  section: SectionId;
  severity: "watch" | "flag";
  values: Record<string, number | string>;
};

/** Every soft flag of a content; `estimates`: the cells typed with 约. */
export function softFlags(content: ReportContent, basis: Basis, estimates: string[] = []): Flag[] {
  return [
    ...investmentFlags(content, basis),
    ...imageFlags(content, basis),
    ...areaFlags(content, basis),
    ...roundNumbers(content),
    ...estimates.map(
      (cell): Flag => ({
        key: `estimate:${cell}`,
        kind: "estimate",
        section: sectionOf(cell),
        severity: "watch",
        values: { cell },
      }),
    ),
  ];
}

/** 0.6745 (x - median) / MAD over the town's earlier values; Infinity when those are all equal. */
export function modifiedZ(value: number, earlier: readonly number[]): number {
  const median = middle(earlier);
  const mad = middle(earlier.map((v) => Math.abs(v - median)));
  if (mad === 0) return value === median ? 0 : Number.POSITIVE_INFINITY;
  return (0.6745 * (value - median)) / mad;
}

/** P(X >= k) for n trials with probability p: how unlikely k round figures are. */
export function binomialTail(n: number, k: number, p: number): number {
  let term = (1 - p) ** n;
  let tail = k <= 0 ? term : 0;
  for (let i = 1; i <= n; i += 1) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    if (i >= k) tail += term;
  }
  return tail;
}

function investmentFlags(content: ReportContent, basis: Basis): Flag[] {
  const { cumulative, plan } = content.investment;
  if (cumulative === null) return [];
  const before = cumulativeBefore(basis);
  const increment = cumulative - before;
  const flag = (kind: FlagKind, severity: Flag["severity"], values: Flag["values"]): Flag => ({
    key: `${kind}:${INVESTMENT}`,
    kind,
    section: INVESTMENT,
    severity,
    values,
  });
  const flags: Flag[] = [];
  if (increment === 0 && before > 0) flags.push(flag("stagnation", "flag", { cumulative }));
  const jump = jumpOf(increment, earlierIncrements(basis));
  if (jump) flags.push(flag("jump", "flag", { increment, median: jump.median }));
  if (plan && quarterOf(basis.period) > 1 && increment / plan > 0.6)
    flags.push(flag("cliff", "watch", { increment, share: Math.round((increment / plan) * 1000) / 10 }));
  const known = basis.plan.investment ?? previousThisYear(basis)?.investment.plan ?? null;
  if (known !== null && plan !== null && plan !== known)
    flags.push(flag("plan_changed", "watch", { before: known, plan }));
  return flags;
}

/** Needs four earlier increments; with fewer, ordinary values would be flagged. */
function jumpOf(increment: number, earlier: number[]): { median: number } | null {
  if (earlier.length < 4) return null;
  const median = middle(earlier);
  const z = modifiedZ(increment, earlier);
  const odd = Number.isFinite(z) ? Math.abs(z) > 3.5 : Math.abs(increment - median) > 0.5 * median;
  return odd ? { median } : null;
}

function earlierIncrements(basis: Basis): number[] {
  return basis.earlier.map(({ period, content }, i) => {
    const last = basis.earlier[i - 1];
    const sameYear = last?.period.slice(0, 4) === period.slice(0, 4);
    return (content.investment.cumulative ?? 0) - (sameYear ? (last?.content.investment.cumulative ?? 0) : 0);
  });
}

function imageFlags(content: ReportContent, basis: Basis): Flag[] {
  const flags: Flag[] = [];
  const before = previousContent(basis)?.image.projects ?? [];
  for (const project of content.image.projects) {
    const was = before.find((p) => p.id === project.id)?.actual ?? null;
    if (was !== null && project.actual !== null && project.actual < was)
      flags.push({
        key: `backwards:${IMAGE}/project.${project.id}.actual`,
        kind: "backwards",
        section: IMAGE,
        severity: "flag",
        values: { name: project.name, before: was, now: project.actual },
      });
  }
  const ledgers = twoLedgers(content, basis);
  return ledgers ? [...flags, ledgers] : flags;
}

/** Investment and image progress should agree: flagged when |investment ratio - image ratio| > 0.15. */
function twoLedgers(content: ReportContent, basis: Basis): Flag | null {
  const { plan, cumulative } = content.investment;
  const schedule = basis.plan.schedule ?? basis.programme.schedule;
  const share = schedule[quarterOf(basis.period) - 1] ?? 1;
  const image = imageProgress(content);
  if (!plan || cumulative === null || !image || image.planned === 0) return null;
  const money = cumulative / (plan * share);
  const site = image.actual / image.planned;
  if (Math.abs(money - site) <= 0.15 + 1e-9) return null;
  const percent = (ratio: number) => Math.round(ratio * 1000) / 10;
  return {
    key: `two_ledgers:${IMAGE}`,
    kind: "two_ledgers",
    section: IMAGE,
    severity: "flag",
    values: { money: percent(money), site: percent(site) },
  };
}

/** Planned and actual image progress in %, projects weighted by investment; null when unknown. */
export function imageProgress(content: ReportContent): { planned: number; actual: number } | null {
  const projects = content.image.projects;
  const weight = projects.reduce((sum, p) => sum + (p.total ?? 0), 0);
  if (weight === 0 || projects.some((p) => p.planned === null || p.actual === null)) return null;
  const mean = (field: "planned" | "actual") =>
    projects.reduce((sum, p) => sum + (p.total ?? 0) * (p[field] ?? 0), 0) / weight;
  return { planned: mean("planned"), actual: mean("actual") };
}

function areaFlags(content: ReportContent, basis: Basis): Flag[] {
  const before = previousContent(basis);
  return basis.programme.areas.flatMap((area): Flag[] => {
    const now = content.areas[area.id];
    const was = before?.areas[area.id];
    if (!now || !was) return [];
    const copied =
      now.words.progress.length >= 10 && textSimilarity(now.words.progress, was.words.progress) >= 0.9;
    const fallen = area.items.filter(
      (item) => (now.items[item.id] ?? 0) < (was.items[item.id] ?? 0) && item.id in now.items,
    );
    return [
      ...(copied
        ? [
            {
              key: `copied_words:${area.id}`,
              kind: "copied_words" as const,
              section: area.id,
              severity: "watch" as const,
              values: {},
            },
          ]
        : []),
      ...fallen.map(
        (item): Flag => ({
          key: `backwards:${area.id}/item.${item.id}`,
          kind: "backwards",
          section: area.id,
          severity: "flag",
          values: { item: item.id, before: was.items[item.id] ?? 0, now: now.items[item.id] ?? 0 },
        }),
      ),
    ];
  });
}

/** Flags k of n figures that end in 0 or 5 (unit place of 万元, chance 0.2 each); needs n >= 8. */
function roundNumbers(content: ReportContent): Flag[] {
  const figures = [
    ...Object.values(content.investment.sources),
    ...content.image.projects.flatMap((p) => [p.actual ?? 0]),
  ].filter((v) => v > 0);
  const round = figures.filter((v) => Math.round(v * 100) % 500 === 0).length;
  if (figures.length < 8) return [];
  const tail = binomialTail(figures.length, round, 0.2);
  if (tail >= 0.05) return [];
  const severity = tail < 0.001 ? "flag" : "watch";
  return [
    {
      key: "round_numbers:report",
      kind: "round_numbers",
      section: INVESTMENT,
      severity,
      values: { n: figures.length, k: round },
    },
  ];
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
