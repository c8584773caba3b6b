import type { Locale } from "../../src/domain/people.ts";
import type { DraftProblem } from "../../src/domain/task/draft.ts";
import { taskFormText } from "../text/task-forms.ts";

/** `截止日期早于开始日期`: one thing wrong with a draft, as a form or an import says it. */
export function draftProblemText({ field, reason, step = "" }: DraftProblem, locale: Locale): string {
  const text = taskFormText(locale);
  return text.draftProblem(text.field[field], text.problem[reason], step);
}
