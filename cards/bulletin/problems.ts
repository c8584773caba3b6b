import type { Sentence } from "../../src/domain/bulletin/draft.ts";
import type { BulletinFacts, Problem } from "../../src/domain/bulletin/facts.ts";
import { BULLETIN_TEXT as text } from "../text/bulletin.ts";
import { itemNumberText } from "../text/item-number.ts";
import { type Naming, stating } from "./naming.ts";

// 存在问题 by kind, and 下一步要求 item by item.

/** Problems of one kind told in the text; the others are counted and stand in the table. */
const TOLD = 4;
/** Demands told in the text. */
const DEMANDED = 10;

/** The heading a problem stands under. */
export function kindOf(problem: Problem, names: Naming): string {
  if (problem.kind === "area") return names.area(problem.area);
  return text.kinds[problem.kind === "late" ? "unreported" : problem.kind];
}

/** One problem as a clause, without its stop. */
export function clauseOf(problem: Problem, period: BulletinFacts["period"], names: Naming): string {
  switch (problem.kind) {
    case "unreported":
      return text.unreported(names.town(problem.town), problem.again);
    case "late":
      return text.late(names.town(problem.town), problem.days);
    case "investment":
      return text.behind(names.town(problem.town), problem.invested, problem.due);
    case "image":
      return text.slow(names.town(problem.town), problem.actual, problem.planned);
    case "area": {
      const since = problem.since === period ? null : names.period(problem.since);
      return text.said(names.town(problem.town), problem.words, since);
    }
    case "overdue":
      return text.overdue(names.unit(problem.to), problem.title, names.day(problem.due));
    case "inspection":
      return text.inspection(names.town(problem.town), problem.finding, problem.late);
    case "misreport":
      return text.misreport(
        names.town(problem.town),
        names.indicator(problem.indicator),
        problem.claimed,
        problem.found,
      );
  }
}

export function problemParagraphs(
  { problems, period }: BulletinFacts,
  names: Naming,
): Array<{ name: string; says: Sentence[] }> {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = kindOf(problem, names);
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  return [...kinds].map(([name, these]) => {
    const told = these.slice(0, TOLD).map((one) => clauseOf(one, period, names));
    const unit = these.every(({ kind }) => kind === "overdue" || kind === "inspection") ? "项" : "个单位";
    return { name, says: [stating(these, text.counted(these.length, unit, told))] };
  });
}

export function demandParagraphs({ demands }: BulletinFacts, names: Naming, today: string): Sentence[][] {
  const told = demands
    .slice(0, DEMANDED)
    .map((one): Sentence[] => [
      stating(
        one,
        text.demand(
          names.unit(one.to),
          one.title,
          names.day(one.due),
          one.overdue,
          itemNumberText(one.number, "zh-CN"),
        ),
      ),
    ]);
  const left = demands.length - told.length;
  if (told.length === 0) return [[stating({ today }, text.noDemands(names.day(today)))]];
  return left > 0 ? [...told, [stating({ left }, text.moreDemands(left))]] : told;
}
