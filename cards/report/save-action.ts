import type { SectionId } from "../../src/domain/report/content.ts";
import type { Action } from "../action.ts";
import { record } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** What the person sees once a form is stored: the overview, the next form, or the answer to submitting. */
export type After = "overview" | "next" | "submit";

/** Saves a form of this report as it is drawn now. `section`: a section, `returned` or `reply`. */
export function saveAction(view: ReportView, section: SectionId, after: After): Action {
  const revision = String(view.report.revision);
  // biome-ignore lint/suspicious/noThenProperty: the action's own field, which nothing awaits
  return { kind: "save", ...record(view), section, revision, then: after };
}

/** Stores the answers to soft questions and goes on to `after`: a section's id, `overview` or `submit`. */
export function answerAction(view: ReportView, after: string): Action {
  // biome-ignore lint/suspicious/noThenProperty: the action's own field, which nothing awaits
  return { kind: "answer", ...record(view), then: after };
}
