import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { keyOf } from "../../../domain/procedure/keys.ts";
import type { ProcedureRecord, Values } from "../../../domain/procedure/record.ts";
import { STATES_TASK, yearTask } from "../../../domain/task/year-task.ts";
import { targetsIn } from "../../../domain/town-plan/targets.ts";
import { versionsOf } from "../../../domain/town-plan/versions.ts";
import { begunBy, movedBy } from "./along.ts";
import type { Also } from "./effect.ts";

/**
 * The year tasks of a 方案 that is approved: new ones begin, those the town has are changed where the plan says anything
 * else of them, and those it had in the version before and has no more are struck. What is closed, or waits to be, stands.
 * A day the plan names anew holds, whatever was granted or asked for; where it names the one before, a day granted since stays.
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
    const [said, says] = [valuesOf(record), valuesOf(one.after)];
    if (record.state !== "proposed" && JSON.stringify(said) === JSON.stringify(says)) return [];
    const step = record.state === "open" && said.due === says.due ? "restate" : "rearrange";
    return movedBy(deps, plan, [record], step, says);
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
function valuesOf({ log }: ProcedureRecord): Values {
  const stating = log.filter(({ step }) => STATES_TASK.some((one) => one === step));
  const values: Values = Object.assign({}, ...stating.map((entry) => entry.values));
  const names = Object.keys(yearTask.steps.arrange.asks);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
