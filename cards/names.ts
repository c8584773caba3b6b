import { type PeriodId, quarterOf, yearOf } from "../src/domain/calendar/period.ts";
import { shanghaiClock, shanghaiDay } from "../src/domain/calendar/shanghai-time.ts";
import { isWorkingDay } from "../src/domain/calendar/working-days.ts";
import type { Locale } from "../src/domain/programme/people.ts";
import { countyOf, type Programme, type Town, townBySlug } from "../src/domain/programme/programme.ts";
import { IMAGE, INVESTMENT, type SectionId } from "../src/domain/report/content.ts";
import type { SchemeNode } from "../src/domain/scoring/scheme.ts";

// Names of towns, sections, quarters and days in the reader's language. The names come from the pack.

type Named = { name: string; nameEn: string };

const SECTIONS: Record<string, Named> = {
  [INVESTMENT]: { name: "项目投资", nameEn: "Investment" },
  [IMAGE]: { name: "形象进度", nameEn: "Image progress" },
};
const QUARTERS = { 1: "一", 2: "二", 3: "三", 4: "四" } as const;
const WEEKDAYS = "日一二三四五六";
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The pack's name of anything that has one. */
export function nameOf(thing: Named, locale: Locale): string {
  return locale === "en" ? thing.nameEn : thing.name;
}

/** An indicator's or group's name; its id where the scheme gives it none. */
export function nodeName({ id, label, labelEn }: SchemeNode, locale: Locale): string {
  return (locale === "en" ? labelEn : label) ?? id;
}

export function townName(town: Town, locale: Locale): string {
  return nameOf(town, locale);
}

/** A town's name, with its county when another town of the programme has the same name. */
export function distinctTownName(programme: Programme, town: Town, locale: Locale): string {
  const name = townName(town, locale);
  if (!namesakes(programme, locale).has(name)) return name;
  const county = countyName(programme, town, locale);
  return locale === "en" ? `${name} (${county})` : `${name}（${county}）`;
}

const shared = new WeakMap<readonly Town[], Record<Locale, Set<string>>>();

/** The names that more than one town of a programme has. */
function namesakes({ towns }: Programme, locale: Locale): Set<string> {
  const known = shared.get(towns) ?? { "zh-CN": repeated(towns, "zh-CN"), en: repeated(towns, "en") };
  shared.set(towns, known);
  return known[locale];
}

function repeated(towns: readonly Town[], locale: Locale): Set<string> {
  const seen = new Set<string>();
  return new Set(
    towns.flatMap((town) => {
      const name = townName(town, locale);
      if (seen.has(name)) return [name];
      seen.add(name);
      return [];
    }),
  );
}

/** The name of a town's county. */
export function countyName(programme: Programme, town: Town, locale: Locale): string {
  return nameOf(countyOf(programme, town), locale);
}

/** The name of a content area, or of one of the two sections every programme has. */
export function sectionName(programme: Programme, section: SectionId, locale: Locale): string {
  const named = SECTIONS[section] ?? programme.areas.find((area) => area.id === section);
  return named ? nameOf(named, locale) : section;
}

/** `2026年第三季度`, `Q3 2026`. */
export function periodName(period: PeriodId, locale: Locale): string {
  const quarter = quarterOf(period);
  return locale === "en" ? `Q${quarter} ${yearOf(period)}` : `${yearOf(period)}年第${QUARTERS[quarter]}季度`;
}

/** `26年三季度`, `Q3 26`: short enough for a chart's axis. */
export function shortPeriodName(period: PeriodId, locale: Locale): string {
  const [year, quarter] = [String(yearOf(period)).slice(2), quarterOf(period)];
  return locale === "en" ? `Q${quarter} ${year}` : `${year}年${QUARTERS[quarter]}季度`;
}

/** `10月15日`, `15 Oct`, of a day `YYYY-MM-DD`. */
export function dayName(day: string, locale: Locale): string {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  return locale === "en" ? `${date} ${MONTHS[month - 1] ?? month}` : `${month}月${date}日`;
}

/** The name of a town that was merged or a department that was dissolved; the slug for any other. */
export function formerName({ former }: Pick<Programme, "former">, slug: string, locale: Locale): string {
  const found = [...former.towns, ...former.departments].find((one) => one.slug === slug);
  return found ? nameOf(found, locale) : slug;
}

/** A town's name by its slug, also of one that is no more. */
export function townNamed(programme: Programme, slug: string, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : formerName(programme, slug, locale);
}

/** `2026年8月15日`, `15 Aug 2026`, of a day `YYYY-MM-DD`. */
export function longDayName(day: string, locale: Locale): string {
  const year = day.slice(0, 4);
  return locale === "en" ? `${dayName(day, locale)} ${year}` : `${year}年${dayName(day, locale)}`;
}

/** `2026年9月30日（周三）`, `30 Sep 2026 (Wed)`: a day somebody typed, as it was understood. */
export function weekdayName(day: string, locale: Locale): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const named = longDayName(day, locale);
  const off = isWorkingDay(day) === false;
  return locale === "en"
    ? `${named} (${WEEKDAYS_EN[weekday]}${off ? ", a day off" : ""})`
    : `${named}（周${WEEKDAYS[weekday]}${off ? "，休息日" : ""}）`;
}

/** `10月15日 09:30`, `15 Oct 09:30`: a moment (UTC ms) in Shanghai time. */
export function momentName(at: number, locale: Locale): string {
  return `${dayName(shanghaiDay(at), locale)} ${shanghaiClock(at)}`;
}
