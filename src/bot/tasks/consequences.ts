import { asOf } from "../../../cards/living/living.ts";
import { taskListCard } from "../../../cards/task/list.ts";
import { taskText } from "../../../cards/text/task.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import type { OutboxRow, Write } from "../../../db/commit.ts";
import { supersedeSends } from "../../../db/outbox.ts";
import { withdrawReminders } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Task } from "../../domain/task/task.ts";
import { countyOfTask } from "../../domain/task/who.ts";
import { hasLivingCard } from "../sending/card-answer.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import { audienceOf } from "./audience.ts";
import { proposalsSubject, proposedIn, seenOf } from "./proposals.ts";
import { decidersOf } from "./task-people.ts";
import type { TaskCause, TaskChange } from "./task-step.ts";
import { rowsOf } from "./task-view.ts";

type Said = { writes: Write[]; outbox: OutboxRow[] };

/** What steps of tasks touch: the tasks, and the lists of the counties that have to countersign. */
export function touchedByTasks(deps: Deps, changes: TaskChange[]): string[] {
  return [
    ...changes.map(({ after }) => `task ${after.id}`),
    // What a task excuses is not at stake in its town's report.
    ...changes.flatMap(({ after: { to } }) => (to.kind === "town" ? [`town ${to.slug}`] : [])),
    ...countiesOf(deps, changes).map(proposalsSubject),
  ];
}

/**
 * What steps of tasks make the bot say: one message to each person concerned however many tasks, in working hours.
 */
export async function consequences(deps: Deps, changes: TaskChange[], cause: TaskCause): Promise<Said> {
  const counties = countiesOf(deps, changes);
  const asked = await Promise.all(counties.map((county) => askCounty(deps, county, changes, cause)));
  return {
    writes: [...withdrawReminders(deps.db, owedIds(changes)), ...asked.flatMap(({ writes }) => writes)],
    outbox: [...(await news(deps, changes, cause)), ...asked.flatMap(({ outbox }) => outbox)],
  };
}

/** What the ladder calls these tasks, and what of them waited to be decided: it falls silent at once when they move. */
function owedIds(changes: TaskChange[]): string[] {
  return changes.flatMap(({ after }) => [`task ${after.id}`, `decision ${after.id}`]);
}

/** A card of the task to each person concerned; a list to whom several concern. */
async function news(deps: Deps, changes: TaskChange[], cause: TaskCause): Promise<OutboxRow[]> {
  const perPerson = new Map<string, { person: Person; tasks: Task[] }>();
  for (const change of changes) {
    for (const person of await audienceOf(deps, change, cause.actor)) {
      const mine = perPerson.get(person.openId) ?? { person, tasks: [] };
      perPerson.set(person.openId, { person, tasks: [...mine.tasks, change.after] });
    }
  }
  return Promise.all([...perPerson.values()].map(({ person, tasks }) => tell(deps, person, tasks)));
}

async function tell(deps: Deps, person: Person, tasks: Task[]): Promise<OutboxRow> {
  const now = deps.clock.now();
  const text = taskStepText(person.locale);
  const to = { openId: person.openId, quiet: true };
  const cause = `tasks ${tasks.map(({ id, revision }) => `${id}/${revision}`).join()}`;
  const [only] = tasks;
  if (only && tasks.length === 1) {
    const card = { kind: "task", subject: only.id } as const;
    return enqueueLiving(to, card, cause, text.fallback(only.title), now);
  }
  const list = taskListCard({
    programme: deps.programme,
    scope: "mine",
    rows: rowsOf(deps, tasks),
    page: 1,
    proposes: [],
    locale: person.locale,
    says: taskText(person.locale).newsTasks(tasks.length),
  });
  const card = asOf(list, now, person.locale);
  return enqueueCard(to, card, cause, text.fallbackList, now, { kind: "task_list", subject: "mine" });
}

/** The counties whose list of tasks to countersign these steps change. */
function countiesOf(deps: Deps, changes: TaskChange[]): string[] {
  const counties = changes
    .filter(({ before, after }) => before?.status === "proposed" || after.status === "proposed")
    .filter(({ after }) => after.kind === "plan")
    .flatMap(({ after }) => countyOfTask(after, deps.programme) ?? []);
  return [...new Set(counties)];
}

/** New tasks on the card of those who countersign for the county: on the one they have, which is drawn again, or a new one. */
async function askCounty(deps: Deps, county: string, changes: TaskChange[], cause: TaskCause): Promise<Said> {
  const tasks = await proposedIn(deps, county, changes);
  const fresh = changes.map(({ after }) => after).filter((task) => tasks.includes(task));
  const deciders = new Map<string, Person>();
  for (const task of fresh)
    for (const person of await decidersOf(deps, task, cause.actor.openId))
      deciders.set(person.openId, person);
  const now = deps.clock.now();
  const card = { kind: "task_proposals", subject: proposalsSubject(county) } as const;
  const people = [...deciders.values()];
  const have = await Promise.all(people.map(({ openId }) => hasLivingCard(deps, { openId, ...card })));
  const missing = people.filter((_, i) => !have[i]);
  return {
    // One that still waits for working hours gives way to the longer list.
    writes: missing.map(({ openId }) => supersedeSends(deps.db, openId, card.subject, now)),
    outbox: missing.map(({ openId, locale }) => {
      const said = taskStepText(locale).fallbackList;
      return enqueueLiving({ openId, quiet: true }, card, `${card.subject} ${seenOf(tasks)}`, said, now);
    }),
  };
}
