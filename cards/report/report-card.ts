import { previousPeriod } from "../../src/domain/calendar/period.ts";
import type { Card, CardElement, Template } from "../card.ts";
import { card, md, typed } from "../elements.ts";
import { periodName, townName } from "../names.ts";
import { REPORT_TEXT } from "../text/report.ts";
import type { Term } from "../text/terms.ts";
import type { ReportView } from "./view.ts";

/**
 * The frame of a report's cards: town and quarter in the header, `kind` below it, the view's notice as first line, and as
 * the last which quarter is meant by the last one, where that is not plain.
 */
export function reportCard(
  view: ReportView,
  head: { kind: string; template: Template; tags?: Term[] },
  elements: CardElement[],
): Card {
  const town = townName(view.town, view.locale);
  const period = periodName(view.report.period, view.locale);
  return card(
    {
      title: `${town} · ${period}`,
      subtitle: head.kind,
      template: head.template,
      tags: head.tags ?? [],
      summary: REPORT_TEXT[view.locale].summary(town, period, head.kind),
    },
    [
      ...(view.notice ? [md(`**${typed(view.notice, 120)}**`)] : []),
      ...elements,
      ...lastQuarterNote(view, elements),
    ],
  );
}

/** Which quarter a card means by the last one, where the one right before has no approved report. */
function lastQuarterNote({ basis, report, locale }: ReportView, elements: CardElement[]): CardElement[] {
  const text = REPORT_TEXT[locale];
  const meant = basis.earlier.at(-1)?.period;
  if (meant === undefined || meant === previousPeriod(report.period)) return [];
  const isSaid = JSON.stringify(elements).toLowerCase().includes(text.lastQuarterName);
  return isSaid ? [md(text.lastQuarterIs(periodName(meant, locale)), "notation")] : [];
}

/** The fields that identify this report in an action. */
export function record(view: ReportView): { period: string; town: string } {
  return { period: view.report.period, town: view.report.town };
}
