import type { Card } from "../../../cards/card.ts";
import { type ProposalsView, proposalsCard } from "../../../cards/task/proposals.ts";
import { causeId } from "../../../db/outbox.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Task } from "../../domain/task/task.ts";
import { countyOfTask } from "../../domain/task/who.ts";
import type { TaskChange } from "./task-step.ts";

// The year tasks that wait for a county's countersign, shown on one card a county.

/** The record such a card stands for. */
export function proposalsSubject(county: string): string {
  return `proposals ${county}`;
}

/** A county's proposed year tasks as they will be once `changes` are stored, in the towns' order and by due day. */
export async function proposedIn(deps: Deps, county: string, changes: TaskChange[] = []): Promise<Task[]> {
  const { towns } = deps.programme;
  const own = towns.filter(
    ({ slug }) => countyOfTask({ to: { kind: "town", slug } }, deps.programme) === county,
  );
  const to = own.map(({ slug }) => ({ kind: "town", slug }) as const);
  const stored = await listTasks(deps.db, { kind: "plan", statuses: ["proposed"], to });
  const changed = changes.map(({ after }) => after);
  const ids = new Set(changed.map(({ id }) => id));
  const place = (task: Task) => towns.findIndex(({ slug }) => slug === task.to.slug);
  return [...stored.filter(({ id }) => !ids.has(id)), ...changed]
    .filter((task) => isProposedIn(deps, county, task))
    .sort((a, b) => place(a) - place(b) || a.due.localeCompare(b.due) || byTitle(a, b));
}

/** 第2项 before 第10项. */
function byTitle(a: Task, b: Task): number {
  return a.title.localeCompare(b.title, "zh", { numeric: true });
}

function isProposedIn(deps: Deps, county: string, task: Task): boolean {
  return task.kind === "plan" && task.status === "proposed" && countyOfTask(task, deps.programme) === county;
}

export function proposalsViewOf(
  deps: Deps,
  county: string,
  tasks: Task[],
  reader: Person,
  page = 1,
): ProposalsView {
  return { programme: deps.programme, county, tasks, seen: seenOf(tasks), page, locale: reader.locale };
}

/** Tells this very list, task by task and revision by revision, from any other. */
export function seenOf(tasks: Task[]): string {
  return causeId(tasks.map(({ id, revision }) => `${id}/${revision}`).join()).slice(0, 16);
}

/** The view of a page of the list other than the first. */
const PAGE = "page ";

export function pageView(page: number): string {
  return page > 1 ? `${PAGE}${page}` : "overview";
}

/** A county's list (`proposals linxian`), at the page it shows, for those who countersign. */
export async function drawProposals(
  deps: Deps,
  subject: string,
  reader: Person,
  shows: string,
): Promise<{ card: Card; view: string } | null> {
  const county = subject.slice(subject.indexOf(" ") + 1);
  if (!mayLookAtProposals(reader, county)) return null;
  const page = shows.startsWith(PAGE) ? Number(shows.slice(PAGE.length)) : 1;
  const view = proposalsViewOf(deps, county, await proposedIn(deps, county), reader, page);
  return { card: proposalsCard(view), view: shows.startsWith(PAGE) ? shows : "overview" };
}

export function mayLookAtProposals({ role, area }: Person, county: string): boolean {
  return role === "city_office" || (role === "county_reviewer" && area === county);
}
