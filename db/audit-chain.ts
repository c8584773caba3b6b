import { asc, desc, gt } from "drizzle-orm";
import type { Db } from "./open.ts";
import { audit } from "./schema.ts";
import type { Seals } from "./seals.ts";
import { sha256 } from "./sha256.ts";

// The audit log is a hash chain: altering, removing or inserting a row invalidates every later hash.

/** Who did what to which record. `detail` holds ids and figures, never a name, mobile number or secret. */
export type AuditEntry = { actor: string; kind: string; subject: string; detail?: unknown };
export type AuditRow = typeof audit.$inferSelect;

export const GENESIS = "0".repeat(64);
const PAGE = 500;

/** An entry as it is stored, before it has its place in the chain. */
export type SealedEntry = Record<"actor" | "kind" | "subject" | "detail" | "made", string>;

/** `seals`: the documents the entry's change makes. */
export function sealedEntry({ actor, kind, subject, detail }: AuditEntry, seals: Seals = {}): SealedEntry {
  return { actor, kind, subject, detail: JSON.stringify(detail ?? null), made: JSON.stringify(seals) };
}

/** The row that follows `previous` in the chain. */
export function chained(entry: SealedEntry, at: number, seq: number, previous: string): AuditRow {
  const row = { ...entry, seq, at, previous };
  return { ...row, hash: sha256(rowText(row)) };
}

/** The last row by number and hash: kept elsewhere, it proves later that no row up to it was taken away. */
export type AuditHead = { rows: number; hash: string };

/**
 * Verifies the whole chain: its head, or the first invalid row and why. `kept`: a head noted before; `cut`: the log no
 * longer holds that row.
 */
export async function verifyAudit(
  db: Db,
  kept?: AuditHead,
): Promise<
  ({ ok: true } & AuditHead) | { ok: false; seq: number; reason: "gap" | "previous" | "hash" | "cut" }
> {
  let seq = 0;
  let previous = GENESIS;
  let found = kept === undefined;
  for (;;) {
    const rows = await db.select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(PAGE);
    for (const row of rows) {
      if (row.seq !== seq + 1) return { ok: false, seq: row.seq, reason: "gap" };
      if (row.previous !== previous) return { ok: false, seq: row.seq, reason: "previous" };
      if (row.hash !== sha256(rowText(row))) return { ok: false, seq: row.seq, reason: "hash" };
      seq = row.seq;
      previous = row.hash;
      found ||= seq === kept?.rows && previous === kept.hash;
    }
    if (rows.length === PAGE) continue;
    return found ? { ok: true, rows: seq, hash: previous } : { ok: false, seq, reason: "cut" };
  }
}

/** Whether the chain's last `n` rows are consistent with each other; `verifyAudit` checks all of it. */
export async function verifyAuditTail(db: Db, n: number): Promise<boolean> {
  const rows = (await db.select().from(audit).orderBy(desc(audit.seq)).limit(n)).reverse();
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before && (row.seq !== before.seq + 1 || row.previous !== before.hash)) return false;
    if (row.hash !== sha256(rowText(row))) return false;
  }
  return true;
}

function rowText(row: Omit<AuditRow, "hash">): string {
  const { seq, at, actor, kind, subject, detail, previous, made } = row;
  // Rows from before documents were sealed have none.
  return JSON.stringify([seq, at, actor, kind, subject, detail, previous, ...(made === null ? [] : [made])]);
}
