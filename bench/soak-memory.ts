import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";

// What memory the bot's processes hold, from what bench/memory-probe.mjs wrote of each; and whether it stays.

/** How much more than before is still flat. */
const FLAT = 0.03;
const MB = 1024 * 1024;

const bytes = z.number();
const lineSchema = z.object({
  ...{ rss: bytes, heapTotal: bytes, heapUsed: bytes, external: bytes },
  live: bytes.nullable(),
});

/**
 * Of all processes together, MB. `rss`: what the system counts; of it `heap` is JavaScript's, in use or free, `external`
 * what it keeps outside, `rest` everything else: code, SQLite, the allocator's. `live`: of the heap, what the latest
 * collection left.
 */
export type Held = { rss: number; heap: number; used: number; external: number; rest: number; live: number };

/** What the processes that are alive hold, as each last wrote into `folder`; null before one of them has. */
export function heldNow(folder: string): (Held & { processes: number }) | null {
  const lines = readdirSync(folder)
    .filter((file) => existsSync(`/proc/${basename(file, ".jsonl")}`))
    .map((file) => lastLines(readFileSync(join(folder, file), "utf8")));
  if (lines.length === 0) return null;
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((whole, line) => whole + of(line), 0) / MB;
  return {
    processes: lines.length,
    rss: sum(({ rss }) => rss),
    heap: sum(({ heapTotal }) => heapTotal),
    used: sum(({ heapUsed }) => heapUsed),
    external: sum(({ external }) => external),
    rest: sum(({ rss, heapTotal, external }) => rss - heapTotal - external),
    live: sum(({ live }) => live),
  };
}

/** The last line, and in it the newest figure of what a collection left. */
function lastLines(text: string) {
  const all = text
    .trim()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)));
  const last = all.at(-1);
  const live = all.findLast((line) => line.live !== null)?.live;
  if (!last || live == null) throw new Error("nothing measured");
  return { ...last, live };
}

export const inWords = ({ rss, heap, used, external, rest, live }: Held): string =>
  [
    `${rss.toFixed(0)} MB`,
    `(heap ${heap.toFixed(0)}, of it in use ${used.toFixed(0)}, after a collection ${live.toFixed(0)};`,
    `external ${external.toFixed(0)}; rest ${rest.toFixed(0)})`,
  ].join(" ");

/**
 * Flat: the mean of the last third is at most 3 % above that of the middle third, both of what is held and of what the
 * collections left. The first third is for compiling and for filling what is kept.
 */
export function verdict(held: readonly Held[]): { flat: boolean; words: string } {
  const third = Math.floor(held.length / 3);
  const compared = (["rss", "live"] as const).map((of) => {
    const [middle, last] = [held.slice(third, 2 * third), held.slice(2 * third)].map((part) =>
      mean(part.map((one) => one[of])),
    );
    const growth = (last ?? 0) / (middle ?? 0) - 1;
    const what = of === "rss" ? "held" : "left by collections";
    const words = `${what} ${middle?.toFixed(0)} MB in the middle third, ${last?.toFixed(0)} in the last (${(growth * 100).toFixed(1)} %)`;
    return { flat: growth <= FLAT, words };
  });
  const flat = compared.every((one) => one.flat);
  return { flat, words: `${compared.map(({ words }) => words).join("; ")}: ${flat ? "flat" : "growing"}` };
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length);
}
