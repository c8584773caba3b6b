import { existsSync } from "node:fs";
import { copyFile, rename, rm } from "node:fs/promises";
import { LibsqlError } from "@libsql/client/http";
import { eq, sql } from "drizzle-orm";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { commit } from "../../../db/commit.ts";
import { DatabaseUnusable, rootMessage } from "../../../db/database-unusable.ts";
import { openLocalClient } from "../../../db/local-client.ts";
import { type Db, fileOf, openDatabase } from "../../../db/open.ts";
import { outbox } from "../../../db/schema.ts";
import { commandConfig } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

/** How long the database's lock is waited for, ms: a stopped bot has none. */
const LOCK_PATIENCE = 500;

/**
 * `restore FILE`: puts a backup in the database's place. The backup is copied and verified first (readable, whole,
 * audit log unbroken); the present file is kept beside it. What was waiting to be sent when the backup was made may
 * have gone out since: it becomes unsure, and the office decides about each.
 */
export async function restore(args: string[]): Promise<Outcome> {
  const [backup] = args;
  if (!backup || args.length !== 1) throw new WrongUsage("restore FILE");
  const target = fileOf(commandConfig().databaseUrl);
  if (target === null) return refused(["远程数据库请用其自带的恢复；本命令只用于本机文件"]);
  if (!existsSync(backup)) return refused([`${backup} 不存在`]);
  if (existsSync(target) && !(await isFree(target)))
    return refused(["数据库正在使用：请先停止机器人，再恢复；现有数据没有改动"]);
  const fresh = `${target}.restored`;
  const kept = `${target}.before-${new Date().toISOString().replace(/\W/g, "")}`;
  try {
    // A file that was opened may have its last changes in the log beside it; whoever closes it meanwhile moves them into the
    // file, so the log is copied first.
    const log = `${backup}-wal`;
    await copyFile(log, `${fresh}-wal`).catch((error: unknown) => {
      if (existsSync(log)) throw error;
    });
    await copyFile(backup, fresh);
    const unsure = await prepare(fresh);
    if (existsSync(target)) await rename(target, kept);
    await rename(fresh, target);
    const before = existsSync(kept) ? [`原来的数据库留作 ${kept}`] : [];
    const waiting = `备份时待发的${unsure}条消息标为“不确定”，请市办逐条决定是否重发`;
    return done([`已恢复到 ${target}`, ...before, ...(unsure > 0 ? [waiting] : [])], { ok: true, unsure });
  } catch (error) {
    if (!(error instanceof Unfit || error instanceof DatabaseUnusable)) throw error;
    return refused([`这份备份不能用：${rootMessage(error)}。现有数据没有改动`]);
  } finally {
    for (const end of ["", "-wal", "-shm"]) await rm(`${fresh}${end}`, { force: true });
  }
}

/** The backup is not one that can be used; the message says why. */
class Unfit extends Error {}

/** Verifies a copied backup and marks what was waiting in it; the number of messages that were. */
async function prepare(file: string): Promise<number> {
  const { db, close } = await openDatabase(`file:${file}`);
  try {
    const [sound] = await db.all<{ integrity_check: string }>(sql`pragma integrity_check`);
    if (sound?.integrity_check !== "ok") throw new Unfit("文件已损坏");
    const log = await verifyAudit(db);
    if (!log.ok) throw new Unfit(`其中的审计日志在第${log.seq}条断开`);
    const unsure = await markUnsure(db);
    // One file afterwards: nothing may stay behind in the log beside it.
    await db.run(sql`pragma journal_mode = delete`);
    return unsure;
  } finally {
    close();
  }
}

async function markUnsure(db: Db): Promise<number> {
  const waiting = await db.$count(outbox, eq(outbox.status, "pending"));
  const lastError = "restored from a backup: it may have been sent since";
  const writes = [db.update(outbox).set({ status: "unsure", lastError }).where(eq(outbox.status, "pending"))];
  const audit = { actor: "cli", kind: "database.restored", subject: "", detail: { unsure: waiting } };
  await commit(db, { audit, writes }, Date.now());
  return waiting;
}

/** Whether no other process has the file open; a file that cannot be read is nobody's. */
async function isFree(file: string): Promise<boolean> {
  const client = openLocalClient(file, LOCK_PATIENCE);
  try {
    // Leaving the log beside the file needs it for oneself.
    const { rows } = await client.execute("pragma journal_mode = delete");
    return rows[0]?.journal_mode === "delete";
  } catch (error) {
    return !(error instanceof LibsqlError && /BUSY|LOCKED/.test(error.code));
  } finally {
    client.close();
  }
}
