import { type PeriodId, parsePeriod } from "../calendar/period.ts";

// The id of a digest row names its subject, so that a question asked from a card is resolved without trusting the card.

/** The subject of a row's id. `what`: a section for a promise, `rank`, or null for the report itself. */
export type About =
  | { kind: "report" | "rank"; period: PeriodId; town: string }
  | { kind: "promise"; period: PeriodId; town: string; section: string }
  | { kind: "task"; task: string };

/** Row id of a town's report: `2026Q3/qikou`. */
export function reportRowId(period: PeriodId, town: string): string {
  return `${period}/${town}`;
}

/** Row id of a town's place: `2026Q3/qikou/rank`. */
export function rankRowId(period: PeriodId, town: string): string {
  return `${period}/${town}/rank`;
}

/** Row id of what a town promised for a section. */
export function promiseRowId(period: PeriodId, town: string, section: string): string {
  return `${period}/${town}/${section}`;
}

/** Row id of a task. `part`: "" for the task itself, `blocked`, `closed`, or a milestone's number. */
export function taskRowId(task: string, part: string): string {
  return part === "" ? task : `${task}/${part}`;
}

/** Parses a row's id; one that names no quarter is a task's. */
export function readAbout(id: string): About {
  const [first = "", second = "", third] = id.split("/");
  const period = parsePeriod(first);
  if (!period) return { kind: "task", task: first };
  if (third === undefined) return { kind: "report", period, town: second };
  if (third === "rank") return { kind: "rank", period, town: second };
  return { kind: "promise", period, town: second, section: third };
}
