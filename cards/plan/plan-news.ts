import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { PlanChange } from "../../src/domain/plan/plan-change.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { UNPLANNED } from "../../src/domain/report/plan.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { planText } from "../text/plan.ts";
import { changeLines } from "./plan-lines.ts";

/** `periods`: the quarters whose report the town is filling in and which follow the change. */
export type PlanNewsView = {
  programme: Programme;
  year: number;
  change: PlanChange;
  periods: readonly PeriodId[];
  locale: Locale;
};

/** Tells a town what a change of the year's plan has made of the report it is filling in. */
export function planNewsCard({ programme, year, change, periods, locale }: PlanNewsView): Card {
  const text = planText(locale);
  const town = townBySlug(programme, change.town);
  const name = town ? townName(town, locale) : change.town;
  const lines = changeLines(change.before ?? UNPLANNED, change.after, { programme, locale });
  const quarters = periods.map((period) => periodName(period, locale)).join(text.list);
  return card({ title: text.news(year), subtitle: nameOf(programme, locale), template: "blue" }, [
    md(text.town(name, lines)),
    md(text.followed(quarters)),
    row([[button(text.myForm, query.myForm(), { type: "primary" })]], [], "flow"),
  ]);
}
