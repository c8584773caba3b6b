import type { Card } from "../../../cards/card.ts";
import { overviewCard } from "../../../cards/report/overview.ts";
import { photoListCard } from "../../../cards/report/photo-list.ts";
import { receiptCard } from "../../../cards/report/receipt.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { reviewCard } from "../../../cards/review/review.ts";
import { reviewedCard } from "../../../cards/review/reviewed.ts";
import { sectionTextCard } from "../../../cards/review/section-text.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { mayReview } from "../../domain/report/review.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";

/** The town official's card for the report's present status. */
export function townCard(view: ReportView): Card {
  switch (view.report.status) {
    case "draft":
    case "returned":
      return overviewCard(view);
    case "submitted":
    case "approved":
      return receiptCard(view);
  }
}

/** The reviewer's card for the report's present status: the figures while it waits, the result once decided. */
export function reviewerCard(view: ReportView): Card {
  if (view.report.status !== "submitted") return reviewedCard(view);
  const soft = softFlags(view.report.content, view.basis);
  // A copied report includes unchanged investment.
  const copied = view.checkup?.some(({ kind }) => kind === "copied_figures");
  return reviewCard({ ...view, flags: copied ? soft.filter(({ kind }) => kind !== "stagnation") : soft });
}

/** The view of a reviewer reading one section's text in full: `read roads`. */
const READING = "read ";

export function readingView(section: string): string {
  return `${READING}${section}`;
}

/** The view of a town looking through its photos: `photos 1`, by page. */
const PHOTOS = "photos ";

export function photoListView(page: number): string {
  return `${PHOTOS}${page}`;
}

/** A town's card of its report (`2026Q3/qikou`), for its officials: as it stands, or the photos they look through. */
export async function drawReport(
  deps: Deps,
  id: string,
  reader: Person,
  shows: string,
): Promise<{ card: Card; view?: string } | null> {
  const found = await contextOf(deps, id);
  if (!found || reader.role !== "town_official" || reader.area !== found.report.town) return null;
  const view = viewOf(deps, found, reader);
  return shows.startsWith(PHOTOS)
    ? { card: photoListCard({ ...view, page: Number(shows.slice(PHOTOS.length)) }), view: shows }
    : { card: townCard(view) };
}

/** A report's card for its reviewer; while it waits, the section being read. */
export async function drawReview(
  deps: Deps,
  id: string,
  reader: Person,
  shows: string,
): Promise<{ card: Card; view?: string } | null> {
  const found = await contextOf(deps, id);
  if (!found || !mayReview(reader, found.report, found.basis)) return null;
  const view = viewOf(deps, found, reader);
  return shows.startsWith(READING) && found.report.status === "submitted"
    ? { card: sectionTextCard({ ...view, section: shows.slice(READING.length) }), view: shows }
    : { card: reviewerCard(view) };
}

async function contextOf(deps: Deps, id: string): Promise<ReportContext | null> {
  const [quarter = "", town = ""] = id.split("/");
  const period = parsePeriod(quarter);
  return period ? loadReportContext(deps, period, town) : null;
}
