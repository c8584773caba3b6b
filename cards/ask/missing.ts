import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { ProgressRow, TownState } from "../../src/domain/views.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { countyName, nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { type AskText, askText } from "../text/ask.ts";
import { quarterLine } from "../text/quarter.ts";
import { stateTerm } from "../text/terms.ts";

/** How far a draft has come is told where it is known. */
export type MissingRow = TownState & Partial<Pick<ProgressRow, "done" | "sections">>;
/** `rows`: every town the asker may see, in any state. */
export type MissingView = {
  programme: Programme;
  period: PeriodId;
  quarter: Timetable;
  rows: MissingRow[];
  locale: Locale;
};

/** Towns named; the rest are counted, so that the card stays within its size in a large programme. */
export const MOST_NAMED = 60;

/** The towns that have not reported, by county. A returned report counts as reported and is listed separately. */
export function missingCard(view: MissingView): Card {
  const { programme, period, rows, locale } = view;
  const text = askText(locale);
  const missing = rows.filter(({ state }) => state === "not_started" || state === "draft");
  const returned = rows.filter(({ state }) => state === "returned");
  const nobody = missing.length === 0;
  return card(
    {
      title: text.missingTitle(periodName(period, locale)),
      subtitle: nameOf(programme, locale),
      template: nobody ? "green" : "blue",
    },
    [
      md(nobody ? text.nobodyMissing(rows.length) : text.missingCount(missing.length, rows.length)),
      ...byCounty(missing, view, text),
      ...(returned.length > 0 ? [md(text.returnedCount(returned.length))] : []),
      ...byCounty(returned, view, text),
      md(quarterLine(view.quarter, locale, !nobody), "notation"),
      row(
        [
          [button(text.buttons.deadline, query.ask("deadline"))],
          [button(text.buttons.refresh, query.missing(period))],
        ],
        [],
        "flow",
      ),
    ],
  );
}

function byCounty(rows: MissingRow[], view: MissingView, text: AskText): CardElement[] {
  const counties = new Map<string, string[]>();
  for (const line of rows.slice(0, MOST_NAMED)) {
    const county = countyName(view.programme, line.town, view.locale);
    counties.set(county, [...(counties.get(county) ?? []), townWords(line, view.locale, text)]);
  }
  const more = rows.length - MOST_NAMED;
  const lines = [
    ...[...counties].map(([county, towns]) => text.county(county, towns)),
    ...(more > 0 ? [text.unnamed(more)] : []),
  ];
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

function townWords({ town, state, done, sections }: MissingRow, locale: Locale, text: AskText): string {
  const words = stateTerm(state, locale).text;
  const name = townName(town, locale);
  return state === "draft" && done !== undefined && sections !== undefined
    ? text.missingTown(name, words, done, sections)
    : text.missingUntouched(name, words);
}
