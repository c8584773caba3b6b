import { nameOf as placeName } from "../../../../cards/names.ts";
import { yearOf } from "../../../domain/calendar/period.ts";
import { countyOf, type Programme, type Town } from "../../../domain/programme/programme.ts";
import { IMAGE, sectionsOf } from "../../../domain/report/content.ts";
import type { Demo, ScriptedQuarter } from "../demo-file.ts";
import { figureInputs } from "../figure-inputs.ts";
import { fourthQuarter } from "./fourth-quarter.ts";

/** The course of a quarter, and the parts done already: reports, reviews, and reports that only need correcting. */
export type QuarterPlan = ScriptedQuarter & { reported?: string[]; approved?: string[]; mends?: string[] };

export type Cast = { demo: Demo; programme: Programme };

/** The data of a quarter's steps, as {{quarter}}. Throws for a town without figures in the demo. */
export function quarterData(cast: Cast, plan: QuarterPlan): Record<string, unknown> {
  const { demo, programme } = cast;
  const { reported = [], approved = [] } = plan;
  const towns = programme.towns.filter(({ slug }) => ![...plan.silent, ...approved].includes(slug));
  const reports = towns
    .map((town, index) => ({ town, at: plan.late[town.slug] ?? dayAfter(plan.opens, index) }))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ town, at }) => report(cast, plan, town, at));
  return {
    ...plan,
    reports: reports.filter(({ slug }) => !reported.includes(slug)),
    reviews: reports,
    silent: plan.silent.map((slug) => nameOf(demo, "town_official", slug)),
  };
}

// Three towns a day, from the day after the opening.
function dayAfter(opens: string, index: number): string {
  const day = new Date(`${opens.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1 + Math.floor(index / 3));
  return `${day.toISOString().slice(0, 10)}T${String(9 + 2 * (index % 3)).padStart(2, "0")}:00`;
}

function report({ demo, programme }: Cast, quarter: QuarterPlan, town: Town, at: string) {
  const { period } = quarter;
  const county = countyOf(programme, town).slug;
  const figures = (demo.figures[period] ?? fourthQuarter(demo))[town.slug];
  const plan = demo.plans[yearOf(period)]?.[town.slug];
  if (!plan || !figures) throw new Error(`no figures of ${town.slug} in ${period}`);
  const inputs = figureInputs(figures, { programme, town: town.slug, period, plan, earlier: [] });
  const mends = quarter.mends?.includes(town.slug) === true;
  // The demo's own reports have no photos.
  const isBare = mends || quarter.bare.includes(town.slug);
  return {
    town: town.name,
    town_en: placeName(town, "en"),
    slug: town.slug,
    at,
    isLate: town.slug in quarter.late,
    official: nameOf(demo, "town_official", town.slug),
    official_en: englishNameOf(demo, "town_official", town.slug),
    deputy: nameOf(demo, "town_official", town.slug, 1),
    reviewer: nameOf(demo, "county_reviewer", county),
    reviewer_en: englishNameOf(demo, "county_reviewer", county),
    fills: !mends,
    mends,
    sections: mends ? [] : sectionsOf(programme),
    image: IMAGE,
    knows: Object.fromEntries(Object.entries(inputs).map(box)),
    bare: isBare,
    /** The answer to submitting: without a photo the bot asks first. */
    answer: isBare ? "还缺照片" : "已提交",
    photo: isBare ? "" : `${period} ${town.slug}`,
    returned: quarter.returned.includes(town.slug),
  };
}

/** The box of an item that is not started is empty. */
function box([name, value]: [string, string]): [string, string] {
  return [name, name.includes("/item.") && Number(value) <= 0 ? "" : value];
}

/** The demo's n-th person of a role, in Chinese, as on the cards the script presses. */
export function nameOf(demo: Demo, role: string, area: string, nth = 0): string {
  return personOf(demo, role, area, nth).name;
}

/** The same person's English name. */
export function englishNameOf(demo: Demo, role: string, area: string, nth = 0): string {
  return personOf(demo, role, area, nth).nameEn;
}

function personOf(demo: Demo, role: string, area: string, nth: number): Demo["people"][number] {
  const fitting = demo.people.filter((one) => one.role === role && one.area === area);
  const person = [...fitting].sort((a, b) => Number(a.locale === "en") - Number(b.locale === "en"))[nth];
  if (person === undefined) throw new Error(`the demo has no ${role} of ${area}`);
  return person;
}
