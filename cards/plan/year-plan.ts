import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, typed } from "../elements.ts";
import { nameOf, townName } from "../names.ts";
import { planText } from "../text/plan.ts";
import { dueText, planLines } from "./plan-lines.ts";

/** `towns`: those the reader asked for and may see. `mayChange`: one town alone has a button to the form. */
export type YearPlanView = {
  programme: Programme;
  year: number;
  plans: ReadonlyMap<string, YearPlan>;
  towns: readonly Town[];
  mayChange: boolean;
  locale: Locale;
};

const REASON = 30;
/** Towns whose plans are shown unfolded. */
const TOLD = 3;

/** A year's plans, a line a town; of one town alone its projects and items by name. */
export function yearPlanCard(view: YearPlanView): Card {
  const { programme, year, plans, towns, locale } = view;
  const text = planText(locale);
  const [only, ...others] = towns;
  const plan = only && others.length === 0 ? plans.get(only.slug) : undefined;
  return card({ title: text.overview(year), subtitle: nameOf(programme, locale), template: "blue" }, [
    ...(plans.size === 0 ? [md(text.noPlan(year))] : []),
    ...(towns.length > TOLD ? foldedTowns(view) : towns.map((town) => townLine(view, town))),
    ...(plan ? itemParts(plan, view) : []),
    ...(only && view.mayChange ? [changeLine(view, only, others.length === 0)] : []),
  ]);
}

function townLine({ programme, plans, locale }: YearPlanView, town: Town): CardElement {
  const text = planText(locale);
  const plan = plans.get(town.slug);
  const lines = plan ? planLines(plan, { programme, locale }) : [];
  return md(text.town(townName(town, locale), lines.length > 0 ? lines : [text.noPlanOf]));
}

/** Each town's plan folded behind what it invests; those without one in a line. */
function foldedTowns({ programme, plans, towns, locale }: YearPlanView): CardElement[] {
  const text = planText(locale);
  const without = towns.filter(({ slug }) => !plans.has(slug)).map((town) => townName(town, locale));
  const panels = towns.flatMap((town) => {
    const plan = plans.get(town.slug);
    const [first = text.noPlanOf, ...more] = plan ? planLines(plan, { programme, locale }) : [];
    const name = text.headed(townName(town, locale), first);
    return plan ? [more.length > 0 ? panel(name, [md(more.join("<br>"))]) : md(name)] : [];
  });
  return [...panels, ...(without.length > 0 ? [md(text.without(without))] : [])];
}

/** The way to the form of one town; from the card of all of them, the words that lead there. */
function changeLine({ year, locale }: YearPlanView, town: Town, alone: boolean): CardElement {
  const text = planText(locale);
  if (!alone) return md(text.toChange(locale === "en" ? townName(town, locale) : town.short), "notation");
  return button(text.change, { kind: "new", procedure: "plan", about: `/${town.slug}/${year}` });
}

/** The items by the quarter they are due, and folded those that do not apply, with the reason. */
function itemParts(plan: YearPlan, { programme, locale }: YearPlanView): CardElement[] {
  const { quarters, excused } = itemTexts(plan, programme, locale);
  const text = planText(locale);
  return [
    ...(quarters.length > 0 ? [md(quarters.join("<br>"))] : []),
    ...(excused.length > 0 ? [panel(text.excused(excused.length), [md(excused.join("<br>"))])] : []),
  ];
}

/** The items by the quarter they are due, then those that do not apply, with the reason. */
export function itemLines(
  plan: YearPlan,
  programme: Programme,
  locale: Locale,
): Array<ReturnType<typeof md>> {
  const text = planText(locale);
  const { quarters, excused } = itemTexts(plan, programme, locale);
  const lines = [
    ...quarters,
    ...(excused.length > 0 ? [text.dueItems(text.notApplicable, excused.join(text.list))] : []),
  ];
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

function itemTexts(
  plan: YearPlan,
  programme: Programme,
  locale: Locale,
): { quarters: string[]; excused: string[] } {
  const text = planText(locale);
  const items = programme.areas.flatMap((area) => area.items);
  const named = (wanted: string) =>
    items.filter(({ id }) => dueText(plan, id, locale) === wanted).map((item) => nameOf(item, locale));
  const quarters = [1, 2, 3, 4].map(text.quarter).flatMap((quarter) => {
    const names = named(quarter);
    return names.length > 0 ? [text.dueItems(quarter, names.join(text.list))] : [];
  });
  const excused = items.flatMap((item) => {
    const reason = plan.notApplicable?.[item.id];
    return reason === undefined ? [] : [`${nameOf(item, locale)}${text.because(typed(reason, REASON))}`];
  });
  return { quarters, excused };
}
