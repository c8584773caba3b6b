import type { Problem } from "../../src/domain/report/hard-checks.ts";
import type { CardElement } from "../card.ts";
import { md, typed } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import type { CellInputs } from "./cell-inputs.ts";
import { keyLabel } from "./cell-text.ts";
import { problemText } from "./problem-text.ts";
import type { TextView } from "./view.ts";

/** Problems shown at their input; the others are shown at the top, because of the card's element limit. */
const AT_BOX = 6;
const AT_TOP = 4;

/** The first problem of each input; further ones often follow from it. */
export function firstProblems(problems: Problem[]): Problem[] {
  return problems.filter((problem, i) => problems.findIndex((p) => p.key === problem.key) === i);
}

/** The first problems whose input is on the card, by cell key. */
export function nearProblems(problems: Problem[], shown: string[]): Map<string, Problem> {
  const here = new Set(shown);
  const near = firstProblems(problems).filter((p) => here.has(p.key));
  return new Map(near.slice(0, AT_BOX).map((p) => [p.key, p]));
}

/** The input and its problem. Plain text. */
export function problemLine(problem: Problem, view: TextView): string {
  return CELL_TEXT[view.locale].said(keyLabel(problem.key, view), problemText(problem, view.locale));
}

/** The line at the top with number and names of the problems, in full where no input shows them. */
export function problemLines(
  problems: Problem[],
  { near, view }: Pick<CellInputs, "near" | "view">,
): CardElement[] {
  const wrong = firstProblems(problems);
  if (wrong.length === 0) return [];
  const label = (problem: Problem) => keyLabel(problem.key, view);
  const names = typed(CELL_TEXT[view.locale].list(wrong.map(label)), 120);
  const elsewhere = wrong
    .filter((p) => !near.has(p.key))
    .slice(0, AT_TOP)
    .map((p) => `- ${typed(problemLine(p, view), 80)}`);
  const count = REPORT_TEXT[view.locale].wrongBoxes(wrong.length, names);
  return [md([`<font color='red'>**${count}**</font>`, ...elsewhere].join("\n"))];
}
