import type { Programme } from "../programme/programme.ts";
import { type Line, type Page, type PageTowns, reading, townOf } from "./page.ts";
import type { FileTown, PlanProblem } from "./plan-file.ts";
import { dueIn, itemNamed } from "./read-cells.ts";

/** Characters of the reason why an item does not apply. */
const LONGEST_REASON = 200;

type Items = NonNullable<FileTown["items"]>;

/**
 * 到期任务: an item of a town a line, due from a quarter or 不适用 with the reason. A town whose lines are all undecided is
 * not mentioned; one with some undecided is asked about each of those.
 */
export function readItems(page: Page, programme: Programme): PageTowns {
  const problems: PlanProblem[] = [];
  const towns = new Map<string, FileTown>();
  const seen = new Map<string, string>();
  const townNamedIn = (line: Line) => {
    const town = townOf(line, programme);
    return "kind" in town ? undefined : town.slug;
  };
  const decided = new Set(page.lines.filter((line) => line.text("due") !== "").map(townNamedIn));
  for (const line of page.lines) {
    const town = townOf(line, programme);
    if ("kind" in town) problems.push(town);
    if (!decided.has(townNamedIn(line))) continue;
    const item = itemOf(line, programme, problems);
    if ("kind" in town || item === null) continue;
    const key = `${town.slug} ${item}`;
    const first = seen.get(key);
    if (first) problems.push({ ...line.place("item"), kind: "item_twice", about: first });
    seen.set(key, first ?? line.place("item").cell);
    const items = towns.get(town.slug)?.items ?? { dueFrom: {}, notApplicable: {} };
    towns.set(town.slug, { items: withItem(items, item, line, problems) });
  }
  return { towns, problems };
}

function itemOf(line: Line, programme: Programme, problems: PlanProblem[]): string | null {
  const { report } = reading(line, problems);
  const item = itemNamed(programme, line.text("area"), line.text("item"));
  if (item === undefined) report("item", line.text("item") === "" ? "no_item" : "unknown_item");
  return item ?? null;
}

function withItem(
  { dueFrom, notApplicable }: Items,
  item: string,
  line: Line,
  problems: PlanProblem[],
): Items {
  const { take, report } = reading(line, problems);
  const due = take("due", dueIn(line.text("due")));
  const reason = line.text("reason");
  if (due === "none" && reason === "") report("reason", "no_reason");
  if ([...reason].length > LONGEST_REASON) report("reason", "too_long", `${LONGEST_REASON}`);
  if (due === "none") return { dueFrom, notApplicable: { ...notApplicable, [item]: reason } };
  return { dueFrom: due === null ? dueFrom : { ...dueFrom, [item]: due }, notApplicable };
}
