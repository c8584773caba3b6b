import { existsSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { doctorText, findingText } from "../../../cards/text/doctor.ts";
import { noteBackup } from "../../../db/arrivals.ts";
import { type AuditHead, verifyAudit } from "../../../db/audit-chain.ts";
import { rootMessage } from "../../../db/database-unusable.ts";
import type { Db } from "../../../db/open.ts";
import { type Mismatch, verifyDocuments } from "../../../db/verify-documents.ts";
import { examine } from "../../bot/doctor/examine.ts";
import type { Check, Finding } from "../../domain/finding.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

/**
 * `audit verify [--head N:HASH]`: verifies the whole hash chain, and that it still holds a head noted before, which a
 * log that was cut at its end does not.
 */
export function audit(args: string[], { head }: { head: string | undefined }): Promise<Outcome> {
  const kept = /^(\d+):([0-9a-f]{64})$/.exec(head ?? "");
  if (args.join(" ") !== "verify" || (head !== undefined && !kept))
    throw new WrongUsage("audit verify [--head N:HASH]");
  return withDeps(async (deps) => {
    const found = await verifyAudit(
      deps.db,
      kept ? { rows: Number(kept[1]), hash: kept[2] ?? "" } : undefined,
    );
    if (found.ok) return withDocuments(deps.db, found);
    const line =
      found.reason === "cut"
        ? `审计日志只有${found.seq}条，不含所给的末条：末尾有记录被删去，或所给的不是这份日志的`
        : `审计日志在第${found.seq}条断开（${found.reason}），此前各条完好`;
    return refused([line], found);
  });
}

const MISMATCH: Record<Mismatch["reason"], string> = {
  changed: "与审计日志所记的不符，被改动过",
  missing: "审计日志中有，数据库中没有了",
  unknown: "审计日志中没有它的来历",
  present: "当前内容与最后一次修订不一致",
};
/** Mismatches named one by one; there are rarely more, and never fewer than the truth: the number is told. */
const NAMED = 20;

/** What the whole chain says of the documents it made. */
async function withDocuments(db: Db, head: AuditHead): Promise<Outcome> {
  const { documents, unsealed, mismatches } = await verifyDocuments(db);
  const chain = `审计日志完整，共${head.rows}条`;
  if (mismatches.length > 0)
    return refused(
      [
        `${chain}；有${mismatches.length}份材料与它对不上：`,
        ...mismatches.slice(0, NAMED).map(({ what, reason }) => `${what}：${MISMATCH[reason]}`),
      ],
      { ...head, ok: false, documents, unsealed, mismatches },
    );
  const older = unsealed > 0 ? `，另有${unsealed}份早于本版本，没有校验值` : "";
  return done([`${chain}；核对材料${documents - unsealed}份，全部相符${older}`, headLine(head)], {
    ...head,
    ok: true,
    documents,
    unsealed,
  });
}

function headLine({ rows, hash }: AuditHead): string {
  return `末条 ${rows}:${hash}（另行保存，日后用 audit verify --head 核对）`;
}

/** `backup FILE`: a consistent copy of the database file, taken while the server runs. */
export function backup(args: string[]): Promise<Outcome> {
  const [file] = args;
  if (!file || args.length !== 1) throw new WrongUsage("backup FILE");
  if (existsSync(file)) return Promise.resolve(refused([`${file} 已存在，请换一个文件名`]));
  return withDeps(async (deps) => {
    if (!deps.config.databaseUrl.startsWith("file:"))
      return refused(["远程数据库请用其自带的备份；本命令只用于本机文件"]);
    try {
      await deps.db.run(sql`vacuum into ${file}`);
      // It holds what people reported and who they are: for the operator's eyes alone.
      await chmod(file, 0o600);
    } catch (error) {
      await rm(file, { force: true });
      return refused([`备份没有写成：${rootMessage(error)}。请检查文件夹是否存在、能否写入、是否还有空间`]);
    }
    const log = await verifyAudit(deps.db);
    await noteBackup(deps.db, deps.clock.now());
    if (log.ok) return done([`已备份到 ${file}`, headLine(log)]);
    return done([`已备份到 ${file}`, `审计日志在第${log.seq}条断开（${log.reason}），请查明原因`]);
  });
}

/** Commands that mend what a check found. */
const MEND: Partial<Record<Check, string>> = {
  posts: "roster import FILE",
  calendar: "calendar import FILE",
  plan: "plan template YEAR --out F.xlsx",
  backup: "backup FILE",
};

/** Permissions and events as the developer console calls them. */
function asInConsole({ check, names = [] }: Finding): string {
  return (check === "scopes" || check === "events") && names.length > 0 ? `（${names.join(" ")}）` : "";
}

/** `doctor`: a look at everything, each with its next step. Refused is what keeps the bot from working. */
export function doctor(): Promise<Outcome> {
  return withDeps(async (deps) => {
    const findings = await examine(deps, "zh-CN");
    const lines = findings.flatMap((finding) => {
      const { check, state } = finding;
      const command = MEND[check];
      const next = `${doctorText("zh-CN").checks[check].next}${command ? `（${command}）` : ""}`;
      const what = findingText(finding, "zh-CN");
      const head =
        check === "audit" && finding.detail
          ? `${what}，末条 ${finding.detail}`
          : `${what}${asInConsole(finding)}`;
      return state === "fine" ? [`✓ ${head}`] : [`${state === "wrong" ? "✗" : "!"} ${head}`, `    ${next}`];
    });
    const sound = findings.every(({ state }) => state !== "wrong");
    const checks = findings.map((finding) => ({
      ok: finding.state === "fine",
      what: findingText(finding, "zh-CN"),
      ...finding,
    }));
    return sound ? done(lines, { ok: true, checks }) : refused(lines, { ok: false, checks });
  });
}
