import { calendarAnswer } from "../../../cards/ask/calendar.ts";
import { shortAnswer } from "../../../cards/ask/short-answer.ts";
import { query } from "../../../cards/query.ts";
import { plainText } from "../../../cards/text/plain-answers.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { knownYear } from "../../domain/calendar/working-days.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

// Answers that need no figures.

/** "谢谢" gets one line. */
export function answerThanks({ person }: Asker): Reply {
  return { text: plainText(person.locale).welcome };
}

/** "什么时候放假", "这周六上班吗": by the arrangements known. */
export function answerCalendar(deps: Deps, { person }: Asker, day: string | undefined): Reply {
  const today = shanghaiDay(deps.clock.now());
  const year = Number((day ?? today).slice(0, 4));
  const card = calendarAnswer({
    programme: deps.programme,
    today,
    ...(day === undefined ? {} : { day }),
    year,
    known: knownYear(year)?.year ?? null,
    next: knownYear(year + 1)?.year ?? null,
    locale: person.locale,
  });
  return { card, stands: { kind: "about", subject: "" } };
}

/** A thing no report holds: that is said, never a figure near to it. */
export function answerNotCollected(
  deps: Deps,
  { person }: Asker,
  { thing, towns }: Extract<Intent, { kind: "not_collected" }>,
): Reply {
  const { locale } = person;
  const text = plainText(locale);
  const [town] = towns;
  const card = shortAnswer({
    programme: deps.programme,
    title: text.notCollectedTitle,
    lines: [text.notCollected(thing), text.collected],
    offers: town && towns.length === 1 ? [[text.status, query.status(town.slug)]] : [],
    locale,
  });
  return { card, stands: { kind: "about", subject: "" } };
}
