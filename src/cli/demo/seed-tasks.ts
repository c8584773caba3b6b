import { importRecords } from "../../bot/procedures/import-records.ts";
import { takeStep } from "../../bot/procedures/take-step.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { countyOf, townBySlug } from "../../domain/programme/programme.ts";
import { YEAR_TASK_SHEET } from "../commands/task.ts";
import type { Demo } from "./demo-file.ts";
import { holder } from "./holder.ts";

type DemoTask = Demo["tasks"][number];

/** Creates a year task of the demo step by step: proposed by the office, countersigned, with progress, perhaps blocked. */
export async function seedTask(deps: Deps, demo: Demo, task: DemoTask): Promise<void> {
  const { town, area, title, ownerPost, weight, start, due, steps, evidenceNeeded, blocked } = task;
  const at = (ms: number): Deps => ({ ...deps, clock: { now: () => ms } });
  const found = townBySlug(deps.programme, town);
  if (!found) throw new Error(`the demo has a task of an unknown town ${town}`);
  const values = {
    ...{ to: `town.${town}`, area, item: null, title, owner: ownerPost, weight: String(weight), start, due },
    steps: steps.map((one) => `${one.name}:${one.due}:${one.share}`).join("；"),
    evidence_needed: evidenceNeeded,
  };
  const office = holder(demo, "city_office", "");
  const imported = await importRecords(
    at(task.agreed),
    YEAR_TASK_SHEET,
    [{ line: 1, values }],
    office,
    false,
  );
  const [added] = imported.ok ? imported.added : [];
  if (!added) throw new Error(`the demo's task ${title} is refused: ${JSON.stringify(imported)}`);
  const step = async (when: number, actor: Person, name: string, typed: Record<string, unknown> = {}) => {
    const done = await takeStep(at(when), { actor, inbox: [] }, { id: added.id, step: name }, typed);
    if (done.kind !== "done") throw new Error(`${name} of ${title}: ${JSON.stringify(done)}`);
  };
  const official = holder(demo, "town_official", town);
  const reviewer = holder(demo, "county_reviewer", countyOf(deps.programme, found).slug);
  await step(task.agreed, reviewer, "countersign");
  await step(task.reported, official, "progress", { percent: String(task.percent), words: task.words });
  if (!blocked) return;
  const { department, reason } = blocked;
  await step(task.reported, official, "block", { department: `department.${department}`, reason });
}
