import { foldName } from "../places/place-index.ts";
import type { Programme } from "../programme/programme.ts";
import { LONGEST_NAME } from "../report/hard-checks.ts";
import { type Line, type Page, type PageTowns, reading, townOf } from "./page.ts";
import type { FileProject, FileTown, PlanProblem } from "./plan-file.ts";
import { amountIn, percentIn } from "./read-cells.ts";

const PLANNED = ["planned1", "planned2", "planned3", "planned4"] as const;

/** 项目: a works project a line, its total and its planned image progress at the end of each quarter. */
export function readProjects(page: Page, programme: Programme): PageTowns {
  const problems: PlanProblem[] = [];
  const towns = new Map<string, FileTown>();
  const seen = new Map<string, string>();
  for (const line of page.lines) {
    const town = townOf(line, programme);
    if ("kind" in town) problems.push(town);
    if (isBlank(line)) continue;
    const project = readLine(line, problems);
    if ("kind" in town) continue;
    const key = `${town.slug} ${foldName(line.text("project"))}`;
    const first = seen.get(key);
    if (first) problems.push({ ...line.place("project"), kind: "project_twice", about: first });
    seen.set(key, first ?? line.place("project").cell);
    if (project) towns.set(town.slug, { projects: [...(towns.get(town.slug)?.projects ?? []), project] });
  }
  return { towns, problems };
}

/** A town's name alone: its projects are not known yet. */
function isBlank(line: Line): boolean {
  return ["project", "total", ...PLANNED].every((column) => line.text(column) === "");
}

function readLine(line: Line, problems: PlanProblem[]): FileProject | null {
  const { take, report } = reading(line, problems);
  const name = line.text("project");
  if (name === "") report("project", "no_project");
  if ([...name].length > LONGEST_NAME) report("project", "too_long", `${LONGEST_NAME}`);
  const total = take("total", amountIn(line.text("total"), "no_total"));
  const planned = PLANNED.map((column) => take(column, percentIn(line.text(column), "planned_missing")));
  const falls = PLANNED.find((_, i) => {
    const [before, now] = [planned[i - 1], planned[i]];
    return before != null && now != null && now < before;
  });
  if (falls) report(falls, "planned_falls");
  const [one, two, three, four] = planned;
  if (total === null || one == null || two == null || three == null || four == null) return null;
  return { name, total, planned: [one, two, three, four], at: line.place("total") };
}
