import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import type { ReportContent } from "../../src/domain/report/content.ts";
import { ownTotals } from "../../src/domain/report/fields.ts";
import { cumulativeBefore, previousContent, previousThisYear } from "../../src/domain/report/plan.ts";
import { imageProgress } from "../../src/domain/report/soft-checks.ts";
import type { CardElement } from "../card.ts";
import { table } from "../elements.ts";
import { nameOf } from "../names.ts";
import { valueText } from "../report/cell-text.ts";
import type { ReportView } from "../report/view.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REVIEW_TEXT } from "../text/review.ts";

type Row = { what: string; before: string | null; now: string | null };

/**
 * The quarter's main figures beside last quarter's; sums of another year are not compared. Changes are bold. To keep
 * the figures visible on a phone, the first column is short, this quarter comes first, and units are below the table.
 */
export function figureTable(view: ReportView): CardElement {
  const text = REVIEW_TEXT[view.locale];
  const rows = [...moneyRows(view), ...imageRows(view), ...ownRows(view), ...areaRows(view)];
  return table(
    [
      { name: "what", display_name: text.columns.what, data_type: "text" },
      { name: "now", display_name: text.columns.now, data_type: "lark_md", horizontal_align: "right" },
      { name: "before", display_name: text.columns.before, data_type: "text", horizontal_align: "right" },
    ],
    rows.map(({ what, before, now }) => {
      const shown = now ?? text.none;
      return { what, before: before ?? text.none, now: now !== before ? `**${shown}**` : shown };
    }),
  );
}

function moneyRows(view: ReportView): Row[] {
  const { basis, report, locale } = view;
  const text = CELL_TEXT[locale];
  const now = report.content.investment;
  const before = previousThisYear(basis)?.investment;
  const earlier = basis.earlier.filter((e) => e.period.slice(0, 4) === basis.period.slice(0, 4));
  const lastButOne = earlier.at(-2)?.content.investment.cumulative ?? 0;
  const wan = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatAmount(value);
  const less = (sum: number | null | undefined, part: number) =>
    sum === null || sum === undefined ? null : sum - part;
  const plan = { what: text.plan, before: wan(before?.plan), now: wan(now.plan) };
  return [
    // An unchanged plan is left out, since it would push the table onto a second page.
    ...(plan.before === plan.now ? [] : [plan]),
    { what: text.cumulative, before: wan(before?.cumulative), now: wan(now.cumulative) },
    {
      what: text.quarter,
      before: wan(less(before?.cumulative, lastButOne)),
      now: wan(less(now.cumulative, cumulativeBefore(basis))),
    },
  ];
}

function imageRows(view: ReportView): Row[] {
  const text = REVIEW_TEXT[view.locale];
  const before = previousContent(view.basis);
  const was = before ? imageProgress(before) : null;
  const now = imageProgress(view.report.content);
  const tenths = (value: number | undefined) =>
    value === undefined ? null : formatPercent(Math.round(value * 10) / 10);
  return [
    { what: text.imagePlanned, before: tenths(was?.planned), now: tenths(now?.planned) },
    { what: text.imageActual, before: tenths(was?.actual), now: tenths(now?.actual) },
  ];
}

/** The pack's own fields, those of projects for the whole town. */
function ownRows({ programme, report, basis, locale }: ReportView): Row[] {
  const before = previousContent(basis);
  const was = new Map(
    (before ? ownTotals(before, programme) : []).map(({ field, value }) => [field.id, value]),
  );
  return ownTotals(report.content, programme).map(({ field, value }) => {
    const shown = (figure: number | null) =>
      figure === null ? null : valueText(field.kind, Math.round(figure * 100) / 100, locale, field.unit);
    return { what: nameOf(field, locale), before: shown(was.get(field.id) ?? null), now: shown(value) };
  });
}

function areaRows(view: ReportView): Row[] {
  const text = REVIEW_TEXT[view.locale];
  const done = (content: ReportContent | null, area: string) => {
    const percents = Object.values(content?.areas[area]?.items ?? {});
    return percents.length === 0
      ? null
      : text.doneItems(percents.filter((p) => p >= 100).length, percents.length);
  };
  return view.programme.areas.map((area) => ({
    what: nameOf(area, view.locale),
    before: done(previousContent(view.basis), area.id),
    now: done(view.report.content, area.id),
  }));
}
