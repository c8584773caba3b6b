import { readFileSync } from "node:fs";
import { bandsOf } from "../src/domain/explain/bands.ts";
import type { Frozen } from "../src/domain/explain/frozen.ts";
import { deltaRanks } from "../src/domain/scoring/delta-ranks.ts";
import { explainChange } from "../src/domain/scoring/explain-change.ts";
import { maxScore } from "../src/domain/scoring/max-score.ts";
import { mulberry32 } from "../src/domain/scoring/mulberry32.ts";
import { parseScheme } from "../src/domain/scoring/parse-scheme.ts";
import type { Scheme } from "../src/domain/scoring/scheme.ts";
import { type ScoreResult, scoreTable } from "../src/domain/scoring/score-table.ts";
import type { ScoreTable } from "../src/domain/scoring/table.ts";
import { weightBand } from "../src/domain/scoring/weight-band.ts";
import { type Measure, report, rounded } from "./measure.ts";
import { type Bare, bareBands, bareMoves, bareQuarter, bareTable } from "./score-bare.ts";

// B3: every town of a country in one ranking. What the engine takes to score, rank, explain and compare, and to draw
// rank bands, against a bare loop over typed arrays that knows this one scheme by heart. Best of some runs: the
// machine's other work only ever adds.

const TOWNS = 21_421;
const RUNS = 9;
const TARGET = { quarter: 250, bands: 5000 };

function schemeV1(): Scheme {
  const pack: unknown = JSON.parse(readFileSync("db/programmes/luliang-ten-towns.json", "utf8"));
  const scheme = typeof pack === "object" && pack !== null && "scheme" in pack ? pack.scheme : null;
  const parsed = parseScheme(scheme);
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.scheme;
}

/** Made-up figures of the usual spread: one town in fifty has an area that does not apply. */
function tableOf(seed: number, towns: number): ScoreTable {
  const next = mulberry32(seed);
  const areas = ["positioning", "planning", "landscape", "appearance", "facilities", "operation"];
  const rows = Array.from({ length: towns }, (_, i) => {
    const values: Record<string, number | null> = {};
    for (const area of areas) {
      const applies = area !== "landscape" || next() > 0.02;
      values[`${area}.done`] = applies ? Math.round(next() * 800) / 100 : null;
      values[`${area}.due`] = applies ? 8 : null;
    }
    const plan = Math.round(1000 + next() * 20_000);
    Object.assign(values, { invested: plan * next(), invested_due: plan * 0.7 });
    Object.assign(values, { image_actual: 80 * next(), image_planned: 80 });
    Object.assign(values, { days_late: next() < 0.8 ? 0 : Math.floor(next() * 8) });
    Object.assign(values, { penalty: Math.floor(next() * 4) * 10, bonus: 0, deduct: 0 });
    return { id: `t${i}`, values };
  });
  return { columns: Object.keys(rows[0]?.values ?? {}), rows };
}

function best(run: () => void, runs = RUNS): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Everything a publication is made of: this quarter scored and ranked, every change split, progress ranked. */
function quarter(scheme: Scheme, table: ScoreTable, last: ScoreResult): number {
  const now = scoreTable(scheme, table);
  const before = new Map(last.units.map((unit) => [unit.id, unit]));
  let terms = 0;
  for (const unit of now.units) {
    const was = before.get(unit.id);
    terms += (was && explainChange(was, unit)?.terms.length) ?? 0;
  }
  return terms + deltaRanks(last, now, { max: maxScore(scheme) }).length;
}

function measured(what: string, ms: number, bare: number, goal: number): Measure {
  const of = { value: rounded(ms), unit: "ms", against: rounded(bare), ratio: rounded(ms / bare) };
  return { id: "B3", what, ...of, goal, met: ms <= goal };
}

/** Milliseconds of the engine, of the bare loop, their ratio and the target in ms. */
function benchScore(): Measure[] {
  const scheme = schemeV1();
  const tables = [tableOf(1, TOWNS), tableOf(2, TOWNS)] as const;
  const last = scoreTable(scheme, tables[0]);
  const bares: [Bare, Bare] = [bareTable(tables[0]), bareTable(tables[1])];
  const lastBare = bareQuarter(bares[0]);
  const large = measured(
    `${TOWNS} towns: score, rank, explain, delta`,
    best(() => quarter(scheme, tables[1], last)),
    best(() => bareMoves(lastBare, bareQuarter(bares[1]))),
    TARGET.quarter,
  );
  const bands = measured(
    `${TOWNS} towns: bands, 1,000 draws`,
    best(() => weightBand(scheme, tables[1]), 3),
    best(() => bareBands(bares[1], 1000), 3),
    TARGET.bands,
  );
  const small = tableOf(3, 13);
  const inputs: Frozen["inputs"] = { table: small, notReported: [], lateness: "scored" };
  const ranking: Frozen = { period: "2026Q3", scheme, inputs, result: { rows: [] } };
  const bareFew = bareTable(small);
  const few = measured(
    "13 towns: bands, 1,000 draws",
    best(() => bandsOf(ranking)),
    best(() => bareBands(bareFew, 1000)),
    50,
  );
  return [large, bands, few];
}

report(benchScore());
