import { sectionsOf } from "../../src/domain/report/content.ts";
import { reportState } from "../../src/domain/report/report.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, md, typed } from "../elements.ts";
import { sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { quarterLine } from "../text/quarter.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { stateTerm } from "../text/terms.ts";
import { keyLabel } from "./cell-text.ts";
import { owesReport } from "./overview.ts";
import { record, reportCard } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** Tells a new holder what is open: drafts, returned cells, unsaved input. `fromNames`: the former holders. */
export function handoverCard(view: ReportView & { fromNames: string[] }): Card {
  const { report, locale } = view;
  const text = REPORT_TEXT[locale];
  const from = CELL_TEXT[locale].list(view.fromNames.map((name) => typed(name, 20)));
  return reportCard(
    view,
    { kind: text.kinds.handover, template: "turquoise", tags: [stateTerm(reportState(report), locale)] },
    [
      md(from === "" ? text.handoverFirst : text.handoverText(from)),
      md(openLines(view).join("\n")),
      md(quarterLine(view.quarter, locale, owesReport(view))),
      button(text.continue, onward(view), { type: "primary" }),
    ],
  );
}

/** Opens the returned cells if there are any, else the whole report. */
function onward(view: ReportView): Action {
  const { status, revision } = view.report;
  return status === "returned"
    ? { kind: "open", ...record(view), section: "returned", revision: String(revision) }
    : { kind: "overview", ...record(view) };
}

function openLines(view: ReportView): string[] {
  const { report, programme, locale } = view;
  const text = REPORT_TEXT[locale];
  const sections = sectionsOf(programme);
  const saved = sections.filter((section) => report.saved[section]);
  const unsaved = new Set(report.pending.map((p) => p.section).filter((s) => sections.includes(s)));
  const { returned, status } = report;
  const cells = returned?.cells.slice(0, 8).map((key) => keyLabel(key, view)) ?? [];
  const more = (returned?.cells.length ?? 0) > cells.length ? "…" : "";
  return [
    `- ${text.handoverSaved(saved.length, sections.length)}`,
    ...[...unsaved].map((section) => `- ${text.pending(sectionName(programme, section, locale))}`),
    ...(status === "returned" && returned
      ? [
          `- ${text.handoverReturned(typed(CELL_TEXT[locale].list(cells) + more, 400), typed(returned.reason, 200))}`,
        ]
      : []),
  ];
}
