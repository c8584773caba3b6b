import { costOfReturn } from "../../src/domain/explain/points-at-stake.ts";
import { type Cell, isReturnable, sectionCells } from "../../src/domain/report/cells.ts";
import { INVESTMENT, type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import { softFlags } from "../../src/domain/report/soft-checks.ts";
import type { Card, FormElement } from "../card.ts";
import { button, form, input, md, multiSelect, submitButton } from "../elements.ts";
import { sectionName } from "../names.ts";
import { cellLabel, cellText } from "../report/cell-text.ts";
import { record, reportCard } from "../report/report-card.ts";
import type { ReportView } from "../report/view.ts";
import { pointsLost } from "../text/points-lost.ts";
import { REVIEW_TEXT } from "../text/review.ts";
import { isFromPlan } from "./from-plan.ts";
import { returnFormFields } from "./return-form-fields.ts";

/** Options in all drop-downs together; each counts as an element of the card. */
const OPTIONS = 90;
const LONGEST_REASON = 300;
/** Characters of an option, since project names may be long. */
const LONGEST_OPTION = 80;

/** `chosen`: cell keys selected before, and `typedReason`, after a refused submission. */
export type ReturnFormView = ReportView & {
  chosen?: string[] | undefined;
  typedReason?: string | undefined;
  /** The city office reopens an approved report. */
  reopen?: boolean | undefined;
};

/** Selects the cells to return, by section, and asks for the reason. Other cells stay unchanged. */
export function returnFormCard(view: ReturnFormView): Card {
  const { report, locale, programme } = view;
  const text = REVIEW_TEXT[locale];
  const head = { kind: text.kinds.returnForm, template: "orange" as const };
  const back = button(text.back, { kind: "review", ...record(view) });
  const sections = sectionsOf(programme);
  const most = Math.max(2, Math.floor(OPTIONS / sections.length));
  const boxes = sections.flatMap((section) => sectionBox(section, most, view));
  if (report.status !== "submitted" && !view.reopen)
    return reportCard(view, head, [md(text.waitingText), back]);
  if (boxes.length === 0) return reportCard(view, head, [md(text.nothing), back]);
  const action = {
    kind: "return",
    ...record(view),
    revision: String(report.submittedRevision ?? report.revision),
  } as const;
  return reportCard(view, head, [
    md(text.returnIntro),
    md(`**${returnCost(view)}**`),
    form("return", [
      ...boxes,
      input({
        name: returnFormFields.reason,
        label: text.reason,
        placeholder: text.reasonHint,
        value: [...(view.typedReason ?? "")].slice(0, LONGEST_REASON).join(""),
        lines: 3,
        maxLength: LONGEST_REASON,
        required: true,
      }),
      submitButton(text.send, action, {
        type: "primary",
        confirm: {
          title: text.sendTitle,
          text: `${text.sendText}${locale === "en" ? " " : ""}${returnCost(view)}`,
        },
      }),
    ]),
    back,
  ]);
}

/** The cost of this return in points, by the quarter's scheme. */
function returnCost({ report, basis, locale, ...view }: ReturnFormView): string {
  const text = REVIEW_TEXT[locale];
  // A report that is not ranked loses no points.
  if (view.reopen || report.supplement) return text.costsNothing;
  const { scheme, excused } = view.stakes ?? { scheme: basis.programme.scheme, excused: [] };
  const points = pointsLost(costOfReturn({ report, basis, excused }, scheme), locale);
  if (points !== "") return text.costs(points);
  return report.returns > 0 ? text.costsNoMore : text.costsNothing;
}

function sectionBox(section: SectionId, most: number, view: ReturnFormView): FormElement[] {
  const options = sectionOptions(section, most, view);
  if (options.length === 0) return [];
  const { programme, locale } = view;
  const name = sectionName(programme, section, locale);
  const chosen = new Set(view.chosen ?? []);
  const ticked = options.filter(([value]) => value.split(",").every((key) => chosen.has(key)));
  return [
    md(`**${name}**`),
    multiSelect(
      returnFormFields.cells(section),
      REVIEW_TEXT[locale].choose(name),
      options,
      ticked.map(([value]) => value),
    ),
  ];
}

type Option = [value: string, text: string];

/** Single options for flagged and changed cells first; the rest of the section as one option. */
function sectionOptions(section: SectionId, most: number, view: ReportView): Option[] {
  const { report, basis, locale } = view;
  const cells = sectionCells(section, report.content, basis).filter(
    (cell) => isReturnable(cell) && !isFromPlan(cell, basis),
  );
  const flagged = new Set(softFlags(report.content, basis).map((flag) => flag.key.replace(/^[a-z_]+:/, "")));
  const rank = (cell: Cell) => (flagged.has(cell.key) ? 0 : isChanged(cell) ? 1 : isFilled(cell) ? 2 : 3);
  // The sort is stable: equal cells keep the form's order.
  const order = [...cells].sort((a, b) => rank(a) - rank(b));
  const worth = order.filter((cell) => rank(cell) < 3).length;
  const single = cells.length - worth <= 1 ? cells.length : worth;
  const named = order.slice(0, single <= most ? single : most - 1);
  const rest = order.slice(named.length).map((cell) => cell.key);
  const others: Option = [rest.join(","), REVIEW_TEXT[locale].others(rest.length)];
  return [...named.map((cell) => optionOf(cell, cells, view)), ...(rest.length > 0 ? [others] : [])];
}

/** The cumulative sum is returned together with its sources, because neither can be corrected alone. */
function optionOf(cell: Cell, cells: Cell[], view: ReportView): Option {
  const { programme, locale } = view;
  const text = REVIEW_TEXT[locale];
  const label = cellLabel(cell, programme, locale);
  if (cell.section === INVESTMENT && cell.what.field === "cumulative") {
    const sources = cells.filter((other) => other.what.field === "source").map((other) => other.key);
    const value = cellText(cell, locale);
    return [[cell.key, ...sources].join(","), text.option(text.withSources(label), value)];
  }
  const shown = cell.kind === "words" ? label : text.option(label, cellText(cell, locale));
  return [cell.key, [...shown].slice(0, LONGEST_OPTION).join("")];
}

function isChanged(cell: Cell): boolean {
  return cell.kind === "item" ? (cell.previous ?? 0) !== cell.value : cell.previous !== cell.value;
}

function isFilled(cell: Cell): boolean {
  return cell.value !== 0 && !(cell.known && cell.value === cell.previous);
}
