import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { withoutStop } from "../../src/domain/reading/readable.ts";
import type { VisitSummary } from "../../src/domain/visit/summary.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, typed } from "../elements.ts";
import { dayName, nameOf, periodName, townName } from "../names.ts";
import { rectificationWords } from "../text/procedures/rectification.ts";
import { visitText } from "../text/visits.ts";

/** Findings a card lists at most, and how much of one it shows. */
const MOST = 12;
const BRIEF = 60;
const MOST_COMING = 3;

/** `mayPlan`: the reader may plan a visit. */
type SummaryView = { programme: Programme; summary: VisitSummary; mayPlan: boolean; locale: Locale };

/** The inspections of a quarter: where one was, what was praised, what is being mended, and which counties are left. */
export function visitSummaryCard(view: SummaryView): Card {
  const { programme, summary, locale } = view;
  const text = visitText(locale);
  const { period, visits, towns, planned, mendings, closed, open } = summary;
  const title = text.summaryTitle(periodName(period, locale));
  const template = open.some(({ late }) => late) ? "red" : "blue";
  return card({ title, subtitle: nameOf(programme, locale), template }, [
    md(
      [
        visits + planned === 0 ? text.none : text.count(visits, towns.length, planned),
        ...(mendings.length > 0 ? [text.found(mendings.length, closed)] : []),
        ...coming(view),
        ...left(view),
      ].join("<br>"),
    ),
    ...mending(view),
    ...praised(view),
    ways(view),
  ]);
}

/** The next visits with their days and towns. */
function coming({ programme, summary, locale }: SummaryView): string[] {
  const text = visitText(locale);
  return summary.coming.slice(0, MOST_COMING).map(({ from, to, towns }) => {
    const names = towns.map((slug) => nameIn(programme, slug, locale)).join(text.comma);
    return text.coming(text.days(dayName(from, locale), dayName(to, locale)), names);
  });
}

/** The counties without a visit, planned or not. */
function left({ programme, summary: { unplanned, awaited, period }, locale }: SummaryView): string[] {
  const text = visitText(locale);
  const names = (slugs: readonly string[]) =>
    programme.counties
      .filter(({ slug }) => slugs.includes(slug))
      .map((county) => nameOf(county, locale))
      .join(text.comma);
  return [
    ...(awaited.length > 0 ? [text.awaited(names(awaited))] : []),
    unplanned.length > 0 ? text.missing(periodName(period, locale), names(unplanned)) : text.allPlanned,
  ];
}

function mending({ programme, summary: { open }, locale }: SummaryView): CardElement[] {
  const text = visitText(locale);
  if (open.length === 0) return [md(text.noOpen)];
  const states: Record<string, string> = rectificationWords[locale].states;
  const lines = open.slice(0, MOST).map(({ town, finding, state, until, late }) => {
    const due = until === null ? null : dayName(until, locale);
    const what = text.earlier(typed(withoutStop(finding), BRIEF), states[state] ?? state, due, late);
    return `- ${text.line(nameIn(programme, town, locale), what)}`;
  });
  const late = open.filter((one) => one.late).length;
  const more = open.length - lines.length;
  return [
    md([`**${text.open(open.length, late)}**`, ...lines, ...(more > 0 ? [text.more(more)] : [])].join("\n")),
  ];
}

function praised({ programme, summary, locale }: SummaryView): CardElement[] {
  if (summary.praised.length === 0) return [];
  const text = visitText(locale);
  const lines = summary.praised
    .slice(0, MOST)
    .map(({ place, what }) => `- ${text.line(nameIn(programme, place, locale), typed(what, BRIEF))}`);
  return [panel(`${text.praised} ${summary.praised.length}`, [md(lines.join("\n"))])];
}

function nameIn(programme: Programme, slug: string, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : slug;
}

function ways({ mayPlan, locale }: SummaryView): CardElement {
  const text = visitText(locale);
  const list = (scope: string) => ({ kind: "list", scope, page: "1" }) as const;
  return row(
    [
      ...(mayPlan
        ? [[button(text.plan, { kind: "new", procedure: "visit", about: "//" }, { type: "primary" })]]
        : []),
      [button(text.seeMending, list("rectification"))],
      [button(text.seeVisits, list("visit"))],
    ],
    [],
    "flow",
  );
}
