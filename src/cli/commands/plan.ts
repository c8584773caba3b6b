import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { periodName, townName } from "../../../cards/names.ts";
import { changeLines } from "../../../cards/plan/plan-lines.ts";
import { planProblemText, planText } from "../../../cards/text/plan.ts";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import { stateTerm } from "../../../cards/text/terms.ts";
import { loadPlans } from "../../../db/periods.ts";
import { importPlan } from "../../bot/plan/import-plan.ts";
import { type PlanProposal, readPlanFile } from "../../bot/plan/read-plan-file.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";
import { planTemplate } from "../../export/plan-template.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "plan template 2026 --out F.xlsx · plan import FILE [--dry-run]";

/** `plan template 2026 --out F.xlsx` · `plan import FILE [--dry-run]`, in force at once. */
export function plan(args: string[], flags: { out?: string | undefined; dryRun: boolean }): Promise<Outcome> {
  const [verb, what = ""] = args;
  const { out, dryRun } = flags;
  if (args.length !== 2) throw new WrongUsage(USAGE);
  if (verb === "template" && /^20\d\d$/.test(what) && out)
    return withDeps((deps) => template(deps, Number(what), out));
  if (verb === "import") return withDeps((deps) => importFile(deps, what, dryRun));
  throw new WrongUsage(USAGE);
}

async function template(deps: Deps, year: number, out: string): Promise<Outcome> {
  const plans = await loadPlans(deps.db, year);
  await writeFile(out, await planTemplate(deps.programme, year, plans));
  return done([`${year}年的年度计划表已写到 ${out}`], { ok: true, year, out, known: plans.size });
}

async function importFile(deps: Deps, file: string, dryRun: boolean): Promise<Outcome> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return refused([`读不到文件 ${file}`]);
  const proposal = await readPlanFile(deps, bytes);
  if (!proposal.ok) return refusal(proposal.problems);
  const { year, changes, concerned } = proposal;
  const json = { ok: true, year, changes, concerned, dryRun, notes: proposal.notes };
  const notes = proposal.notes.map((note) => sheetNoteText(note, "zh-CN"));
  if (changes.length === 0) return done([planText("zh-CN").sameAsBefore, ...notes], json);
  if (!dryRun && !(await importPlan(deps, OPERATOR, basename(file), proposal)))
    return refused([`${year}年有一份计划或调整在等待市办确认，请先在飞书里处理。`]);
  return done([...notes, ...linesOf(deps, proposal), ...(dryRun ? ["以上为预演，未写入。"] : [])], json);
}

function refusal(problems: Extract<PlanProposal, { ok: false }>["problems"]): Outcome {
  if (problems === null) return refused([planText("zh-CN").unreadable]);
  const lines = problems.map((problem) => planProblemText(problem, "zh-CN"));
  return refused([planText("zh-CN").problemsHead(problems.length), ...lines], { ok: false, problems });
}

function linesOf(
  { programme }: Deps,
  { year, changes, concerned }: Extract<PlanProposal, { ok: true }>,
): string[] {
  const locale = "zh-CN";
  const name = (slug: string) => {
    const town = townBySlug(programme, slug);
    return town ? townName(town, locale) : slug;
  };
  const towns = changes.map(({ town, before, after }) => {
    const lines = changeLines(before ?? UNPLANNED, after, { programme, locale });
    return `${name(town)}  ${lines.join("；")}`;
  });
  const reports = concerned.map(({ period, town, state }) => {
    const quarter = parsePeriod(period);
    const follows = state === "submitted" || state === "approved" ? "不改动" : "随之更新，已填的保留";
    return `${name(town)}${quarter ? periodName(quarter, locale) : period}  ${stateTerm(state, locale).text}，${follows}`;
  });
  return [
    `${year}年年度计划：${changes.length}个单位有变动`,
    ...towns,
    ...(reports.length > 0 ? ["涉及的填报：", ...reports] : []),
  ];
}
