import type { DraftTable } from "../../src/domain/bulletin/draft.ts";
import type { BulletinFacts, BulletinTown, Problem } from "../../src/domain/bulletin/facts.ts";
import { countyOf, type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { nameOf } from "../names.ts";
import { signedPoints } from "../ranking/points.ts";
import { BULLETIN_TEXT as text } from "../text/bulletin.ts";
import { itemNumberText } from "../text/item-number.ts";
import type { Naming } from "./naming.ts";
import { clauseOf, kindOf } from "./problems.ts";

// The attachments: every town of the result in rank order, and every problem and 督办 item.

type Deltas = ReadonlyMap<string, number | null>;

export function bulletinTables(
  facts: BulletinFacts,
  programme: Programme,
  deltas: Deltas,
  names: Naming,
): DraftTable[] {
  return [
    {
      ...{ title: text.tables.scores.title, head: [...text.tables.scores.head] },
      ...{
        widths: [4, 5, 6, 5, 5, 6, 5, 3],
        rows: facts.towns.map((row) => scoreRow(row, programme, deltas, names)),
      },
    },
    {
      ...{ title: text.tables.works.title, head: [...text.tables.works.head], widths: [6, 6, 6, 4, 5, 4, 4] },
      rows: [...facts.towns.map((row) => workRow(row, names)), totalRow(facts)],
    },
    {
      ...{ title: text.tables.problems.title, head: [...text.tables.problems.head] },
      ...{ widths: [3, 5, 5, 12, 6, 7, 8], rows: problemRows(facts, names) },
    },
  ];
}

function scoreRow(row: BulletinTown, programme: Programme, deltas: Deltas, names: Naming): string[] {
  const town = townBySlug(programme, row.town);
  const { rank, standing, band } = row;
  const delta = deltas.get(row.town) ?? null;
  return [
    rank !== null
      ? names.rank(row).replace(/[第名]/g, "")
      : standing === "ranked"
        ? text.none
        : text.standings[standing],
    names.town(row.town),
    town ? nameOf(countyOf(programme, town), "zh-CN") : text.none,
    row.score === null ? text.none : names.score(row.score),
    delta === null ? text.none : signedPoints(delta, 2),
    row.previousRank === null ? text.none : String(row.previousRank),
    band === null ? text.none : band.from === band.to ? String(band.from) : `${band.from}—${band.to}`,
    text.lightNames[row.light],
  ];
}

function workRow({ town, plan, invested, due, actual, planned }: BulletinTown, names: Naming): string[] {
  const amount = (value: number | null) => (value === null ? text.none : text.wan(value).replace("万元", ""));
  const percent = (value: number | null) => (value === null ? text.none : text.percent(value));
  const share = (part: number | null, of: number | null) =>
    part === null || !of ? text.none : text.share(part / of);
  return [
    names.town(town),
    amount(plan),
    amount(invested),
    share(invested, plan),
    share(invested, due),
    percent(actual),
    percent(planned),
  ];
}

/** The sums of the text: shares of the towns with a plan, means of those with projects. */
function totalRow({ whole: { invested, ofPlan, image } }: BulletinFacts): string[] {
  return [
    text.total,
    ofPlan ? text.wan(ofPlan.plan).replace("万元", "") : text.none,
    text.wan(invested).replace("万元", ""),
    ofPlan ? text.share(ofPlan.invested / ofPlan.plan) : text.none,
    ofPlan && ofPlan.due > 0 ? text.share(ofPlan.invested / ofPlan.due) : text.none,
    image ? text.percent(image.actual) : text.none,
    image ? text.percent(image.planned) : text.none,
  ];
}

/** Every problem with the 督办 item made from it, then the items that none of them led to. */
function problemRows({ problems, demands, period }: BulletinFacts, names: Naming): string[][] {
  const used = new Set<string>();
  const rows = problems.map((problem) => {
    const demand = "demand" in problem ? problem.demand : null;
    if (demand) used.add(demand.id);
    return [
      kindOf(problem, names),
      unitOf(problem, names),
      clauseOf(problem, period, names).replace(unitOf(problem, names), ""),
      demand ? names.unit(demand.to) : text.none,
      demand?.due ?? text.none,
      demand ? itemNumberText(demand.number, "zh-CN") : text.none,
    ];
  });
  const others = demands
    .filter(({ id }) => !used.has(id))
    .map((demand) => [
      text.demanded,
      names.unit(demand.to),
      demand.title,
      names.unit(demand.to),
      demand.due,
      itemNumberText(demand.number, "zh-CN"),
    ]);
  return [...rows, ...others].map((row, i) => [String(i + 1), ...row]);
}

function unitOf(problem: Problem, names: Naming): string {
  return problem.kind === "overdue" ? names.unit(problem.to) : names.town(problem.town);
}
