import { QUESTIONS, questionTable } from "../../../cards/ask/questions.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";

const PLACE = /(<!-- questions -->\n)[\s\S]*?(<!-- \/questions -->)/;

/** A page with its table of questions as it should be; throws where it has no place for it. */
export function readmeWithTable(
  readme: string,
  programme: Programme,
  locale: Locale,
  questions = QUESTIONS,
): string {
  if (!PLACE.test(readme)) throw new Error("the page has no place for the questions");
  return readme.replace(PLACE, (_, start: string, end: string) => {
    return `${start}\n${questionTable(questions, programme, locale)}\n\n${end}`;
  });
}
