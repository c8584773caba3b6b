import { sectionsOf } from "../../src/domain/report/content.ts";
import type { Flag } from "../../src/domain/report/soft-checks.ts";
import type { Card, CardElement, FormElement } from "../card.ts";
import { button, form, input, md, submitButton, typed } from "../elements.ts";
import { sectionName } from "../names.ts";
import { FLAG_TEXT } from "../text/flags.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { SOFT_QUESTIONS_TEXT } from "../text/soft-questions.ts";
import { flagText } from "./flag-text.ts";
import { record, reportCard } from "./report-card.ts";
import { answerAction } from "./save-action.ts";
import type { ReportView } from "./view.ts";

/** Questions on one card; the reviewer sees all of them. */
const ASKED = 12;
/** Characters of an answer. */
const LONGEST_ANSWER = 300;

/** The name of the input that answers a flag; the flag's key is the part after the dot. */
export function answerName(flagKey: string): string {
  return `answer.${flagKey}`;
}

/**
 * The soft questions about a saved section, asked once; answering is optional. `then`: where both buttons lead: the
 * next section's id, `overview`, or `submit`.
 */
export function questionsCard(view: ReportView & { flags: Flag[]; then: string }): Card {
  const text = SOFT_QUESTIONS_TEXT[view.locale];
  const submits = view.then === "submit";
  const label = submits ? text.submit : text.send;
  const send = submitButton(label, answerAction(view, view.then), { type: "primary" });
  return reportCard(view, { kind: REPORT_TEXT[view.locale].kinds.questions, template: "wathet" }, [
    md(submits ? text.introBeforeSubmit : text.intro),
    form("questions", [...view.flags.slice(0, ASKED).flatMap((flag, i) => question(flag, i, view)), send]),
    laterButton(view, view.then),
  ]);
}

function laterButton(view: ReportView, then: string): CardElement {
  const { locale, programme, report } = view;
  const text = SOFT_QUESTIONS_TEXT[locale];
  const section = sectionsOf(programme).find((id) => id === then);
  const later = then === "submit" ? text.submitLater : text.later;
  if (!section) return button(later, { kind: "overview", ...record(view) });
  const open = { kind: "open", ...record(view), section, revision: String(report.revision) } as const;
  return button(text.laterNext(sectionName(programme, section, locale)), open);
}

function question(flag: Flag, at: number, view: ReportView): FormElement[] {
  const { locale } = view;
  const said = view.report.answers[flag.key]?.answer ?? "";
  return [
    md(`${at + 1}. ${typed(flagText(flag, view), 200)}`),
    input({
      name: answerName(flag.key),
      label: SOFT_QUESTIONS_TEXT[locale].answerTo(at + 1, FLAG_TEXT[locale][flag.kind].topic),
      value: [...said].slice(0, LONGEST_ANSWER).join(""),
      maxLength: LONGEST_ANSWER,
    }),
  ];
}
