import { momentName } from "../../../cards/names.ts";
import { refusalText } from "../../../cards/office/step-refusal.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { findPeriod } from "../../../db/periods.ts";
import { findPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { sha256 } from "../../../db/sha256.ts";
import { kitFor } from "../../bot/procedures/record-view.ts";
import { announceProvisional } from "../../bot/quarter/provisional.ts";
import { computeRanking, publish as publishPeriod } from "../../bot/quarter/publish.ts";
import { unmendedIn } from "../../bot/quarter/unmended.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { StepRefusal } from "../../domain/quarter/steps.ts";
import { type FrozenRow, frozenText } from "../../domain/ranking/publication.ts";
import { verifyPublication } from "../../domain/ranking/verify-publication.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const notOpen = (period: PeriodId) => `${period} 还没有开启`;

/** `rank 2026Q3 [--verify]`: the published ranking, or a provisional one of the reports approved so far. */
export function rank(args: string[], flags: { verify: boolean }): Promise<Outcome> {
  const period = only(args, "rank 2026Q3 [--verify]");
  if (flags.verify) return withDeps((deps) => verify(deps, period));
  return withDeps(async (deps) => {
    const published = await findPublication(deps.db, period);
    if (!published && !(await findPeriod(deps.db, period))) return refused([notOpen(period)]);
    const { result, inputs } = published ?? (await computeRanking(deps, period));
    const head = `${period} ${published ? "已发布" : "暂定，未发布"}`;
    const json = { period, published: published !== null, lateness: inputs.lateness, rows: result.rows };
    const late = inputs.lateness === "scored" ? [] : ["报送及时性未计分：有的年份节假日安排未知"];
    return done([head, ...late, ...result.rows.map(rowLine)], json);
  });
}

/** Recomputes a publication from its frozen inputs, and verifies its hash. */
async function verify(deps: Deps, period: PeriodId): Promise<Outcome> {
  const published = await findPublication(deps.db, period);
  if (!published) return refused([`${period} 还没有发布`]);
  const mismatches = verifyPublication(published);
  const hash = sha256(frozenText(published));
  const json = {
    ok: mismatches.length === 0 && hash === published.hash,
    period,
    seq: published.seq,
    hash,
    mismatches,
  };
  if (json.ok) return done([`${period} 第${published.seq}版核对无误，校验码 ${hash}`], json);
  const lines = mismatches.map((m) => `${m.town} ${m.what}: 发布 ${m.published}，重算 ${m.computed}`);
  return refused([...lines, ...(hash === published.hash ? [] : ["校验码不符：冻结的内容被改动过"])], json);
}

/** `publish 2026Q3`: freezes scheme, inputs and result, and sends the ranking. */
export function publish(args: string[]): Promise<Outcome> {
  const period = only(args, "publish 2026Q3");
  return withDeps(async (deps) => {
    const unmended = await unmendedTitles(deps, period);
    const outcome = await publishPeriod(deps, period, OPERATOR);
    if (!outcome.ok) return notNow(deps, period, outcome);
    const { hash, result } = outcome.publication;
    const warned = unmended.map((title) => `注意：异议已采纳，数据还没有改动：${title}`);
    const lines = [`${period} 已发布，校验码 ${hash}`, ...result.rows.map(rowLine), ...warned];
    return done(lines, { ok: true, period, hash, unmended });
  });
}

/** Accepted objections whose figures are still those of the provisional result, as the office's card names them. */
async function unmendedTitles(deps: Deps, period: PeriodId): Promise<string[]> {
  const { programme } = deps;
  const unmended = await unmendedIn(deps, period, await listRecords(deps.db, { period }));
  return unmended.map((record) =>
    recordTitle({ programme, kit: kitFor(deps, record), record, locale: "zh-CN" }),
  );
}

/** `provisional 2026Q3`: sends every town its provisional score and opens the objection window. */
export function provisional(args: string[]): Promise<Outcome> {
  const period = only(args, "provisional 2026Q3");
  return withDeps(async (deps) => {
    const outcome = await announceProvisional(deps, period, OPERATOR);
    if (!outcome.ok) return notNow(deps, period, outcome);
    const { until } = outcome;
    const json = { ok: true, period, until: new Date(until).toISOString() };
    return done([`${period} 暂定得分正在发给各镇，异议期到${momentName(until, "zh-CN")}为止`], json);
  });
}

/** A step that cannot be taken, in the words of the office's card; `reason` is for programs. */
function notNow(deps: Deps, period: PeriodId, outcome: StepRefusal): Outcome {
  const { reason } = outcome;
  const byPack = reason === "calendar_unknown" || reason === "override_over";
  const problems = [
    `${period}：${refusalText(outcome, deps.programme, "zh-CN")}`,
    ...(byPack ? ["异议截止日写在方案文件的 objection.overrides 里。"] : []),
  ];
  return refused(problems, { ok: false, reason, problems });
}

function only(args: string[], usage: string): PeriodId {
  const period = parsePeriod(args[0] ?? "");
  if (!period || args.length !== 1) throw new WrongUsage(usage);
  return period;
}

function rowLine(row: FrozenRow): string {
  if (row.rank === null) return `  -  ${row.town}  ${row.standing === "not_reported" ? "未报" : "不参评"}`;
  const delta = row.delta === null ? "" : `  ${row.delta >= 0 ? "+" : ""}${row.delta.toFixed(4)}`;
  return `${String(row.rank).padStart(3)}  ${row.town}  ${row.score?.toFixed(4)}${delta}  ${row.light}`;
}
