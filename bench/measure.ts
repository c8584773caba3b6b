import { readFileSync } from "node:fs";

/** One line of `npm run bench -- --json`; `ratio` is what is held against the goal where the goal is a ratio. */
export type Measure = {
  id: string;
  what: string;
  value: number;
  unit: string;
  against: number;
  ratio: number;
  goal: number;
  met: boolean;
};

export function rounded(value: number): number {
  return Number(value.toPrecision(value < 1 ? 2 : 4));
}

/** Prints measures: a line of JSON each with `--json`, else a table. */
export function report(measures: readonly Measure[]): void {
  if (process.argv.includes("--json")) for (const one of measures) console.log(JSON.stringify(one));
  else console.table(measures);
}

/** The number behind `--name`, or what to take without it. */
export function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

/** CPU of this process while some work is done, ms. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Time the processor has spent on another process, s; Linux counts hundredths. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14).map(Number);
  return (user + system) / 100;
}

/** The same of a process and those it has started, as long as they live. */
export function cpuSecondsOfAll(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  const pids = children === "" ? [] : children.split(" ").map(Number);
  return [pid, ...pids].map(cpuSeconds).reduce((a, b) => a + b);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
