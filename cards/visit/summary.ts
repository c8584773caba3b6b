import { isOff } from "../../src/domain/procedure/definition.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { VisitSummary } from "../../src/domain/visit/summary.ts";
import { visit } from "../../src/domain/visit/visit.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { dayName, nameOf, periodName, townNamed } from "../names.ts";
import { visitText } from "../text/visits.ts";
import { MOST, mendingLine, noteLines } from "./lines.ts";

const MOST_COMING = 3;

/** `mayPlan`: the reader may plan a visit. `own`: the reader's own towns alone, so that no county is said to be left. */
type SummaryView = {
  programme: Programme;
  summary: VisitSummary;
  mayPlan: boolean;
  own?: true;
  locale: Locale;
};

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
        ...(view.own && !summary.past && summary.coming.length === 0 ? [text.noneComing] : []),
        ...(view.own || isOff(visit, programme) ? [] : left(view)),
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
    const names = towns.map((slug) => townNamed(programme, slug, locale)).join(text.comma);
    return text.coming(text.days(dayName(from, locale), dayName(to, locale)), names);
  });
}

/** The counties without a visit, planned or not. */
function left({ programme, summary, locale }: SummaryView): string[] {
  const { unplanned, awaited, period, past } = summary;
  const text = visitText(locale);
  const names = (slugs: readonly string[]) =>
    programme.counties
      .filter(({ slug }) => slugs.includes(slug))
      .map((county) => nameOf(county, locale))
      .join(text.comma);
  return [
    ...(awaited.length > 0 ? [text.awaited(names(awaited))] : []),
    ...(unplanned.length > 0
      ? [(past ? text.pastMissing : text.missing)(periodName(period, locale), names(unplanned))]
      : past
        ? []
        : [text.allPlanned]),
  ];
}

function mending({ programme, summary: { open }, locale }: SummaryView): CardElement[] {
  const text = visitText(locale);
  if (open.length === 0) return [md(text.noOpen)];
  const lines = open.slice(0, MOST).map((one) => mendingLine(programme, one, locale));
  const late = open.filter((one) => one.late).length;
  const more = open.length - lines.length;
  return [
    md([`**${text.open(open.length, late)}**`, ...lines, ...(more > 0 ? [text.more(more)] : [])].join("\n")),
  ];
}

function praised({ programme, summary, locale }: SummaryView): CardElement[] {
  if (summary.praised.length === 0) return [];
  const text = visitText(locale);
  return [
    panel(`${text.praised} ${summary.praised.length}`, [md(noteLines(programme, summary.praised, locale))]),
  ];
}

function ways({ mayPlan, own, locale }: SummaryView): CardElement {
  const text = visitText(locale);
  const list = (scope: string) => ({ kind: "list", scope, page: "1" }) as const;
  return row(
    [
      ...(mayPlan
        ? [[button(text.plan, { kind: "new", procedure: "visit", about: "//" }, { type: "primary" })]]
        : []),
      [button(text.seeMending, list("rectification"))],
      [button(text.seeVisits, list(own ? "visit_notice" : "visit"))],
    ],
    [],
    "flow",
  );
}
