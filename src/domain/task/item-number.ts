import { shanghaiYear } from "../calendar/shanghai-time.ts";
import { beginning, type ProcedureRecord } from "../procedure/record.ts";

// Numbers of 督办 items, `2026/3`: given once, in the order they begin within a year (Shanghai), refused and withdrawn
// ones included.

/** The item's own number; null for one that began before items had their own. */
export function itemNumber({ data }: Pick<ProcedureRecord, "data">): string | null {
  return typeof data.number === "string" ? data.number : null;
}

/** The number of every item; one without its own has its place within its year. `items`: all of them, in any order. */
export function itemNumbers(items: readonly ProcedureRecord[]): Map<string, string> {
  const counts = new Map<number, number>();
  const begun = items
    .map((record) => ({ record, at: beginning(record).at }))
    .sort((a, b) => a.at - b.at || a.record.id.localeCompare(b.record.id));
  return new Map(
    begun.map(({ record, at }) => {
      const year = shanghaiYear(at);
      const place = (counts.get(year) ?? 0) + 1;
      counts.set(year, place);
      return [record.id, itemNumber(record) ?? `${year}/${place}`];
    }),
  );
}

/** The number of an item that begins now. */
export function nextItemNumber(items: readonly ProcedureRecord[], now: number): string {
  const year = shanghaiYear(now);
  const given = [...itemNumbers(items).values()].map((number) => number.split("/"));
  const taken = given.flatMap(([of, n]) => (of === String(year) ? [Number(n)] : []));
  return `${year}/${Math.max(0, ...taken) + 1}`;
}
