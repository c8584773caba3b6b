import type { PeriodId } from "../calendar/period.ts";

/** One warning about the currency of a digest's facts. */
export type Stale =
  /** The heartbeat has not run for more than a day; `since` null: it has never run. */
  | { kind: "heartbeat"; since: number | null }
  | { kind: "outbox"; stuck: number; dead: number }
  /** No report has changed for long although the quarter is open and reports are missing. */
  | { kind: "reports"; period: PeriodId; days: number }
  /** A quarter has ended and has not been opened. */
  | { kind: "not_opened"; period: PeriodId }
  /** The newest ranking is of a quarter too long ago. */
  | { kind: "ranking"; period: PeriodId };
