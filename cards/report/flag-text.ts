import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import type { Flag } from "../../src/domain/report/soft-checks.ts";
import { sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { fill } from "../text/checks.ts";
import { FLAG_TEXT } from "../text/flags.ts";
import { shortKeyLabel } from "./cell-text.ts";
import type { TextView } from "./view.ts";

/** A soft check's finding as a plain statement, for the reviewer. */
export function flagFact(flag: Flag, view: TextView): string {
  const { locale } = view;
  const figures: Record<string, string | number> = {
    section: sectionName(view.programme, flag.section, locale),
    // The cell is the part of the key after the kind: `backwards:image/project.p1.actual`.
    name: shortKeyLabel(flag.key.slice(flag.key.indexOf(":") + 1), view),
  };
  for (const [name, value] of Object.entries(flag.values))
    if (typeof value === "number") figures[name] = figureText(flag, name, value, view);
  return fill(FLAG_TEXT[locale][flag.kind].fact, figures);
}

/** The question to the town: the finding, and what explanation would help. */
export function flagText(flag: Flag, view: TextView): string {
  return CELL_TEXT[view.locale].sentences(flagFact(flag, view), FLAG_TEXT[view.locale][flag.kind].ask);
}

function figureText(flag: Flag, name: string, value: number, view: TextView): string {
  if (flag.kind === "round_numbers") return String(value);
  const percent = flag.kind === "backwards" || flag.kind === "two_ledgers" || name === "share";
  return percent ? formatPercent(value) : CELL_TEXT[view.locale].wan(formatAmount(value));
}
