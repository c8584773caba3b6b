import { costOfLeaving } from "../../src/domain/explain/points-at-stake.ts";
import { isSupplementNow } from "../../src/domain/quarter/supplement.ts";
import type { SectionId } from "../../src/domain/report/content.ts";
import { newlyDue } from "../../src/domain/report/newly-due.ts";
import { typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { NEWLY_DUE_TEXT } from "../text/newly-due.ts";
import { pointsLost } from "../text/points-lost.ts";
import type { ReportView } from "./view.ts";

/** Items of one area listed; the others are counted. */
const NAMED = 3;
/** Characters of an item's name; English ones are long. */
const LONGEST_NAME = 60;

/** Ids of all items that came due in areas not saved yet. */
export function allNewlyDue({ report, basis }: ReportView): string[] {
  return basis.programme.areas.flatMap(({ id }) => newlyDue(report, basis, id));
}

/** `本季新到期：门牌整治，未填按0计，约少1.2分`: an area's newly due items and the cost of leaving them. Markdown. */
export function newlyDueText(section: SectionId, view: ReportView): string {
  const { report, basis, programme, locale } = view;
  const text = NEWLY_DUE_TEXT[locale];
  const ids = newlyDue(report, basis, section);
  const items = programme.areas.flatMap((area) => area.items).filter(({ id }) => ids.includes(id));
  const names = items.slice(0, NAMED).map((item) => typed(nameOf(item, locale), LONGEST_NAME));
  const said = CELL_TEXT[locale].list(names);
  const listed = items.length > NAMED ? text.andOthers(said, items.length) : said;
  return text.inArea(listed, costText(ids, view));
}

/** The same for all areas together, where there is more than one; "" otherwise. */
export function allNewlyDueText(view: ReportView): string {
  const { report, basis, locale } = view;
  const areas = basis.programme.areas.filter(({ id }) => newlyDue(report, basis, id).length > 0);
  const ids = allNewlyDue(view);
  return areas.length > 1 ? NEWLY_DUE_TEXT[locale].inAll(ids.length, costText(ids, view)) : "";
}

/** `约少1.2分` by the ranking's rules; "" where the items cost no points, as in a 补报. */
export function costText(ids: readonly string[], { report, basis, locale, ...view }: ReportView): string {
  if (isSupplementNow(report, view.quarter)) return "";
  const { scheme, excused } = view.stakes ?? { scheme: basis.programme.scheme, excused: [] };
  return pointsLost(costOfLeaving({ report, basis, excused }, scheme, ids), locale);
}
