import { asOf } from "../../../cards/living/living.ts";
import { taskListCard } from "../../../cards/task/list.ts";
import { taskText } from "../../../cards/text/task.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import type { OutboxRow, Write } from "../../../db/commit.ts";
import { supersedeSends } from "../../../db/outbox.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { formerHolders, newHolders, type RosterChange } from "../../domain/roster.ts";
import type { Task } from "../../domain/task/task.ts";
import { answersFor } from "../../domain/task/who.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { proposedIn } from "../tasks/proposals.ts";
import { rowsOf } from "../tasks/task-view.ts";

type Told = { writes: Write[]; outbox: OutboxRow[] };

/**
 * Tasks belong to the post: whoever takes it over is shown what is open on one card; what is on its way to
 * a former holder stays.
 */
export async function handOverTasks(deps: Deps, change: RosterChange): Promise<Told> {
  const tasks = await listTasks(deps.db, { statuses: ["open", "closing"] });
  const outbox = await Promise.all(newHolders(change).map((person) => shown(deps, person, tasks)));
  const writes = formerHolders(change).flatMap((person) => withdrawn(deps, person, tasks));
  return { writes, outbox: outbox.flatMap((row) => row ?? []) };
}

async function shown(deps: Deps, person: Person, tasks: Task[]): Promise<OutboxRow | null> {
  const own = tasks.filter(({ to }) => answersFor(person, to));
  const county = person.role === "county_reviewer" ? person.area : null;
  const waiting = county === null ? 0 : (await proposedIn(deps, county)).length;
  if (own.length === 0 && waiting === 0) return null;
  const now = deps.clock.now();
  const list = taskListCard({
    programme: deps.programme,
    scope: "mine",
    rows: rowsOf(deps, own),
    page: 1,
    proposes: [],
    ...(county === null ? {} : { toSign: { county, n: waiting } }),
    says: taskText(person.locale).handover(own.length),
    locale: person.locale,
  });
  const card = asOf(list, now, person.locale);
  const to = { openId: person.openId, quiet: true };
  const { fallbackList } = taskStepText(person.locale);
  return enqueueCard(to, card, `handover tasks ${now}`, fallbackList, now, {
    kind: "task_list",
    subject: "mine",
  });
}

/** What is on its way to a former holder stays. */
function withdrawn({ db, clock }: Deps, person: Person, tasks: Task[]): Write[] {
  const now = clock.now();
  return tasks
    .filter(({ to }) => answersFor(person, to))
    .map(({ id }) => supersedeSends(db, person.openId, id, now));
}
