import type { HolidayYear } from "../../src/domain/calendar/holiday-year.ts";
import { addDays } from "../../src/domain/calendar/shanghai-time.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { dayName, longDayName } from "../names.ts";
import { query } from "../query.ts";
import { type PlainText, plainText } from "../text/plain-answers.ts";
import { shortAnswer } from "./short-answer.ts";

/** `day`: the one asked about; without it, what comes next from `today` on. `known` and `next`: this year's arrangement and the next. */
export type CalendarView = {
  programme: Programme;
  today: string;
  day?: string;
  year: number;
  known: HolidayYear | null;
  next: HolidayYear | null;
  locale: Locale;
};

/** Whether one works on a day, or the next festival with its working weekends, and those after it. */
export function calendarAnswer({ programme, today, day, year, known, next, locale }: CalendarView): Card {
  const text = plainText(locale);
  const lines = !known
    ? [text.unknownYear(year)]
    : day !== undefined
      ? [dayLine(day, known, locale, text)]
      : comingLines(today, known, next, locale, text);
  return shortAnswer({
    programme,
    title: text.calendarTitle(year),
    lines,
    note: text.understood(day === undefined ? text.calendarTitle(year) : longDayName(day, locale)),
    offers: [[text.deadline, query.ask("deadline")]],
    locale,
  });
}

function dayLine(day: string, { holidays, workdays }: HolidayYear, locale: Locale, text: PlainText): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const said: [string, string] = [longDayName(day, locale), text.weekdays[weekday] ?? ""];
  const holiday = holidays.find((one) => one.day === day);
  if (holiday) return text.holiday(...said, holiday.name);
  if (workdays.includes(day)) return text.makeUp(...said);
  return weekday === 0 || weekday === 6 ? text.off(...said) : text.works(...said);
}

type Festival = { name: string; days: string[] };

/** Festivals that have not ended, the next one first, and the working weekends still to come. */
function comingLines(
  today: string,
  known: HolidayYear,
  nextYear: HolidayYear | null,
  locale: Locale,
  text: PlainText,
): string[] {
  const [next, ...later] = festivals(known).filter(({ days }) => (days.at(-1) ?? "") >= today);
  const worked = known.workdays.filter((day) => day >= today).map((day) => dayName(day, locale));
  if (!next) {
    const after = nextYear
      ? comingLines(today, nextYear, null, locale, text)
      : [text.unknownYear(known.year + 1)];
    return [text.noneLeft(known.year), ...after];
  }
  const span = ({ days }: Festival) => runText(days, locale, text);
  return [
    text.next(next.name, span(next), next.days.length),
    worked.length > 0 ? text.makeUps(worked.join(text.and)) : text.noMakeUps,
    ...later.map((one) => text.festival(one.name, span(one), one.days.length)),
  ];
}

function festivals({ holidays }: HolidayYear): Festival[] {
  return [...new Set(holidays.map(({ name }) => name))].map((name) => ({
    name,
    days: holidays.filter((one) => one.name === name).map(({ day }) => day),
  }));
}

/** Consecutive days as one span. */
function runText(days: string[], locale: Locale, text: PlainText): string {
  const starts = days.filter((day) => !days.includes(addDays(day, -1)));
  const runs = starts.map((start) => {
    const end = days.find((day) => day >= start && !days.includes(addDays(day, 1))) ?? start;
    return start === end ? dayName(start, locale) : text.range(dayName(start, locale), dayName(end, locale));
  });
  return runs.join(text.and);
}
