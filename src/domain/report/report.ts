import type { PeriodId } from "../period.ts";
import { type Basis, type ReportContent, type SectionId, sectionsOf } from "./content.ts";
import { openingContent } from "./plan.ts";

/** draft: being filled in; submitted: with the county; returned: some cells came back; approved: final until published. */
export type ReportStatus = "draft" | "submitted" | "returned" | "approved";

/** What is said of a report: a draft in which nobody has saved anything yet is not started. */
export type ReportState = "not_started" | ReportStatus;

/** What a person typed that could not be stored as figures yet, kept word for word. Input name -> raw text. */
export type Pending = { by: string; section: SectionId; raw: Record<string, string>; at: number };

export type SavedBy = { revision: number; by: string; name: string; at: number };

export type Answer = { question: string; answer: string; by: string; at: number };

export type Returned = {
  cells: string[];
  reason: string;
  byName: string;
  at: number;
  /** The report's revision when it came back; a section saved since then has been looked at. */
  revision: number;
  before: Record<string, string | number | null>;
};

/** One cell changed after approval by the office, with what stood before. */
export type Correction = {
  cell: string;
  before: string | number | null;
  after: string | number | null;
  reason: string;
  by: string;
  at: number;
};

export type Report = {
  town: string;
  period: PeriodId;
  status: ReportStatus;
  /** Grows by one with every change; a card carries the revision it was drawn from. */
  revision: number;
  content: ReportContent;
  /** Sections saved in this quarter, with who did it; the others still hold last quarter's values. */
  saved: Record<SectionId, SavedBy>;
  pending: Pending[];
  /** Soft-check key -> the question once asked and its answer ("" until answered). */
  answers: Record<string, Answer>;
  /** The cells sent back and why; kept after resubmission for the reviewer to compare. */
  returned: Returned | null;
  returns: number;
  /** Sections whose required photo was missing when the town chose to submit all the same. */
  missingPhotos: SectionId[];
  /** UTC ms of the first complete submission: it stops the lateness clock. */
  firstSubmittedAt: number | null;
  submittedAt: number | null;
  /** The revision under review: a review card drawn from another one is stale. */
  submittedRevision: number | null;
  submittedByName: string | null;
  approvedAt: number | null;
  approvedByName: string | null;
  corrections: Correction[];
  /** 补报: it came when the quarter no longer ranked it; kept and reviewed, never ranked. */
  supplement?: true;
};

/** Where a report stands, the same for its town, its county, the office and whoever asks. */
export function reportState(report: Pick<Report, "status" | "saved"> | null): ReportState {
  if (!report) return "not_started";
  return report.status === "draft" && Object.keys(report.saved).length === 0 ? "not_started" : report.status;
}

/** The report a quarter opens with for one town. */
export function startReport(basis: Basis): Report {
  return {
    town: basis.town,
    period: basis.period,
    status: "draft",
    revision: 1,
    content: openingContent(basis),
    saved: {},
    pending: [],
    answers: {},
    returned: null,
    returns: 0,
    missingPhotos: [],
    firstSubmittedAt: null,
    submittedAt: null,
    submittedRevision: null,
    submittedByName: null,
    approvedAt: null,
    approvedByName: null,
    corrections: [],
  };
}

/** Whether a report may be changed by its town at all. */
export function isOpenToTown(report: Report): boolean {
  return report.status === "draft" || report.status === "returned";
}

/** The record's id: `2026Q3/qikou`. */
export function reportId(period: PeriodId, town: string): string {
  return `${period}/${town}`;
}

/** Sections a town has not touched this quarter. */
export function untouched(report: Report, basis: Basis): SectionId[] {
  return sectionsOf(basis.programme).filter((section) => !report.saved[section]);
}
