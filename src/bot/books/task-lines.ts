import { yearTaskKit } from "../../../cards/record/kits/task.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { lastTaken, type ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { standingOf } from "../../domain/task/lights.ts";
import { taskOf } from "../../domain/task/task.ts";
import type { TaskLine } from "../../export/books/tasks-book.ts";

/** The steps a task's terms are written in. */
const PROPOSED = ["propose", "amend"];

/** The year's tasks in the pack's order of towns, each as it was proposed last and as it stands. */
export async function taskLines(deps: Deps, year: number, locale: Locale): Promise<TaskLine[]> {
  const records = await listRecords(deps.db, { procedure: yearTaskKit.definition.id });
  const order = new Map(deps.programme.towns.map(({ slug }, i) => [slug, i]));
  const place = ({ town }: TaskLine) => order.get(town) ?? order.size;
  return records
    .filter(({ data }) => data.year === String(year))
    .map((record) => lineOf(deps, record, locale))
    .toSorted((a, b) => place(a) - place(b));
}

function lineOf(deps: Deps, record: ProcedureRecord, locale: Locale): TaskLine {
  const task = taskOf(record);
  const { light, scheduled } = standingOf(task, deps.clock.now(), deps.programme);
  const said = lastTaken(record, PROPOSED)?.values ?? record.data;
  const words = (name: string) => {
    const value = said[name];
    return typeof value === "string" ? value : "";
  };
  return {
    town: record.town,
    area: task.area ?? "",
    item: task.item,
    title: task.title,
    owner: words("owner"),
    weight: task.weight,
    start: words("start"),
    due: words("due"),
    steps: words("steps"),
    evidence: words("evidence_needed"),
    state: yearTaskKit.words[locale].states[record.state] ?? record.state,
    closed: yearTaskKit.definition.states[record.state]?.ends === true,
    percent: task.percent,
    scheduled,
    light,
    until: task.due,
  };
}
