import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Addressee, Task } from "../../domain/task/task.ts";
import { countyOfTask } from "../../domain/task/who.ts";
import { cityOffice } from "../roster/people.ts";

// Whom a task concerns, by the posts they hold now.

/** Those who do it; where a department or county has nobody in the roster, the city office, which can reach them. */
export async function addresseesOf(deps: Deps, { kind, slug }: Addressee): Promise<Person[]> {
  const roles = { town: "town_official", county: "county_reviewer", department: "department" } as const;
  const found = await holders(deps.db, roles[kind], slug);
  return found.length > 0 ? found : cityOffice(deps);
}

/**
 * Those who decide about it: for a year task the county's reviewers, for a 督办 item and where a county has nobody the
 * city office. Whoever asked (`asker`) is not asked.
 */
export async function decidersOf(deps: Deps, task: Task, asker: string): Promise<Person[]> {
  const county = task.kind === "plan" ? countyOfTask(task, deps.programme) : null;
  const reviewers = county === null ? [] : await holders(deps.db, "county_reviewer", county);
  const others = reviewers.filter(({ openId }) => openId !== asker);
  return others.length > 0 ? others : (await cityOffice(deps)).filter(({ openId }) => openId !== asker);
}

/** The department a blocker waits for. */
export function departmentOf(deps: Deps, slug: string): Promise<Person[]> {
  return addresseesOf(deps, { kind: "department", slug });
}
