import { proposalsCard } from "../../../cards/task/proposals.ts";
import { taskCard } from "../../../cards/task/task.ts";
import { type CardMessage, cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Task } from "../../domain/task/task.ts";
import { mayConfirm, maySeeTask } from "../../domain/task/who.ts";
import { personOf } from "../roster/people.ts";
import { enqueueUpdate } from "../sending/enqueue-message.ts";
import { proposalsSubject, proposalsViewOf, seenOf } from "./proposals.ts";
import type { TaskCause, TaskChange } from "./task-change.ts";
import { taskViewOf } from "./task-view.ts";

/** A card this old, ms, is not replaced any more (14 days, less one): a new one is sent. */
const REPLACEABLE = 13 * 86_400_000;

/** Cards of one record and reader that are kept up to date: the newest. */
const NEWEST = 2;

/** Every card of these tasks as its reader should see it now; a form being typed into is left alone. */
export async function taskFaces(deps: Deps, changes: TaskChange[], cause: TaskCause): Promise<OutboxRow[]> {
  const rows = await Promise.all(
    changes.map(async ({ after }) => {
      const cards = await shownCards(deps, after.id, "task", cause);
      return Promise.all(cards.map((card) => taskFace(deps, after, card)));
    }),
  );
  return rows.flat().flatMap((row) => row ?? []);
}

async function taskFace(deps: Deps, task: Task, card: CardMessage): Promise<OutboxRow | null> {
  const reader = await personOf(deps, card.openId);
  if (!reader || !maySeeTask(reader, task, deps.programme)) return null;
  const face = taskCard(await taskViewOf(deps, task, reader));
  return enqueueUpdate(card.messageId, face, `face task ${task.id} ${task.revision}`, deps.clock.now());
}

/** The county's cards of what waits for a countersign, and who has one that can still be brought up to date. */
export async function proposalFaces(
  deps: Deps,
  county: string,
  tasks: Task[],
  cause: TaskCause,
): Promise<{ outbox: OutboxRow[]; readers: Set<string> }> {
  const now = deps.clock.now();
  const readers = new Set<string>();
  const outbox: OutboxRow[] = [];
  for (const card of await shownCards(deps, proposalsSubject(county), "task_proposals", cause)) {
    const reader = await personOf(deps, card.openId);
    const [first] = tasks;
    if (!reader || now - card.at > REPLACEABLE) continue;
    if (first && !mayConfirm(reader, first, deps.programme)) continue;
    const view = proposalsViewOf(deps, county, tasks, reader);
    const why = `face ${proposalsSubject(county)} ${seenOf(tasks)} ${now}`;
    outbox.push(enqueueUpdate(card.messageId, proposalsCard(view), why, now));
    readers.add(reader.openId);
  }
  return { outbox, readers };
}

async function shownCards(
  deps: Deps,
  subject: string,
  kind: string,
  { pressedMessageId }: TaskCause,
): Promise<CardMessage[]> {
  const cards = await cardsOf(deps.db, subject);
  const shown = cards.filter(
    (card) =>
      card.kind === kind &&
      card.view === "overview" &&
      card.openId !== "" &&
      card.messageId !== pressedMessageId,
  );
  // A press on an older one is answered with the truth all the same.
  return shown.filter(
    (card, i) => shown.slice(0, i).filter(({ openId }) => openId === card.openId).length < NEWEST,
  );
}
