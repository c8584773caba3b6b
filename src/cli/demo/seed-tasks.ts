import { importTasks } from "../../bot/tasks/import-tasks.ts";
import { changeTask } from "../../bot/tasks/task-change.ts";
import type { Deps } from "../../deps.ts";
import type { Person, Role } from "../../domain/people.ts";
import { countyOf, townBySlug } from "../../domain/programme.ts";
import type { Command } from "../../domain/task/command.ts";
import type { Demo } from "./demo-file.ts";

type DemoTask = Demo["tasks"][number];

/** Creates the demo's year tasks step by step: proposed by the office, countersigned, with progress, blocked. */
export async function seedTasks(deps: Deps, demo: Demo): Promise<void> {
  for (const task of demo.tasks) await seedTask(deps, demo, task);
}

async function seedTask(deps: Deps, demo: Demo, task: DemoTask): Promise<void> {
  const { town, area, title, ownerPost, weight, start, due, steps, evidenceNeeded, blocked } = task;
  const at = (ms: number): Deps => ({ ...deps, clock: { now: () => ms } });
  const found = townBySlug(deps.programme, town);
  if (!found) throw new Error(`the demo has a task of an unknown town ${town}`);
  const draft = {
    kind: "plan" as const,
    to: { kind: "town" as const, slug: town },
    ...{ area, item: null, title, ownerPost, weight, start, due, steps, evidenceNeeded, origin: null },
  };
  const office = holder(demo, "city_office", "");
  const imported = await importTasks(at(task.agreed), [{ line: 1, draft }], office, false);
  const [added] = imported.ok ? imported.added : [];
  if (!added) throw new Error(`the demo's task ${title} is refused: ${JSON.stringify(imported)}`);
  const step = async (when: number, actor: Person, command: Command) => {
    const done = await changeTask(at(when), added.id, command, { actor, inbox: [] });
    if (done.kind !== "done") throw new Error(`${command.kind} of ${title}: ${JSON.stringify(done)}`);
  };
  const official = holder(demo, "town_official", town);
  await step(task.agreed, holder(demo, "county_reviewer", countyOf(deps.programme, found).slug), {
    kind: "countersign",
  });
  await step(task.reported, official, { kind: "progress", percent: task.percent, words: task.words });
  if (blocked) await step(task.reported, official, { kind: "block", ...blocked });
}

function holder(demo: Demo, role: Role, area: string): Person {
  const person = demo.people.find((one) => one.role === role && one.area === area);
  if (!person) throw new Error(`the demo has no ${role} of ${area}`);
  const { openId, name, locale } = person;
  return { openId, name, role, area, locale };
}
