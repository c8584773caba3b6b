import * as z from "zod";
import { type PeriodId, parsePeriod } from "../calendar/period.ts";
import { type Basis, contentSchema, type SectionId, sectionsOf } from "./content.ts";
import { openingContent } from "./plan.ts";

const periodSchema = z.string().transform((text, context) => {
  const period = parsePeriod(text);
  if (period) return period;
  context.addIssue("no quarter");
  return z.NEVER;
});

/** draft: being filled in; submitted: under review by the county; returned: cells were sent back; approved. */
export const REPORT_STATUSES = ["draft", "submitted", "returned", "approved"] as const;

const cellValueSchema = z.union([z.string(), z.number(), z.null()]);

/** Input that could not be stored as figures yet, verbatim. Input name -> typed text. */
const pendingSchema = z.object({
  by: z.string(),
  section: z.string(),
  raw: z.record(z.string(), z.string()),
  at: z.number(),
});

const savedBySchema = z.object({ revision: z.number(), by: z.string(), name: z.string(), at: z.number() });

const answerSchema = z.object({ question: z.string(), answer: z.string(), by: z.string(), at: z.number() });

const returnedSchema = z.object({
  cells: z.array(z.string()),
  reason: z.string(),
  byName: z.string(),
  at: z.number(),
  /** The report's revision at the return; sections saved since have a higher one. */
  revision: z.number(),
  before: z.record(z.string(), cellValueSchema),
});

/** One cell the office changed after approval, with its former value. */
const correctionSchema = z.object({
  cell: z.string(),
  before: cellValueSchema,
  after: cellValueSchema,
  reason: z.string(),
  by: z.string(),
  at: z.number(),
});

/** A stored report. Fields newer than the first release have a default; times are UTC ms. */
export const reportSchema = z.object({
  town: z.string(),
  period: periodSchema,
  status: z.enum(REPORT_STATUSES),
  /** Incremented with every change; a card carries the revision it was drawn from. */
  revision: z.number().int().positive(),
  content: contentSchema,
  /** Sections saved this quarter, and by whom; the others still hold last quarter's values. */
  saved: z.record(z.string(), savedBySchema),
  pending: z.array(pendingSchema).default([]),
  /** Soft-check key -> the question asked and its answer ("" until answered). */
  answers: z.record(z.string(), answerSchema).default({}),
  /** The returned cells and the reason; kept after resubmission so that the reviewer can compare. */
  returned: returnedSchema.nullable().default(null),
  returns: z.number().default(0),
  /** Sections submitted without their required photo. */
  missingPhotos: z.array(z.string()).default([]),
  /** The first complete submission, which stops the lateness clock. */
  firstSubmittedAt: z.number().nullable().default(null),
  submittedAt: z.number().nullable().default(null),
  /** The revision under review: a review card of another revision is out of date. */
  submittedRevision: z.number().nullable().default(null),
  submittedByName: z.string().nullable().default(null),
  approvedAt: z.number().nullable().default(null),
  approvedByName: z.string().nullable().default(null),
  corrections: z.array(correctionSchema).default([]),
  /** 补报: submitted too late to be ranked; reviewed, never ranked. */
  supplement: z.literal(true).exactOptional(),
});

export type ReportStatus = (typeof REPORT_STATUSES)[number];
/** The state shown to people: a draft nobody has saved to is "not started". */
export type ReportState = "not_started" | ReportStatus;
export type Returned = z.infer<typeof returnedSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Report = z.infer<typeof reportSchema>;

/** The state of a report as shown to everyone; `null`: no report exists. */
export function reportState(report: Pick<Report, "status" | "saved"> | null): ReportState {
  if (!report) return "not_started";
  return report.status === "draft" && Object.keys(report.saved).length === 0 ? "not_started" : report.status;
}

/** A new report at the opening of a quarter. */
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

/** Whether a report is submitted or approved. */
export function isHandedIn({ status }: Pick<Report, "status">): boolean {
  return status === "submitted" || status === "approved";
}

/** Whether a report's town may change it. */
export function isOpenToTown(report: Pick<Report, "status">): boolean {
  return report.status === "draft" || report.status === "returned";
}

/** The report's id: `2026Q3/qikou`. */
export function reportId(period: PeriodId, town: string): string {
  return `${period}/${town}`;
}

/** Sections the town has not saved this quarter. */
export function untouched(report: Report, basis: Basis): SectionId[] {
  return sectionsOf(basis.programme).filter((section) => !report.saved[section]);
}
