import { type Entrant, scoreRow } from "../ranking/ranking.ts";
import type { SectionId } from "../report/content.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { scoreTable } from "../scoring/score-table.ts";
import type { ScoreRow } from "../scoring/table.ts";

// The cost of one omission in points: the score with it minus the score without it, everything else as in the report.
// Only this report is scored, so schemes that compare towns with each other are not covered.

/** Points lost if these items (ids, of any area) stay at 0 instead of done; 0 for items that are not counted. */
export function costOfLeaving(entrant: Entrant, scheme: Scheme, items: readonly string[]): number {
  if (items.length === 0) return 0;
  const at = (percent: number) => unroundedScore(withItems(entrant, items, percent), scheme);
  return at(100) - at(0);
}

/** Points a return costs: the quality penalty applies to the first return only. */
export function costOfReturn({ report, ...rest }: Entrant, scheme: Scheme): number {
  const returned = { ...report, returns: report.returns + 1 };
  return unroundedScore({ ...rest, report }, scheme) - unroundedScore({ ...rest, report: returned }, scheme);
}

/** Points lost by submitting without photos in these sections. */
export function costOfNoPhotos(entrant: Entrant, scheme: Scheme, sections: SectionId[]): number {
  const at = (missingPhotos: SectionId[]) =>
    unroundedScore({ ...entrant, report: { ...entrant.report, missingPhotos } }, scheme);
  return at([]) - at(sections);
}

function withItems(entrant: Entrant, ids: readonly string[], percent: number): Entrant {
  const { report } = entrant;
  const areas = Object.entries(report.content.areas).map(([id, area]) => {
    const set = Object.keys(area.items).filter((item) => ids.includes(item));
    const items = { ...area.items, ...Object.fromEntries(set.map((item) => [item, percent])) };
    return [id, { ...area, items }];
  });
  const content = { ...report.content, areas: Object.fromEntries(areas) };
  return { ...entrant, report: { ...report, content } };
}

/** The report's score before rounding; 0 where the scheme gives it none. */
function unroundedScore(entrant: Entrant, scheme: Scheme): number {
  const row = onTarget(scoreRow(entrant), entrant);
  const [unit] = scoreTable(scheme, { columns: Object.keys(row.values), rows: [row] }).units;
  return unit?.unrounded ?? 0;
}

/**
 * Takes unknown figures as on target and on time. If they were left out their weight would go to the other indicators,
 * which would then seem to cost more than they do in a complete report.
 */
function onTarget(row: ScoreRow, { report }: Entrant): ScoreRow {
  const { values } = row;
  const { plan } = report.content.investment;
  // A plan of 0 is known: investment then does not apply.
  const invested = values.invested === null && plan !== 0 ? { invested: 1, invested_due: 1 } : {};
  const image = values.image_actual === null ? { image_actual: 1, image_planned: 1 } : {};
  return { ...row, values: { ...values, ...invested, ...image, days_late: values.days_late ?? 0 } };
}
