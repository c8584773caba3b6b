import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { withoutStop } from "../../src/domain/reading/readable.ts";
import type { Mending } from "../../src/domain/visit/rectification.ts";
import type { Note } from "../../src/domain/visit/visit.ts";
import { typed } from "../elements.ts";
import { dayName, townNamed } from "../names.ts";
import { rectificationWords } from "../text/procedures/rectification.ts";
import { visitText } from "../text/visits.ts";

// Lines of findings and notes, for the cards that sum inspections up.

/** Findings a card lists at most, and how much of one it shows. */
export const MOST = 12;
const BRIEF = 60;

/** `- 碛口镇：驳岸坍塌（整改中，10月23日前）`; of a closed one the day. */
export function mendingLine(programme: Programme, one: Mending, locale: Locale): string {
  const text = visitText(locale);
  const { town, finding, state, until, late, closedOn } = one;
  const states: Record<string, string> = rectificationWords[locale].states;
  const brief = typed(withoutStop(finding), BRIEF);
  const due = until === null ? null : dayName(until, locale);
  const what =
    closedOn === null
      ? text.earlier(brief, states[state] ?? state, due, late)
      : text.closedOn(brief, dayName(closedOn, locale));
  return `- ${text.line(townNamed(programme, town, locale), what)}`;
}

/** What was noted, a line for each. */
export function noteLines(programme: Programme, notes: readonly Note[], locale: Locale): string {
  const text = visitText(locale);
  return notes
    .slice(0, MOST)
    .map(({ place, what }) => `- ${text.line(townNamed(programme, place, locale), typed(what, BRIEF))}`)
    .join("\n");
}
