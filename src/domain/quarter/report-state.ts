import type { PeriodId } from "../calendar/period.ts";

/** The part of a report that the quarter's timetable and steps depend on. Times in UTC ms. */
export type ReportState = {
  town: string;
  period: PeriodId;
  status: "draft" | "submitted" | "returned" | "approved";
  firstSubmittedAt: number | null;
  returned: { at: number } | null;
  supplement?: true;
};
