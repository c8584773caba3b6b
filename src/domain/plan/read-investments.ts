import type { Programme } from "../programme/programme.ts";
import { type Line, type Page, type PageTowns, reading, townOf } from "./page.ts";
import type { FileTown, FourQuarters, PlanProblem } from "./plan-file.ts";
import { amountIn, percentIn } from "./read-cells.ts";

const SHARES = ["share1", "share2", "share3", "share4"] as const;

/** 年度计划: a town a line, its year's investment and, if wanted, what share of it is due in each quarter. */
export function readInvestments(page: Page, programme: Programme): PageTowns {
  const problems: PlanProblem[] = [];
  const towns = new Map<string, FileTown>();
  const seen = new Map<string, string>();
  for (const line of page.lines) {
    const town = townOf(line, programme);
    if ("kind" in town) {
      problems.push(town);
      continue;
    }
    const first = seen.get(town.slug);
    if (first) problems.push({ ...line.place("town"), kind: "town_twice", about: first });
    seen.set(town.slug, first ?? line.place("town").cell);
    const says = readLine(line, problems);
    if (says) towns.set(town.slug, says);
  }
  return { towns, problems };
}

/** Null for a line with the town's name alone: its plan is not known yet. */
function readLine(line: Line, problems: PlanProblem[]): FileTown | null {
  const shares = SHARES.filter((column) => line.text(column) !== "");
  if (line.text("investment") === "" && shares.length === 0) return null;
  const { take } = reading(line, problems);
  const investment = take("investment", amountIn(line.text("investment"), "no_investment"));
  const schedule = shares.length > 0 ? readShares(line, problems) : null;
  if (investment === null) return null;
  return { investment, ...(schedule ? { schedule } : {}) };
}

/** Cumulative shares (0 to 1); null when one cannot be read, all are zero at first, or they sum up to over 100 %. */
function readShares(line: Line, problems: PlanProblem[]): FourQuarters | null {
  const { take, report } = reading(line, problems);
  const read = SHARES.map((column) => take(column, percentIn(line.text(column), "share_missing")));
  const [one, two, three, four] = read;
  if (one == null || two == null || three == null || four == null) return null;
  // Against a share of nothing no progress can be measured.
  if (one === 0) report("share1", "share_zero");
  const sum = Math.round((one + two + three + four) * 100) / 100;
  if (sum > 100) report("share4", "share_sum", `${sum}`);
  if (one === 0 || sum > 100) return null;
  return [one / 100, (one + two) / 100, (one + two + three) / 100, sum / 100];
}
