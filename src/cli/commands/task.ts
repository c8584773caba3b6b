import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { addresseeName } from "../../../cards/task/addressee-name.ts";
import { draftProblemText } from "../../../cards/task/draft-problem.ts";
import { taskText } from "../../../cards/text/task.ts";
import { listTasks } from "../../../db/tasks.ts";
import { type ImportProblem, importTasks } from "../../bot/tasks/import-tasks.ts";
import { rowsOf } from "../../bot/tasks/task-view.ts";
import type { Deps } from "../../deps.ts";
import { formatPercent } from "../../domain/numbers.ts";
import { townBySlug } from "../../domain/programme.ts";
import type { Task } from "../../domain/task/task.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";
import { readTaskFile } from "../task-file.ts";

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
  if (!read.ok)
    return refused(
      read.problems.map((p) => `第${p.line}行：${p.reason}`),
      { ok: false, problems: read.problems },
    );
  const actor = { openId: OPERATOR, name: "导入", role: "city_office", area: "", locale: "zh-CN" } as const;
  const outcome = await importTasks(deps, read.rows, actor, dryRun);
  if (!outcome.ok) return refused(outcome.problems.map(problemLine));
  const { added, changed, unchanged } = outcome;
  const lines = [
    ...added.map((one) => `新增  ${taskLine(deps, one)}`),
    ...changed.map((one) => `变更  ${taskLine(deps, one)}`),
    `不变  ${unchanged}项`,
    ...(dryRun ? ["以上为预演，未写入。"] : []),
  ];
  return done(lines, { ...outcome, dryRun });
}

function problemLine(problem: ImportProblem): string {
  const at = `第${problem.line}行：`;
  switch (problem.reason) {
    case "agreed_already":
      return `${at}任务名称（title）：该任务已经会签，不能用导入改动，请申请延期或撤回后重新提出`;
    case "nobody":
      return `${at}责任岗位（owner）：人员名单里没有该镇的填报人，任务无人接收`;
    case "problems":
      return `${at}${problem.problems.map((one) => draftProblemText(one, "zh-CN")).join("；")}`;
  }
}

function taskLine(deps: Deps, { to, title, due, weight }: Task): string {
  return `${addresseeName(deps.programme, to, "zh-CN")}  ${title}  ${due}  权重${weight}`;
}

/** Every task that is not withdrawn, red first; of one town by slug, if given. */
async function list(deps: Deps, town: string | undefined): Promise<Outcome> {
  if (town !== undefined && !townBySlug(deps.programme, town)) return refused([`没有这个镇：${town}`]);
  const text = taskText("zh-CN");
  const to = town === undefined ? {} : { to: [{ kind: "town" as const, slug: town }] };
  const tasks = await listTasks(deps.db, { statuses: ["proposed", "open", "closing", "closed"], ...to });
  const rows = rowsOf(deps, tasks);
  const lines = rows.map(({ task: one, standing }) =>
    [
      text.status[one.status],
      text.light[standing.light],
      `${formatPercent(one.percent)}/${formatPercent(standing.scheduled)}`,
      taskLine(deps, one),
    ].join("  "),
  );
  return done(
    [...lines, text.listCount(rows.length)],
    rows.map(({ task: one, standing }) => ({ ...one, standing })),
  );
}
