import type { ProcedureRecord } from "../procedure/record.ts";
import { itemNumbers } from "../task/item-number.ts";
import { isOverdue } from "../task/lights.ts";
import { isOpen, taskOf } from "../task/task.ts";
import type { Demand } from "./facts.ts";

/** The 督办 items that are not closed, overdue ones first, then by due day. `records`: every item, and other tasks. */
export function demandsOf(records: readonly ProcedureRecord[], today: string): Demand[] {
  const items = records.filter(({ procedure }) => procedure === "supervision");
  const numbers = itemNumbers(items);
  return items
    .flatMap((record): Demand[] => {
      const task = taskOf(record);
      const { id, ref } = record;
      const number = numbers.get(id);
      if (number === undefined || !isOpen(task)) return [];
      const { to, title, due } = task;
      return [{ id, number, to, title, due, overdue: isOverdue(task, today), ref }];
    })
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.due.localeCompare(b.due));
}
