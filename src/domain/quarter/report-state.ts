import type { PeriodId } from "../period.ts";

/** What a quarter's timetable and steps ask about a report; every report has it. Times UTC ms. */
export type ReportState = {
  town: string;
  period: PeriodId;
  status: "draft" | "submitted" | "returned" | "approved";
  firstSubmittedAt: number | null;
  returned: { at: number } | null;
  supplement?: true;
};
