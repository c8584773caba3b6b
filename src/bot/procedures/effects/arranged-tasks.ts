import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { keyOf } from "../../../domain/procedure/keys.ts";
import { lastTaken, type ProcedureRecord, type Values } from "../../../domain/procedure/record.ts";
import { STATES_TASK, yearTask } from "../../../domain/task/year-task.ts";
import { targetsIn } from "../../../domain/town-plan/targets.ts";
import { versionsOf } from "../../../domain/town-plan/versions.ts";
import { begunBy, movedBy } from "./along.ts";
import type { Also } from "./effect.ts";

/**
 * The year tasks of a 方案 that is approved: new ones begin, those the town has are changed where the plan says anything
 * else of them, and those it had in the version before and has no more are struck. What is closed, or waits to be, stands.
 */
export async function tasksArranged(deps: Deps, plan: ProcedureRecord): Promise<Also[]> {
  const { tasks } = targetsIn(plan.data);
  if (!tasks) return [];
  const wanted = beginnings(deps, plan, plan.data);
  const approved = versionsOf(plan).filter(({ approvedAt }) => approvedAt !== null);
  const before = beginnings(deps, plan, approved.at(-2)?.values ?? {});
  const keys = new Set(wanted.map(({ after }) => keyOf(yearTask, after)));
  const held = new Map(
    (await listRecords(deps.db, { procedure: yearTask.id, town: plan.town })).map(
      (record) => [keyOf(yearTask, record), record] as const,
    ),
  );
  const gone = before.flatMap(({ after }) => {
    const key = keyOf(yearTask, after);
    return keys.has(key) ? [] : (held.get(key) ?? []);
  });
  const stated = wanted.flatMap((one) => {
    const record = held.get(keyOf(yearTask, one.after));
    if (!record) return [one];
    const same = record.state !== "proposed" && saidOf(record) === saidOf(one.after);
    return same ? [] : movedBy(deps, plan, [record], "rearrange", valuesOf(one.after));
  });
  return [...stated, ...movedBy(deps, plan, gone, "strike")];
}

/** The tasks that these values of the plan name, as records that begin with its last step. */
function beginnings(deps: Deps, plan: ProcedureRecord, values: Values): Also[] {
  const { tasks = [] } = targetsIn(values);
  const { id: procedure } = yearTask;
  const about = { town: plan.town };
  const to = `town.${plan.town}`;
  return begunBy(
    deps,
    plan,
    tasks.map((task) => ({ procedure, step: "arrange", about, values: { ...task, to } })),
  );
}

/** What a task was last said to be, whatever became of it since. */
function saidOf(record: ProcedureRecord): string {
  return JSON.stringify(valuesOf(record));
}

function valuesOf(record: ProcedureRecord): Values {
  const { values = {} } = lastTaken(record, STATES_TASK) ?? {};
  const names = Object.keys(yearTask.steps.arrange.asks);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
