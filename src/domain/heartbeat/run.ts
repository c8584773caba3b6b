import type { PeriodId } from "../period.ts";
import type { Programme } from "../programme.ts";

export const JOBS = [
  /** Opens the quarter that has ended and sends its cards. */
  "quarter_open",
  /** Closes a quarter once it is locked and tells who must know. */
  "quarter_close",
  /** Reminders and the ladder: one round of private messages and group cards a working day. */
  "chase",
  "digest_weekly",
  "digest_monthly",
  /** The quarter's digest, the working day after its ranking was published. */
  "digest_quarterly",
  /** Tells the office that a year's holidays are not known. */
  "calendar_warning",
  /** Looks every hour whether the bot is well. */
  "self_check",
] as const;
export type Job = (typeof JOBS)[number];

/**
 * One run of a job. `period` is what makes it happen once: `2026Q3`, `2026-W47`, `2026-11`, `2026-11-23`,
 * `2026-11-23T09`. Due at `at`, and pointless from `until` on (UTC ms).
 */
export type Run = { job: Job; period: string; at: number; until: number };

/** What the schedule depends on beside the time. */
export type ScheduleFacts = {
  programme: Pick<Programme, "deadline" | "reminders" | "digest">;
  /** Quarters that were opened, by their own status. */
  quarters: Array<{ period: PeriodId; status: "open" | "closed" | "published" }>;
  /** Rankings published, with the moment they first were (UTC ms). */
  published: Array<{ period: PeriodId; at: number }>;
};

export function runKey({ job, period }: Pick<Run, "job" | "period">): string {
  return `${job} ${period}`;
}
