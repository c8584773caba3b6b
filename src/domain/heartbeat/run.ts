import type { PeriodId } from "../calendar/period.ts";
import type { Programme } from "../programme/programme.ts";

export const JOBS = [
  /** Opens the quarter that has ended and sends its report cards. */
  "quarter_open",
  /** Closes a quarter once it is locked and informs those concerned. */
  "quarter_close",
  /** Reminders and escalation: one round of private messages and group cards each working day. */
  "chase",
  "digest_weekly",
  "digest_monthly",
  /** The quarter's digest, the working day after its ranking was published. */
  "digest_quarterly",
  /** Shows the office what was not understood in a month. */
  "not_understood",
  /** Tells the office that a year's holidays are not loaded. */
  "calendar_warning",
  /** Checks every hour whether the bot works. */
  "self_check",
] as const;
export type Job = (typeof JOBS)[number];
export type DigestJob = Extract<Job, `digest_${string}`>;

/**
 * One run of a job. `period` identifies it, so that it happens once: `2026Q3`, `2026-W47`, `2026-11`, `2026-11-23`,
 * `2026-11-23T09`. Due from `at`, pointless from `until` on (UTC ms). `instead`: runs that it stands for.
 */
export type Run = { job: Job; period: string; at: number; until: number; instead?: Run[] };

/** What the schedule depends on besides the time. */
export type ScheduleFacts = {
  programme: Pick<Programme, "deadline" | "reminders" | "digest">;
  /** Quarters that were opened, with their status. */
  quarters: Array<{ period: PeriodId; status: "open" | "closed" | "published" }>;
  /** Years that have a plan of any town. */
  planned: ReadonlySet<number>;
  /** Published rankings, with the time of first publication (UTC ms). */
  published: Array<{ period: PeriodId; at: number }>;
};

/** The key a run is recorded under. */
export function runKey({ job, period }: Pick<Run, "job" | "period">): string {
  return `${job} ${period}`;
}
