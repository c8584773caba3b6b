import type { Missing } from "../../src/domain/report/completeness.ts";
import { nameOf, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { CHECK_TEXT, fill } from "../text/checks.ts";
import { keyLabel, shortKeyLabel } from "./cell-text.ts";
import { listed } from "./listed.ts";
import { apartMissing } from "./sums.ts";
import type { TextView } from "./view.ts";

/** What a section lacks, without its name: `缺年计划投资`. Plain text. */
export function missingPart(missing: Missing, view: TextView): string {
  const text = CHECK_TEXT[view.locale].missing;
  switch (missing.kind) {
    case "sums":
      return apartMissing(missing.unequal, view.locale);
    case "returned":
      return returnedText(missing, view, shortKeyLabel);
    case "untouched":
    case "no_project":
      return text[missing.kind];
    default: {
      const words = CELL_TEXT[view.locale];
      const field = missing.kind === "own" ? nameOf(missing.own, view.locale) : words[missing.kind];
      const project = "project" in missing ? missing.project : undefined;
      return project === undefined ? fill(text.field, { field }) : fill(text.field_of, { field, project });
    }
  }
}

/** What a section lacks: `项目投资：缺年计划投资`. Plain text. */
export function missingText(missing: Missing, view: TextView): string {
  if (missing.kind === "returned") return returnedText(missing, view, keyLabel);
  const section = sectionName(view.programme, missing.section, view.locale);
  return CELL_TEXT[view.locale].said(section, missingPart(missing, view));
}

function returnedText(
  { cells }: Extract<Missing, { kind: "returned" }>,
  view: TextView,
  label: typeof keyLabel,
): string {
  const named = cells.map((key) => label(key, view));
  return fill(CHECK_TEXT[view.locale].missing.returned, { cells: listed(named, view.locale) });
}
