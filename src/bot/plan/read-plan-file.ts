import { planProblemText, planText } from "../../../cards/text/plan.ts";
import type { Deps } from "../../deps.ts";
import { changesOf, type PlanChange, totalsBelow } from "../../domain/plan/plan-change.ts";
import type { PlanProblem } from "../../domain/plan/plan-file.ts";
import { readPlan } from "../../domain/plan/read-plan.ts";
import type { Concerned } from "../../domain/procedure/plan.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { SheetNote } from "../../domain/sheet/gather-tables.ts";
import { readWorkbook } from "../../export/xlsx/read-workbook.ts";
import { concernedBy, knownYear, plannableYears } from "../procedures/effects/plan.ts";

/**
 * What a plan's workbook would change, and what of it was not read. `problems` null: it could not be opened at all.
 */
export type PlanProposal =
  | { ok: true; year: number; changes: PlanChange[]; concerned: Concerned[]; notes: SheetNote[] }
  | { ok: false; problems: PlanProblem[] | null };

/** Reads a workbook against what is known of its year. Nothing is written. */
export async function readPlanFile(deps: Deps, bytes: Uint8Array): Promise<PlanProposal> {
  const sheets = await readWorkbook(bytes);
  if (!sheets) return { ok: false, problems: null };
  const read = readPlan(sheets, deps.programme, plannableYears(deps.clock.now()));
  if (!read.ok) return read;
  const { year } = read.file;
  const known = await knownYear(deps, year);
  const problems = totalsBelow(read.file, known);
  if (problems.length > 0) return { ok: false, problems };
  const order = deps.programme.towns.map(({ slug }) => slug);
  const changes = changesOf(read.file, known, order);
  return { ok: true, year, changes, concerned: await concernedBy(deps, year, changes), notes: read.notes };
}

/** Why a workbook is refused, a line each; at most `most` cells are named, the rest are counted. */
export function refusalLines(
  problems: readonly PlanProblem[] | null,
  locale: Locale,
  most: number,
): string[] {
  const text = planText(locale);
  if (problems === null) return [text.unreadable];
  if (problems.some(({ kind }) => kind === "no_sheet")) return [text.notAPlan];
  const more = problems.length - most;
  return [
    text.problemsHead(problems.length),
    ...problems.slice(0, most).map((problem) => `· ${planProblemText(problem, locale)}`),
    ...(more > 0 ? [text.problemsMore(more)] : []),
  ];
}
