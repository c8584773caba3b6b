import { EVERY_PROJECT, openProgress, WHOLE, WHOLE_OF } from "../../src/domain/report/whole-progress.ts";
import type { CardElement, FormElement } from "../card.ts";
import { input, md, select, typed } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { WHOLE_TEXT } from "../text/whole-progress.ts";
import { type CellInputs, LONGEST_PERCENT } from "./cell-inputs.ts";
import { problemText } from "./problem-text.ts";

/** Characters of a project's name in the list, and of the quoted figure. */
const NAME = 40;
const FIGURE = 16;

/** The input for a progress without a project: the figure, and the question which project it is for. */
export function wholeInput({ view, raw, near }: CellInputs): FormElement[] {
  const text = raw[WHOLE];
  if (text === undefined) return [];
  const { locale, report, basis } = view;
  const words = WHOLE_TEXT[locale];
  const problem = near.get(WHOLE);
  const projects = openProgress(report, basis).flatMap(
    ({ what }): Array<[string, string]> =>
      "projectName" in what ? [[what.project, [...what.projectName].slice(0, NAME).join("")]] : [],
  );
  const options: Array<[string, string]> = [...projects, [EVERY_PROJECT, words.everyProject]];
  const chosen = options.find(([value]) => value === raw[WHOLE_OF])?.[0];
  return [
    ...(problem ? [md(`<font color='red'>${typed(problemText(problem, locale))}</font>`)] : []),
    input({
      name: WHOLE,
      label: CELL_TEXT[locale].notes(words.wholeProgress, [CELL_TEXT[locale].unitPercent]),
      value: [...text].slice(0, LONGEST_PERCENT).join(""),
      maxLength: LONGEST_PERCENT,
    }),
    select({ name: WHOLE_OF, label: words.whichProject, options, chosen }),
  ];
}

/** States that the reply's progress is not assigned to a project yet. */
export function wholeLine({ view, raw }: Pick<CellInputs, "view" | "raw">): CardElement[] {
  const text = raw[WHOLE];
  return text === undefined ? [] : [md(WHOLE_TEXT[view.locale].wholeRead(typed(text, FIGURE)))];
}
