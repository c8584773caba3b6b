import type { Card } from "../../../cards/card.ts";
import { overviewCard } from "../../../cards/report/overview.ts";
import { receiptCard } from "../../../cards/report/receipt.ts";
import { returnedCard } from "../../../cards/report/returned.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { reviewCard } from "../../../cards/review/review.ts";
import { reviewedCard } from "../../../cards/review/reviewed.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";

/** The card a town official should be looking at, whatever state the report is in. */
export function townCard(view: ReportView): Card {
  switch (view.report.status) {
    case "draft":
      return overviewCard(view);
    case "returned":
      return returnedCard(view);
    case "submitted":
    case "approved":
      return receiptCard(view);
  }
}

/** The card a reviewer should be looking at: the figures while it waits, the outcome once decided. */
export function reviewerCard(view: ReportView): Card {
  if (view.report.status !== "submitted") return reviewedCard(view);
  const soft = softFlags(view.report.content, view.basis);
  // A copied report says more than that its money stood still.
  const copied = view.checkup?.some(({ kind }) => kind === "copied_figures");
  return reviewCard({ ...view, flags: copied ? soft.filter(({ kind }) => kind !== "stagnation") : soft });
}
