import type { Missing } from "../../src/domain/report/completeness.ts";
import { sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { CHECK_TEXT, fill } from "../text/checks.ts";
import { keyLabel } from "./cell-text.ts";
import { listed } from "./listed.ts";
import { apartMissing } from "./sums.ts";
import type { TextView } from "./view.ts";

/** What a section lacks, without the section's name: `缺年计划投资`. Plain text. */
export function missingPart(missing: Missing, view: TextView): string {
  const text = CHECK_TEXT[view.locale].missing;
  switch (missing.kind) {
    case "sums":
      return apartMissing(missing.unequal, view.locale);
    case "returned": {
      const cells = missing.cells.map((key) => keyLabel(key, view));
      return fill(text.returned, { cells: listed(cells, view.locale) });
    }
    default:
      return fill(text[missing.kind], "project" in missing ? { project: missing.project } : {});
  }
}

/** What a section lacks: `项目投资：缺年计划投资`. Plain text. */
export function missingText(missing: Missing, view: TextView): string {
  const part = missingPart(missing, view);
  if (missing.kind === "returned") return part;
  const section = sectionName(view.programme, missing.section, view.locale);
  return CELL_TEXT[view.locale].said(section, part);
}
