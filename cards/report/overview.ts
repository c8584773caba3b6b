import {
  missingParts,
  missingPhotos,
  type SectionState,
  sectionState,
} from "../../src/domain/report/completeness.ts";
import { type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import { isOpenToTown } from "../../src/domain/report/report.ts";
import type { Card, CardElement } from "../card.ts";
import { button, hr, md, row, typed } from "../elements.ts";
import { countyName, momentName, nameOf, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { stateTerm } from "../text/terms.ts";
import { windowLine } from "../text/window.ts";
import { windowTerm } from "../text/window-term.ts";
import { missingText } from "./missing-text.ts";
import { problemLine } from "./problem-lines.ts";
import { record, reportCard } from "./report-card.ts";
import { sectionLine } from "./section-line.ts";
import { storedProblems } from "./stored-problems.ts";
import type { ReportView } from "./view.ts";

/** Missing things named before the rest is counted. */
const NAMED = 10;

/** The whole quarter on one card: where each section stands, what is missing, and the way into every form. */
export function overviewCard(view: ReportView): Card {
  const text = REPORT_TEXT[view.locale];
  const { report } = view;
  const window = windowTerm(view.window.state, view.locale);
  const state = stateTerm(report.status, view.locale);
  const editable = mayEdit(view);
  return reportCard(view, { kind: text.kinds.overview, template: template(view), tags: [state, window] }, [
    md(windowLine(view.window, view.locale)),
    ...standing(view),
    ...returnedLines(view),
    ...sectionLines(view, editable),
    ...pendingLines(view),
    ...(editable ? submitPart(view) : []),
  ]);
}

/** The town may write now: the report is open, and either in time or sent back (a return has its own clock). */
export function mayEdit(view: Pick<ReportView, "report" | "window">): boolean {
  const { report, window } = view;
  return isOpenToTown(report) && (report.status === "returned" || window.state !== "locked");
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
  return mayEdit(view) ? [] : [md(text.lockedHint(nameOf(view.programme.office, view.locale)))];
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

function sectionLines(view: ReportView, editable: boolean): CardElement[] {
  const sections = sectionsOf(view.programme);
  // In a returned report the way in is the card of the returned cells.
  const open = editable && view.report.status === "draft";
  const first = sections.find((s) => wants(sectionState(view.report, view.basis, s)));
  return sections.map((section) => {
    const line = md(sectionLine(section, view));
    return open ? row([[line], [openButton(section, view, section === first)]], [1, 0]) : line;
  });
}

function wants(state: SectionState): boolean {
  return state === "todo" || state === "partial";
}

function openButton(section: SectionId, view: ReportView, first: boolean): ReturnType<typeof button> {
  const text = REPORT_TEXT[view.locale];
  const state = sectionState(view.report, view.basis, section);
  const action = { kind: "open", ...record(view), section, revision: String(view.report.revision) } as const;
  return button(wants(state) ? text.fillIn : text.change, action, { type: first ? "primary" : "default" });
}

/** Forms with input of the reader's own that could not be stored. A reply's is in its own card. */
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
  const wanting = [
    ...storedProblems(view).map((problem) => problemLine(problem, view)),
    ...missingParts(report, basis).map((missing) => missingText(missing, view)),
  ];
  const lines = wanting.slice(0, NAMED).map((line) => `- ${typed(line, 120)}`);
  const rest = wanting.length > NAMED ? ["- …"] : [];
  const said = wanting.length > 0 ? [text.missingTitle, ...lines, ...rest].join("\n") : text.complete;
  const photos = missingPhotos(basis, view.photos).map((s) => sectionName(programme, s, locale));
  const wanted = photos.length > 0 ? [md(text.photosWanted(CELL_TEXT[locale].list(photos)))] : [];
  const submit = { kind: "submit", ...record(view), revision: String(report.revision) } as const;
  return [
    hr(),
    md(said),
    ...wanted,
    button(text.submit, submit, { type: wanting.length > 0 ? "default" : "primary" }),
    md(text.replyHint, "notation"),
  ];
}
