import { commit } from "../../../db/commit.ts";
import { saveTask } from "../../../db/tasks.ts";
import { planDigest } from "../../../src/bot/digests/plan-digest.ts";
import type { DigestKind } from "../../../src/domain/digest/facts.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { type Shown, shownIn } from "../at-client.ts";
import type { DemoWorld } from "../demo-world.ts";

/** Sends the digests of a period, as the heartbeat does, and answers how many messages they were. */
export async function sendDigest(world: DemoWorld, kind: DigestKind, period: string): Promise<number> {
  const plan = await planDigest(world.deps, kind, period);
  const audit = { actor: "system", kind: `run.${kind}`, subject: period };
  await commit(world.deps.db, { audit, ...plan }, world.clock.now());
  await world.settle();
  return plan.outbox.length;
}

/** The newest digest of a group. */
export function digestOf(world: DemoWorld, chatId: string): Shown {
  const cards = world.group(chatId).filter(({ msg_type }) => msg_type === "interactive");
  return shownIn(cards.findLast(({ content }) => content.includes("减负账本")));
}

/** Stores tasks as they are. */
export async function putTasks(world: DemoWorld, ...tasks: Task[]): Promise<void> {
  const now = world.clock.now();
  const writes = tasks.flatMap((task) => saveTask(world.deps.db, task, "ou_test", now));
  await commit(world.deps.db, { audit: { actor: "test", kind: "test.task", subject: "" }, writes }, now);
}
