import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Card } from "../card.ts";
import { md } from "../elements.ts";
import { dayName } from "../names.ts";
import { digestText } from "../text/digest.ts";

/**
 * The last digest with one line at its top: nothing has changed since. `stale`: the data may be out of date, so that
 * this is no good news.
 */
export function withNothingNew(last: Card, view: { at: number; stale: boolean; locale: Locale }): Card {
  const { at, stale, locale } = view;
  const text = digestText(locale);
  const day = dayName(shanghaiDay(at), locale);
  const line = md(stale ? text.nothingHeard(day) : text.nothingNew(day));
  return { ...last, body: { ...last.body, elements: [line, ...last.body.elements] } };
}
