import type { Locale } from "../../src/domain/programme/people.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { IMAGE, INVESTMENT, type ReportContent, type SectionId } from "../../src/domain/report/content.ts";
import { imageProgress } from "../../src/domain/report/soft-checks.ts";
import { sourcesTotal } from "../../src/domain/report/sums.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { SUMS_TEXT } from "../text/sums.ts";

/** A section in one line: `5/7 项完成`, `8,820.00万元 · 年计划的73.5%`, `实际72% / 计划75%`; empty when nothing is known. */
export function sectionFigures(section: SectionId, content: ReportContent, locale: Locale): string {
  if (section === INVESTMENT) return investmentFigures(content, locale);
  if (section === IMAGE) return imageFigures(content, locale);
  const text = REPORT_TEXT[locale];
  const percents = Object.values(content.areas[section]?.items ?? {});
  if (percents.length === 0) return text.noItems;
  const done = percents.filter((p) => p >= 100).length;
  const going = percents.filter((p) => p > 0 && p < 100).length;
  const parts = [text.itemsDone(done, percents.length), ...(going > 0 ? [text.itemsGoing(going)] : [])];
  return CELL_TEXT[locale].list(parts);
}

function investmentFigures(content: ReportContent, locale: Locale): string {
  const { plan, cumulative, derived } = content.investment;
  if (cumulative === null) return "";
  const text = SUMS_TEXT[locale];
  const sum = CELL_TEXT[locale].wan(formatAmount(cumulative));
  const adds = derived !== "sources" || sourcesTotal(content.investment) === cumulative;
  const amount = derived && adds ? text.noted(sum, text.derived[derived]) : sum;
  return plan ? REPORT_TEXT[locale].ofPlan(amount, tenths((cumulative / plan) * 100)) : amount;
}

function imageFigures(content: ReportContent, locale: Locale): string {
  const progress = imageProgress(content);
  const text = REPORT_TEXT[locale];
  if (progress) return text.imageFigures(tenths(progress.actual), tenths(progress.planned));
  const { projects } = content.image;
  return projects.length > 0 ? text.projects(projects.length) : "";
}

/** A percentage to one decimal. */
function tenths(percent: number): string {
  return formatPercent(Math.round(percent * 10) / 10);
}
