import { type HolidayYear, holidayYearSchema } from "../../../src/domain/calendar/holiday-year.ts";
import { periodOf } from "../../../src/domain/calendar/period.ts";
import { addDays } from "../../../src/domain/calendar/shanghai-time.ts";
import { calendar } from "../../../src/domain/procedure/calendar.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { dueDate } from "../../../src/domain/quarter/dates.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { dayName, longDayName, periodName } from "../../names.ts";
import { calendarText } from "../../text/calendar.ts";
import { calendarWords } from "../../text/procedures/calendar.ts";
import { recordText } from "../../text/record.ts";
import type { ProcedureKit } from "../kit.ts";

export const calendarKit: ProcedureKit = {
  definition: calendar,
  words: calendarWords,
  body: ({ record, programme, locale }) => {
    const year = holidayYearSchema.safeParse(record.data.year);
    if (!year.success) return [];
    const { encouraged } = record.data;
    const text = calendarText(locale);
    const only = Array.isArray(encouraged) ? encouraged.filter((one) => typeof one === "string") : [];
    return [
      ...yearLines(year.data, programme, locale),
      ...only.map((sentence) => md(text.encouraged(typed(sentence, 120)), "notation")),
    ];
  },
};

/** A year's arrangement as text: festivals, working weekends, and the resulting due dates. */
function yearLines(year: HolidayYear, programme: Programme, locale: Locale): CardElement[] {
  const text = calendarText(locale);
  const { comma } = recordText(locale);
  const festivals = [...new Set(year.holidays.map(({ name }) => name))].map((name) => {
    const days = year.holidays.filter((one) => one.name === name).map(({ day }) => day);
    return text.festival(
      name,
      runsOf(days)
        .map((run) => runName(run, locale))
        .join(comma),
      days.length,
    );
  });
  const worked = year.workdays.map((day) => longDayName(day, locale)).join(comma);
  return [
    md(festivals.join("<br>")),
    md(worked === "" ? text.noWorkdays : text.workdays(worked)),
    md([text.deadlines, ...deadlines(year, programme, locale)].join("<br>")),
  ];
}

/** The due dates in that year: of the previous year's last quarter and this year's first three quarters. */
function deadlines(year: HolidayYear, programme: Programme, locale: Locale): string[] {
  const known = new Map([[year.year, year]]);
  const quarters = [periodOf(year.year - 1, 4), ...[1, 2, 3].map((n) => periodOf(year.year, n))];
  return quarters.flatMap((period) => {
    const due = dueDate(period, programme, known);
    if (!due.known) return [];
    return [calendarText(locale).deadline(periodName(period, locale), longDayName(due.due, locale))];
  });
}

type Run = { first: string; last: string };

/** Groups consecutive days into runs. */
function runsOf(days: string[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last.last, 1) === day) last.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function runName({ first, last }: Run, locale: Locale): string {
  if (first === last) return longDayName(first, locale);
  // The year is written once, where each language has it: at the beginning or at the end.
  const once = first.slice(0, 4) === last.slice(0, 4);
  const from = once && locale === "en" ? dayName(first, locale) : longDayName(first, locale);
  const to = once && locale !== "en" ? dayName(last, locale) : longDayName(last, locale);
  return calendarText(locale).range(from, to);
}
