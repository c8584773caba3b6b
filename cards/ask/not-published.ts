import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { answerText } from "../text/answers.ts";
import { quarterLine } from "../text/quarter.ts";

/** `reported`: false for a quarter of before the first report. `published`: the quarters that are, newest first. */
export type NotPublishedView = {
  programme: Programme;
  period: PeriodId;
  quarter: Timetable;
  reported: boolean;
  published: PeriodId[];
  locale: Locale;
};

/** Quarters offered by name. */
const OFFERED = 4;

/** The answer to a question about a quarter without a published result: never another quarter's figures. */
export function notPublishedCard(view: NotPublishedView): Card {
  const { programme, period, quarter, reported, locale } = view;
  const text = answerText(locale);
  const name = periodName(period, locale);
  const published = view.published.slice(0, OFFERED);
  const lead = reported
    ? `${text.notPublished(name)}${quarterLine(quarter, locale, false)}`
    : text.notCollected(name);
  const others = published.map((one) => periodName(one, locale));
  return card({ title: name, subtitle: nameOf(programme, locale), template: "wathet" }, [
    md([lead, text.publishedAre(others)].join("<br>")),
    row(
      published
        .slice(0, 2)
        .map((one) => [button(text.rankingOf(periodName(one, locale)), query.ranking(one))]),
      [],
      "flow",
    ),
  ]);
}
