import type { Locale } from "../../src/domain/programme/people.ts";
import { formatAmount } from "../../src/domain/reading/numbers.ts";
import type { Cell } from "../../src/domain/report/cells.ts";
import { unsettledSums } from "../../src/domain/report/completeness.ts";
import { INVESTMENT, type Investment } from "../../src/domain/report/content.ts";
import { previousThisYear } from "../../src/domain/report/plan.ts";
import { type SumWay, sourcesTotal, type Unequal } from "../../src/domain/report/sums.ts";
import type { FormElement } from "../card.ts";
import { md, row, submitButton } from "../elements.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { SUMS_TEXT } from "../text/sums.ts";
import { record } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** What a cell is derived from: `按资金来源合计`; null for one a person gave. */
export function derivedNote({ derived }: Pick<Cell, "derived">, locale: Locale): string | null {
  return derived === undefined ? null : SUMS_TEXT[locale].derived[derived];
}

/** Both sums and their difference: `累计投资 6,000.00万元，资金来源合计 5,600.00万元，相差 400.00万元`. */
export function apartText({ stands, other, gap }: Unequal, locale: Locale): string {
  const { way, apart } = SUMS_TEXT[locale];
  return apart(
    way[stands.way],
    wan(stands.amount, locale),
    way[other.way],
    wan(other.amount, locale),
    wan(Math.abs(gap), locale),
  );
}

/** The answer to a press after which two sums still disagree. `right`: the sum the reader just chose. */
export function apartNotice(unequal: Unequal, locale: Locale, right?: SumWay): string {
  const text = SUMS_TEXT[locale];
  if (right === undefined || unequal.other.way !== "sources") return text.toast(apartText(unequal, locale));
  return text.mendNotice(...sumFigures(unequal, locale));
}

function sumFigures({ stands, other, gap }: Unequal, locale: Locale): [string, string, string, string] {
  const sums = [stands.amount, other.amount, Math.abs(gap)].map((sum) => wan(sum, locale));
  const [stood = "", total = "", apart = ""] = sums;
  return [SUMS_TEXT[locale].way[stands.way], stood, total, apart];
}

/** The disagreement as an entry in the list of missing parts. */
export function apartMissing({ other, gap }: Unequal, locale: Locale): string {
  const text = SUMS_TEXT[locale].missing;
  const amount = wan(Math.abs(gap), locale);
  if (other.way === "quarter") return text.quarter(amount);
  return gap > 0 ? text.sourcesLess(amount) : text.sourcesMore(amount);
}

/**
 * Asks which of two sums is right, at the top of a form; empty while they agree. `form`: the form it is in. `right`:
 * the sum the reader just chose; if the sources still disagree they have to be changed.
 */
export function sumsQuestion(view: ReportView, form: string, right?: SumWay): FormElement[] {
  const { report, basis, locale } = view;
  const unequal = unsettledSums(report, basis);
  if (!unequal) return [];
  const text = SUMS_TEXT[locale];
  const { stands, other } = unequal;
  const { investment } = report.content;
  if (other.way === "sources" && sourcesTotal(investment) === null)
    return [md(text.noSources(wan(stands.amount, locale)))];
  if (right !== undefined && other.way === "sources")
    return [md(text.mendSources(...sumFigures(unequal, locale)))];
  const last = other.way === "sources" && areLastQuarters(investment, view) ? [md(text.lastQuarters)] : [];
  const choices = [stands, other].map((choice) => [rightButton(view, form, choice)]);
  return [md(text.question(apartText(unequal, locale))), ...last, row(choices, [], "flow")];
}

function rightButton(
  view: ReportView,
  form: string,
  choice: { way: SumWay; amount: number },
): ReturnType<typeof submitButton> {
  const { locale, report } = view;
  const text = SUMS_TEXT[locale];
  return submitButton(text.right(text.way[choice.way], wan(choice.amount, locale)), {
    kind: "settle",
    ...record(view),
    section: form,
    revision: String(report.revision),
    right: choice.way,
    amount: String(choice.amount),
  });
}

/** Whether the sources are unchanged since last quarter. */
function areLastQuarters({ sources }: Investment, { basis }: ReportView): boolean {
  const before = previousThisYear(basis)?.investment.sources ?? {};
  const ids = new Set([...Object.keys(sources), ...Object.keys(before)]);
  return [...ids].every((id) => sources[id] === before[id]);
}

/** Why the form leads back to the investment section when its sums disagree; null for other sections. */
export function sumsCheck(section: string, { report, basis, locale }: ReportView): string | null {
  return section === INVESTMENT && unsettledSums(report, basis) ? SUMS_TEXT[locale].check : null;
}

function wan(amount: number, locale: Locale): string {
  return CELL_TEXT[locale].wan(formatAmount(amount));
}
