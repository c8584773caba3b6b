import { isExcused } from "./lights.ts";
import type { Task } from "./task.ts";

/**
 * Items of the pack that are not counted for their towns, town slug -> item ids: a task that carries the item out is
 * blocked, and the department that could clear the way has accepted it (peers.md 4.10). Not counted means neither done
 * nor due.
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
