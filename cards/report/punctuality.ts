import { punctualityOf } from "../../src/domain/quarter/supplement.ts";
import { supplementTerm } from "../text/quarter.ts";
import { REPORT_TEXT } from "../text/report.ts";
import type { Term } from "../text/terms.ts";
import type { ReportView } from "./view.ts";

/**
 * On time, working days late, or 补报, by the first complete submission; null when not submitted or the date is unknown.
 */
export function punctuality({ report, programme, locale }: ReportView): Term | null {
  const text = REPORT_TEXT[locale];
  const came = punctualityOf(report, programme);
  switch (came?.kind) {
    case undefined:
      return null;
    case "supplement":
      return supplementTerm(locale);
    case "on_time":
      return { text: text.onTime, color: "green" };
    case "late":
      return { text: text.late(came.workingDays), color: "orange" };
    case "late_unknown":
      return { text: text.lateUnknown, color: "orange" };
  }
}
