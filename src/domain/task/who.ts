import type { Person } from "../people.ts";
import { countyOf, type Programme, townBySlug } from "../programme.ts";
import type { Addressee, Task } from "./task.ts";

// Who does a task, who decides about it and who may look at it. From the roster alone.

/** Whether this person holds a post the task is addressed to. A department person of no department has none. */
export function answersFor({ role, area }: Person, { kind, slug }: Addressee): boolean {
  if (area === "" || area !== slug) return false;
  switch (kind) {
    case "town":
      return role === "town_official";
    case "county":
      return role === "county_reviewer";
    case "department":
      return role === "department";
  }
}

/** The county a town's task belongs to; null for what is addressed to a county or a department. */
export function countyOfTask({ to }: Pick<Task, "to">, programme: Programme): string | null {
  const town = to.kind === "town" ? townBySlug(programme, to.slug) : undefined;
  return town ? countyOf(programme, town).slug : null;
}

/** A county's reviewers decide about their own towns; the city office about everything, and may stand in anywhere. */
export function mayConfirm(actor: Person, task: Pick<Task, "to">, programme: Programme): boolean {
  if (actor.role === "city_office") return true;
  return actor.role === "county_reviewer" && countyOfTask(task, programme) === actor.area;
}

/** A new item or date of a plan is the county's to countersign; of a 督办 item the city office's alone. */
export function mayCountersign(
  actor: Person,
  task: Pick<Task, "kind" | "to">,
  programme: Programme,
): boolean {
  return task.kind === "plan" ? mayConfirm(actor, task, programme) : actor.role === "city_office";
}

/**
 * Who may put a task forward: year tasks the town, its county and the city office; 督办 items the city office and the
 * leading group, and a county for its own towns.
 */
export function mayPropose(
  actor: Person,
  { kind, to }: Pick<Task, "kind" | "to">,
  programme: Programme,
): boolean {
  if (mayConfirm(actor, { to }, programme)) return true;
  if (kind === "plan") return to.kind === "town" && answersFor(actor, to);
  return actor.role === "leader";
}

/**
 * Whether a task may be shown to this person: its own people and their principal, its county, the city, and the
 * department it waits for.
 */
export function maySeeTask(
  person: Person,
  task: Pick<Task, "to" | "blocked">,
  programme: Programme,
): boolean {
  if (person.role === "leader" || answersFor(person, task.to)) return true;
  if (person.role === "town_principal") return task.to.kind === "town" && task.to.slug === person.area;
  if (task.blocked && answersFor(person, { kind: "department", slug: task.blocked.department })) return true;
  return mayConfirm(person, task, programme);
}
