import type { Card } from "../../../cards/card.ts";
import { asOf } from "../../../cards/living/living.ts";
import { type TaskScope, taskListCard } from "../../../cards/task/list.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import { type Person, townsOf } from "../../domain/people.ts";
import type { Town } from "../../domain/programme.ts";
import { isOpen, type Task, type TaskStatus } from "../../domain/task/task.ts";
import { answersFor, mayConfirm, maySeeTask } from "../../domain/task/who.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { proposedIn } from "./proposals.ts";
import { rowsOf } from "./task-view.ts";

/** Tasks this person may see: under way, or waiting to be agreed to. `town`: only those of one town. */
async function tasksFor(
  deps: Deps,
  person: Person,
  scope: TaskScope,
  visible: ReadonlySet<string> | null = null,
): Promise<Task[]> {
  const statuses: TaskStatus[] = scope === "closed" ? ["closed"] : ["proposed", "open", "closing"];
  const tasks = await listTasks(deps.db, { statuses });
  const seen = tasks
    .filter((task) => maySeeTask(person, task, deps.programme))
    .filter((task) => visible === null || (task.to.kind === "town" && visible.has(task.to.slug)));
  return seen.filter((task) => inScope(deps, person, task, scope));
}

function inScope(deps: Deps, person: Person, task: Task, scope: TaskScope): boolean {
  switch (scope) {
    case "mine":
      return isMine(deps, person, task);
    case "red":
      return rowsOf(deps, [task]).some(({ standing }) => standing.light === "red");
    case "slips":
      return task.kind === "supervision";
    case "all":
      return isOpen(task);
    case "closed":
      return true;
  }
}

/** What a person does, or has to decide about now. A leader's are all that run. */
function isMine(deps: Deps, person: Person, task: Task): boolean {
  if (answersFor(person, task.to)) return true;
  if (person.role === "town_principal") return true;
  if (task.blocked && answersFor(person, { kind: "department", slug: task.blocked.department })) return true;
  const waits = task.status !== "open" || task.extension !== null;
  // Year tasks are their county's to decide; the city office stands in where it is asked to.
  if (person.role === "city_office") return waits && task.kind === "supervision";
  if (mayConfirm(person, task, deps.programme)) return waits;
  return person.role === "leader" && isOpen(task);
}

/** The list as a card; what the reader may put forward stands below it. */
export async function listCard(
  deps: Deps,
  person: Person,
  scope: TaskScope,
  page: number,
  visible: ReadonlySet<string> | null = null,
): Promise<Card> {
  const tasks = await tasksFor(deps, person, scope, visible);
  const county = person.role === "county_reviewer" && visible === null ? person.area : null;
  const waiting = county === null ? [] : await proposedIn(deps, county);
  const card = taskListCard({
    programme: deps.programme,
    scope,
    rows: rowsOf(deps, tasks),
    page,
    proposes: visible === null ? proposable(deps, person) : [],
    ...(county === null ? {} : { toSign: { county, n: waiting.length } }),
    locale: person.locale,
  });
  return asOf(card, deps.clock.now(), person.locale);
}

/** Answers 我的任务, 督办, 红灯有哪些; in a county's group only what is that county's. */
export async function answerTasks(
  deps: Deps,
  asker: Asker,
  { scope, town }: { scope: TaskScope; town?: Town },
): Promise<Reply> {
  const { person, chat } = asker;
  const ofGroup = chat === null || chat.kind === "leading_group" ? null : visibleTowns(deps, asker);
  const visible = town ? new Set([town.slug].filter((slug) => ofGroup?.has(slug) ?? true)) : ofGroup;
  // Of a town that is named everything is meant, not one's own part in it.
  const wanted = town && scope === "mine" ? "all" : scope;
  const card = await listCard(deps, person, wanted, 1, visible);
  return { card, stands: { kind: "task_list", subject: wanted } };
}

function proposable(deps: Deps, person: Person): Array<"slip" | "plan"> {
  const own = townsOf(person, deps.programme).length > 0;
  switch (person.role) {
    case "city_office":
    case "county_reviewer":
      return own ? ["slip", "plan"] : [];
    case "leader":
      return ["slip"];
    case "town_official":
      return own ? ["plan"] : [];
    default:
      return [];
  }
}
