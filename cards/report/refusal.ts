import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Refusal } from "../../src/domain/report/command.ts";
import { momentName, nameOf, sectionName } from "../names.ts";
import { CHECK_TEXT, fill } from "../text/checks.ts";
import { keyLabel } from "./cell-text.ts";
import { listed } from "./listed.ts";
import { missingText } from "./missing-text.ts";
import { firstProblems, problemLine } from "./problem-lines.ts";

/** Why an action was refused and what to do instead: one sentence, for a toast. */
export function refusalText(refusal: Refusal, programme: Programme, locale: Locale): string {
  const { refusals } = CHECK_TEXT[locale];
  const own = refusal.reason === "conflict" && refusal.own;
  const sentence = own ? refusals.own_conflict : refusals[refusal.reason];
  const view = { programme, locale };
  const count = (parts: string[]) => fill(sentence, { n: parts.length, parts: listed(parts, locale) });
  switch (refusal.reason) {
    case "conflict":
      return fill(sentence, { name: refusal.byName, when: momentName(refusal.at, locale) });
    case "problems": {
      const [first, ...others] = firstProblems(refusal.problems);
      if (first && others.length === 0) return fill(sentence, { n: 1, parts: problemLine(first, view) });
      return count(firstProblems(refusal.problems).map((problem) => keyLabel(problem.key, view)));
    }
    case "not_returned":
      return count(refusal.cells.map((key) => keyLabel(key, view)));
    case "incomplete":
      return count(refusal.missing.map((missing) => missingText(missing, view)));
    case "photos":
      return count(refusal.sections.map((section) => sectionName(programme, section, locale)));
    default:
      return fill(sentence, { office: nameOf(programme.office, locale) });
  }
}
