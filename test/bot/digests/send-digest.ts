import { commit } from "../../../db/commit.ts";
import { saveRecord } from "../../../db/records.ts";
import { planDigest } from "../../../src/bot/digests/plan-digest.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { DigestKind } from "../../../src/domain/digest/digest-kind.ts";
import { type ProcedureRecord, parseRecord } from "../../../src/domain/procedure/record.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { type Shown, shownIn } from "../at-client.ts";
import type { DemoWorld } from "../demo-world.ts";

/** Sends the digests of a period, like the heartbeat; returns the number of messages. */
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

/** Stores 督办 items directly. */
export async function putTasks(world: DemoWorld, ...tasks: Task[]): Promise<void> {
  const writes = tasks.flatMap((task) =>
    saveRecord(world.deps.db, recordOf(task), { openKey: task.id, numberKey: null, open: true }),
  );
  const audit = { actor: "test", kind: "test.task", subject: "" };
  await commit(world.deps.db, { audit, writes }, world.clock.now());
}

function recordOf({
  id,
  to,
  title,
  start,
  due,
  status,
  percent,
  steps,
  blocked,
  log,
}: Task): ProcedureRecord {
  const entry = { from: "open", to: "open", by: "ou_test", name: "", post: "" };
  const department = `department.${blocked?.department}`;
  return parseRecord({
    ...{ id, procedure: "supervision", state: status, revision: 1, due },
    town: to.kind === "town" ? to.slug : "",
    data: { to: `${to.kind}.${to.slug}`, title, start, due, percent, milestones: steps },
    log: [
      { ...entry, step: "issue", from: "", at: shanghaiTime(start, "09:00") },
      ...(blocked
        ? [{ ...entry, step: "block", at: blocked.at, values: { department, reason: blocked.reason } }]
        : []),
      ...(blocked?.acceptedAt ? [{ ...entry, step: "accept_block", at: blocked.acceptedAt }] : []),
      ...log,
    ],
  });
}
