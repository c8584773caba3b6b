import { type PeriodId, parsePeriod } from "../period.ts";

// A row's id says what it is about, so that a question asked from a card finds its subject again without trusting the card.

/** What a row's id stands for. `what`: a section for a promise, `rank`, or null for the report itself. */
export type About =
  | { kind: "report" | "rank"; period: PeriodId; town: string }
  | { kind: "promise"; period: PeriodId; town: string; section: string }
  | { kind: "task"; task: string };

export function reportRowId(period: PeriodId, town: string): string {
  return `${period}/${town}`;
}

export function rankRowId(period: PeriodId, town: string): string {
  return `${period}/${town}/rank`;
}

export function promiseRowId(period: PeriodId, town: string, section: string): string {
  return `${period}/${town}/${section}`;
}

/** `part`: "" for the task's own row, `blocked`, `closed`, or a milestone's number. */
export function taskRowId(task: string, part: string): string {
  return part === "" ? task : `${task}/${part}`;
}

/** Reads a row's id. Anything that is no quarter's is a task's. */
export function readAbout(id: string): About {
  const [first = "", second = "", third] = id.split("/");
  const period = parsePeriod(first);
  if (!period) return { kind: "task", task: first };
  if (third === undefined) return { kind: "report", period, town: second };
  if (third === "rank") return { kind: "rank", period, town: second };
  return { kind: "promise", period, town: second, section: third };
}
