import { isSupplementNow } from "../../src/domain/quarter/supplement.ts";
import { missingParts, missingPhotos } from "../../src/domain/report/completeness.ts";
import { sectionsOf } from "../../src/domain/report/content.ts";
import { isOpenToTown, reportState } from "../../src/domain/report/report.ts";
import type { Card, CardElement } from "../card.ts";
import { button, hr, md, typed } from "../elements.ts";
import { countyName, momentName, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { NEWLY_DUE_TEXT } from "../text/newly-due.ts";
import { quarterLine, stageTerm } from "../text/quarter.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { stateTerm } from "../text/terms.ts";
import { mayEdit } from "./may-edit.ts";
import { missingText } from "./missing-text.ts";
import { allNewlyDue, costText } from "./newly-due-lines.ts";
import { sectionsAsTheyStand, sectionsToFill } from "./overview-sections.ts";
import { photosPart } from "./photos-part.ts";
import { problemLine } from "./problem-lines.ts";
import { promisesAsked } from "./promise-lines.ts";
import { record, reportCard } from "./report-card.ts";
import { storedProblems } from "./stored-problems.ts";
import type { ReportView } from "./view.ts";

/** Missing parts listed; the others are counted. */
const NAMED = 10;

/**
 * The overview of a report. While the town may edit it, the most urgent task comes first; the deadline is shown at the
 * submit button and in the header.
 */
export function overviewCard(view: ReportView): Card {
  const text = REPORT_TEXT[view.locale];
  const { report } = view;
  const stage = stageTerm(view.quarter, view.locale);
  const state = stateTerm(reportState(report), view.locale);
  const head = { kind: text.kinds.overview, template: template(view), tags: [state, stage] };
  const deadline = md(quarterLine(view.quarter, view.locale, owesReport(view)));
  if (mayEdit(view) && report.status === "draft")
    return reportCard(view, head, [
      ...pendingLines(view),
      ...promisesAsked(view),
      ...sectionsToFill(view),
      ...photosPart(view),
      hr(),
      deadline,
      ...submitPart(view),
    ]);
  // A returned report is edited on the card of the returned cells.
  return reportCard(view, head, [
    ...returnedLines(view),
    deadline,
    ...standing(view),
    ...pendingLines(view),
    ...promisesAsked(view),
    ...sectionsAsTheyStand(view),
    ...photosPart(view),
    ...(mayEdit(view) ? [hr(), ...submitPart(view)] : []),
  ]);
}

/** Whether the next submission would be a first report or a 补报, so that its card says how it counts. */
export function owesReport({ report, quarter }: Pick<ReportView, "report" | "quarter">): boolean {
  return isOpenToTown(report) && (report.firstSubmittedAt === null || isSupplementNow(report, quarter));
}

function template(view: ReportView): "blue" | "orange" | "green" | "grey" {
  const { status } = view.report;
  if (status === "returned") return "orange";
  if (status === "approved") return "green";
  return mayEdit(view) || status === "submitted" ? "blue" : "grey";
}

function standing(view: ReportView): CardElement[] {
  const text = REPORT_TEXT[view.locale];
  const { status } = view.report;
  if (status === "submitted")
    return [md(text.submittedText(countyName(view.programme, view.town, view.locale)))];
  if (status === "approved") return [md(text.approvedText)];
  return [];
}

function returnedLines(view: ReportView): CardElement[] {
  const { returned, status, revision } = view.report;
  if (status !== "returned" || !returned) return [];
  const text = REPORT_TEXT[view.locale];
  const who = typed(returned.byName, 20);
  const line = text.returnedBy(who, momentName(returned.at, view.locale), returned.cells.length);
  const open = { kind: "open", ...record(view), section: "returned", revision: String(revision) } as const;
  return [
    md(`${line}\n${text.reason(typed(returned.reason, 200))}`),
    button(text.fixReturned, open, { type: "primary" }),
  ];
}

/** Forms with unsaved input of the reader; a reply's input is on its own card. */
function pendingLines(view: ReportView): CardElement[] {
  const { viewer, report, programme, locale } = view;
  if (!mayEdit(view)) return [];
  const mine = report.pending.filter((p) => viewer === undefined || p.by === viewer);
  const text = REPORT_TEXT[locale];
  const forms = [...sectionsOf(programme), "returned"];
  return forms
    .filter((form) => mine.some((p) => p.section === form))
    .map((form) => {
      const name = form === "returned" ? text.kinds.returned : sectionName(programme, form, locale);
      return md(`<font color='orange'>${text.pending(name)}</font>`);
    });
}

function submitPart(view: ReportView): CardElement[] {
  const { report, basis, locale, programme } = view;
  const text = REPORT_TEXT[locale];
  const missing = [
    ...storedProblems(view).map((problem) => problemLine(problem, view)),
    ...missingParts(report, basis).map((missing) => missingText(missing, view)),
  ];
  const lines = missing.slice(0, NAMED).map((line) => `- ${typed(line, 120)}`);
  const rest = missing.length > NAMED ? ["- …"] : [];
  const due = allNewlyDue(view);
  const ready =
    due.length > 0 ? NEWLY_DUE_TEXT[locale].ready(due.length, costText(due, view)) : text.complete;
  const said = missing.length > 0 ? [text.missingTitle, ...lines, ...rest].join("\n") : ready;
  const photos = missingPhotos(basis, view.photos).map((s) => sectionName(programme, s, locale));
  const wanted = photos.length > 0 ? [md(text.photosWanted(CELL_TEXT[locale].list(photos)))] : [];
  return [
    md(said),
    ...wanted,
    submitting(view, missing.length + due.length > 0),
    md(text.replyHint, "notation"),
  ];
}

/** The town may leave newly due items at 0; the cost is stated beforehand. */
function submitting(view: ReportView, unready: boolean): CardElement {
  const text = NEWLY_DUE_TEXT[view.locale];
  const due = allNewlyDue(view);
  const submit = { kind: "submit", ...record(view), revision: String(view.report.revision) } as const;
  const confirm = { title: text.leaveTitle, text: text.leaveText(due.length, costText(due, view)) };
  const words = REPORT_TEXT[view.locale];
  const unranked = isSupplementNow(view.report, view.quarter);
  return button(unranked ? words.submitSupplement : words.submit, submit, {
    type: unready ? "default" : "primary",
    ...(due.length > 0 ? { confirm } : {}),
  });
}
