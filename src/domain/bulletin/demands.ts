import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { beginning, type ProcedureRecord } from "../procedure/record.ts";
import { isOverdue } from "../task/lights.ts";
import { isOpen, taskOf } from "../task/task.ts";
import type { Demand } from "./facts.ts";

// 督办 items as a bulletin names them: by their number within the year they began in.

/**
 * The number of every 督办 item: its place among those begun in the same year (Shanghai), refused and withdrawn ones
 * included, so that a number given once stays. `records`: all of them, in any order.
 */
export function demandNumbers(records: readonly ProcedureRecord[]): Map<string, Demand["number"]> {
  const begun = records
    .filter(({ procedure }) => procedure === "supervision")
    .map((record) => ({ id: record.id, at: beginning(record).at }))
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const counts = new Map<number, number>();
  return new Map(
    begun.map(({ id, at }) => {
      const year = Number(shanghaiDay(at).slice(0, 4));
      const n = (counts.get(year) ?? 0) + 1;
      counts.set(year, n);
      return [id, { year, n }];
    }),
  );
}

/** The 督办 items that are not closed, overdue ones first, then by due day. */
export function demandsOf(records: readonly ProcedureRecord[], today: string): Demand[] {
  const numbers = demandNumbers(records);
  return records
    .filter(({ procedure }) => procedure === "supervision")
    .flatMap((record): Demand[] => {
      const task = taskOf(record);
      const number = numbers.get(record.id);
      if (!number || !isOpen(task)) return [];
      const { to, title, due } = task;
      return [{ number, to, title, due, overdue: isOverdue(task, today), ref: record.ref }];
    })
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.due.localeCompare(b.due));
}
