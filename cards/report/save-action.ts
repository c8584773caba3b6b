import type { SectionId } from "../../src/domain/report/content.ts";
import type { Action } from "../action.ts";
import { record } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** What follows a saved form: the overview, the next form, or submission. */
export type After = "overview" | "next" | "submit";

/** Saves a form of this report in its present revision. `section`: a section, `returned` or `reply`. */
export function saveAction(view: ReportView, section: SectionId, after: After): Action {
  const revision = String(view.report.revision);
  // biome-ignore lint/suspicious/noThenProperty: a field of the action, which is never awaited
  return { kind: "save", ...record(view), section, revision, then: after };
}

/** Saves the answers to soft questions and goes on to `after`: a section's id, `overview` or `submit`. */
export function answerAction(view: ReportView, after: string): Action {
  // biome-ignore lint/suspicious/noThenProperty: a field of the action, which is never awaited
  return { kind: "answer", ...record(view), then: after };
}
