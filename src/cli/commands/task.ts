import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { addresseeName } from "../../../cards/record/addressee-name.ts";
import { yearTaskKit } from "../../../cards/record/kits/task.ts";
import { refusalOfSheet } from "../../../cards/record/refusal.ts";
import { taskStatesZh } from "../../../cards/text/procedures/task.ts";
import { recordText } from "../../../cards/text/record.ts";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import { taskText } from "../../../cards/text/task.ts";
import { findTasks } from "../../../db/tasks.ts";
import { type ImportProblem, importRecords, type SheetKind } from "../../bot/procedures/import-records.ts";
import type { Deps } from "../../deps.ts";
import { readTown } from "../../domain/places/place-named.ts";
import { formatPercent } from "../../domain/reading/numbers.ts";
import { LIGHTS, standingOf } from "../../domain/task/lights.ts";
import { type Task, taskOf } from "../../domain/task/task.ts";
import { noSuchTown } from "../no-such-town.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";
import { placeOf } from "../read-table.ts";
import { readTaskFile, type TaskRow } from "../task-file.ts";

/** How a sheet's rows become year tasks. */
export const YEAR_TASK_SHEET: SheetKind = { procedure: "year_task", begins: "propose", amends: "amend" };

/** `task import FILE [--dry-run]` · `task list [--town T]` */
export function task(
  args: string[],
  flags: { dryRun: boolean; town?: string | undefined },
): Promise<Outcome> {
  const [verb, file] = args;
  if (verb === "list" && args.length === 1) return withDeps((deps) => list(deps, flags.town));
  if (verb === "import" && file && args.length === 2)
    return withDeps((deps) => importFile(deps, file, flags.dryRun));
  throw new WrongUsage("task import FILE [--dry-run] · task list [--town T]");
}

async function importFile(deps: Deps, file: string, dryRun: boolean): Promise<Outcome> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return refused([`读不到文件 ${file}`]);
  const read = await readTaskFile(bytes, basename(file), deps.programme);
  const { notes } = read;
  const noteLines = notes.map((note) => sheetNoteText(note, "zh-CN"));
  if (!read.ok)
    return refused([...read.problems.map((p) => `${placeOf(p)}：${p.reason}`), ...noteLines], {
      ok: false,
      problems: read.problems,
      notes,
    });
  const actor = { openId: OPERATOR, name: "导入", role: "city_office", area: "", locale: "zh-CN" } as const;
  const outcome = await importRecords(deps, YEAR_TASK_SHEET, read.rows, actor, dryRun);
  if (!outcome.ok)
    return refused([...outcome.problems.map((one) => problemLine(one, read.rows)), ...noteLines]);
  const added = outcome.added.map(taskOf);
  const changed = outcome.changed.map(taskOf);
  const { unchanged } = outcome;
  const lines = [
    ...noteLines,
    ...added.map((one) => `新增  ${taskLine(deps, one)}`),
    ...changed.map((one) => `变更  ${taskLine(deps, one)}`),
    `不变  ${unchanged}项`,
    ...(dryRun ? ["以上为预演，未写入。"] : []),
  ];
  return done(lines, { ok: true, added, changed, unchanged, dryRun, notes });
}

function problemLine(problem: ImportProblem, rows: readonly TaskRow[]): string {
  const row = rows[problem.at];
  const at = `${placeOf(row ?? problem)}：`;
  switch (problem.reason) {
    case "taken":
      return `${at}任务名称（title）：该任务已经会签，不能用导入改动，请申请延期或撤回后重新提出`;
    case "nobody":
      return `${at}责任岗位（owner）：人员名单里没有该镇的填报人，任务无人接收`;
    case "refused":
      return `${at}${refusalOfSheet(yearTaskKit, problem.refusal, row?.said ?? (() => null), "zh-CN")}`;
  }
}

function taskLine(deps: Deps, { to, title, due, weight }: Task): string {
  return `${addresseeName(deps.programme, to, "zh-CN")}  ${title}  ${due}  权重${weight}`;
}

/** Every task that is not withdrawn, red first; of one town, if given. */
async function list(deps: Deps, named: string | undefined): Promise<Outcome> {
  const read = named === undefined ? null : readTown(deps.programme, named);
  if (read && !read.ok) return refused([noSuchTown(named ?? "", read.near)]);
  const town = read?.place.slug;
  const states = ["proposed", "open", "closing", "closed"];
  const tasks = await findTasks(deps.db, town === undefined ? { states } : { states, town });
  const now = deps.clock.now();
  const rows = tasks
    .map((one) => ({ ...one, standing: standingOf(one, now, deps.programme) }))
    .sort(
      (a, b) =>
        LIGHTS.indexOf(a.standing.light) - LIGHTS.indexOf(b.standing.light) || a.due.localeCompare(b.due),
    );
  const words: Record<string, string> = taskStatesZh;
  const lines = rows.map(({ standing, ...one }) =>
    [
      words[one.status] ?? one.status,
      taskText("zh-CN").light[standing.light],
      `${formatPercent(one.percent)}/${formatPercent(standing.scheduled)}`,
      taskLine(deps, one),
    ].join("  "),
  );
  return done([...lines, recordText("zh-CN").count(rows.length, [])], rows);
}
