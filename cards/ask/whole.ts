import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Ranking } from "../../src/domain/ranking/ranked-town.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";
import type { TownState } from "../../src/domain/views.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { countyName, distinctTownName, periodName } from "../names.ts";
import { query } from "../query.ts";
import { quarterLine } from "../text/quarter.ts";
import { stateTerm } from "../text/terms.ts";
import { type WholeText, wholeText } from "../text/whole.ts";
import { shortAnswer } from "./short-answer.ts";

/** `rows`: of the towns whose reports the asker may look into; `ranking`: the last one published. */
export type WholeView = {
  programme: Programme;
  quarter: Timetable;
  rows: TownState[];
  ranking: Ranking | null;
  locale: Locale;
};

const OPEN: readonly TownState["state"][] = ["not_started", "draft"];

/** The programme at a glance: how many have reported, until when, and how the last ranking stands. */
export function wholeCard({ programme, quarter, rows, ranking, locale }: WholeView): Card {
  const text = wholeText(locale);
  const missing = rows.filter(({ state }) => OPEN.includes(state)).length;
  const returned = rows.filter(({ state }) => state === "returned").length;
  const offers: Array<[string, Action]> = [
    ...(rows.length > 0
      ? [[text.buttons.missing, query.missing(quarter.period)] satisfies [string, Action]]
      : []),
    ...(ranking ? [[text.buttons.ranking, query.ranking(ranking.period)] satisfies [string, Action]] : []),
  ];
  return shortAnswer({
    programme,
    title: text.overview(periodName(quarter.period, locale)),
    lines: [
      ...(rows.length > 0
        ? [
            text.reported(
              rows.length - missing - returned,
              rows.length,
              missing,
              scopeOf(programme, rows, locale),
            ),
          ]
        : []),
      ...(returned > 0 ? [text.returned(returned)] : []),
      quarterLine(quarter, locale, false),
      ...(ranking ? resultLines(programme, ranking, locale, text) : []),
    ],
    offers,
    locale,
  });
}

/** Whose reports are counted, where they are not everybody's: what one may not look into is not counted as if it were none. */
function scopeOf(programme: Programme, rows: readonly TownState[], locale: Locale): string | null {
  if (rows.length === programme.towns.length) return null;
  const [first, ...others] = rows.map(({ town }) => town);
  if (!first) return null;
  if (others.length === 0) return distinctTownName(programme, first, locale);
  const counties = new Set([first, ...others].map((town) => countyName(programme, town, locale)));
  return wholeText(locale).list([...counties]);
}

function resultLines(
  programme: Programme,
  { period, rows }: Ranking,
  locale: Locale,
  text: WholeText,
): string[] {
  const first = rows
    .filter(({ rank }) => rank === 1)
    .map(({ town }) => distinctTownName(programme, town, locale));
  const count = (light: Light) => rows.filter((row) => row.light === light).length;
  return [
    text.published(periodName(period, locale), first),
    text.lights(count("red"), count("yellow"), count("green")),
  ];
}

/** `rows`: as above; `own`: the asker's own report; `next`: the first report that waits for the asker's review. */
export type WaitingView = Omit<WholeView, "ranking"> & { own: boolean; next: Town | null };

/** Reports listed, so that the card stays within its size in a large programme. */
const REPORTS = 20;

/** What waits: reports to be reviewed, and reports returned and not sent again. */
export function waitingCard({ programme, quarter, rows, own, next, locale }: WaitingView): Card {
  const text = wholeText(locale);
  const waiting = own ? rows : rows.filter(({ state }) => state === "submitted" || state === "returned");
  const lines = waiting.slice(0, REPORTS).map(({ town, state }) => {
    const name = distinctTownName(programme, town, locale);
    const county = countyName(programme, town, locale);
    if (own && (OPEN.includes(state) || state === "returned"))
      return text.toReport(name, stateTerm(state, locale).text);
    if (own) return text.reportIs(name, stateTerm(state, locale).text);
    return (state === "submitted" ? text.toReview : text.toMend)(name, county);
  });
  const more = waiting.length - REPORTS;
  return shortAnswer({
    programme,
    title: text.waiting(periodName(quarter.period, locale)),
    lines: [
      ...(lines.length > 0 ? lines : [text.nothingWaits]),
      ...(more > 0 ? [text.moreReports(more)] : []),
      quarterLine(quarter, locale, false),
    ],
    offers: [
      ...(next
        ? [
            [
              text.buttons.review(distinctTownName(programme, next, locale)),
              { kind: "review", period: quarter.period, town: next.slug },
            ] satisfies [string, Action],
          ]
        : []),
      ...(own ? [[text.buttons.myForm, query.myForm()] satisfies [string, Action]] : []),
    ],
    locale,
  });
}
