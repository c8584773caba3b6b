import { isExcused } from "./lights.ts";
import type { Task } from "./task.ts";

/**
 * Pack items not scored for their towns, by town slug: a task for the item is blocked, and the department
 * concerned has accepted the blocker (peers.md 4.10). Such an item counts neither as done nor as due.
 */
export function excusedItems(tasks: readonly Task[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const task of tasks) {
    if (task.item === null || task.to.kind !== "town" || !isExcused(task)) continue;
    const before = found.get(task.to.slug) ?? [];
    if (!before.includes(task.item)) found.set(task.to.slug, [...before, task.item].sort());
  }
  return found;
}
