import { lastBackup } from "../../../db/arrivals.ts";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { databaseReady } from "../../../db/health.ts";
import { outboxCounts } from "../../../db/outbox.ts";
import { countReceived } from "../../../db/received.ts";
import type { Deps } from "../../deps.ts";
import type { Finding } from "../../domain/finding.ts";

// What is kept: the database and what it says of itself, the room left, the photos, the last backup.

const DAY = 86_400_000;
/** Less room than this is told, MB. */
const LITTLE_ROOM = 1024;
const TRIAL = "self-check.txt";

export async function ofStore(deps: Deps): Promise<Finding[]> {
  return Promise.all([database(deps), disk(deps), evidence(deps), waiting(deps), log(deps), backup(deps)]);
}

/** `detail`: what is missing. */
async function database({ db }: Deps): Promise<Finding> {
  const { ready, why } = await databaseReady(db);
  return { check: "database", state: ready ? "fine" : "wrong", ...(why ? { detail: why } : {}) };
}

/** `n`: MB left; absent where the store is not on a disk of this machine. */
async function disk({ freeBytes }: Deps): Promise<Finding> {
  const bytes = (await freeBytes?.()) ?? null;
  if (bytes === null) return { check: "disk", state: "fine" };
  const n = Math.floor(bytes / 1024 / 1024);
  return { check: "disk", state: n < LITTLE_ROOM ? "todo" : "fine", n };
}

/** Written and read back under the same key every time. */
async function evidence({ evidence: store }: Deps): Promise<Finding> {
  const bytes = new TextEncoder().encode("self-check");
  try {
    await store.put(TRIAL, bytes);
    const read = await store.get(TRIAL);
    return { check: "evidence", state: read?.length === bytes.length ? "fine" : "wrong" };
  } catch {
    return { check: "evidence", state: "wrong" };
  }
}

/** Once is no sign: a message beyond a person's limit of a minute is put aside once. */
const TRIED_IN_VAIN = 2;

/** `n`: messages that wait; `detail`: those undelivered, in doubt, and received but not answered. */
async function waiting({ db }: Deps): Promise<Finding> {
  const { pending = 0, dead = 0, unsure = 0 } = await outboxCounts(db);
  const unanswered = await countReceived(db, TRIED_IN_VAIN);
  return {
    check: "outbox",
    state: dead + unsure + unanswered > 0 ? "todo" : "fine",
    n: pending,
    detail: `${dead}/${unsure}/${unanswered}`,
  };
}

/** `n`: rows, or the row where the chain breaks; `detail`: the last row's hash. */
async function log({ db }: Deps): Promise<Finding> {
  const found = await verifyAudit(db);
  return found.ok
    ? { check: "audit", state: "fine", n: found.rows, detail: `${found.rows}:${found.hash}` }
    : { check: "audit", state: "wrong", n: found.seq };
}

/** `n`: days since the last backup; absent if there was none. A remote database has its provider's. */
async function backup({ db, clock, config }: Deps): Promise<Finding> {
  if (!config.databaseUrl.startsWith("file:")) return { check: "backup", state: "fine", n: 0 };
  const at = await lastBackup(db);
  if (at === null) return { check: "backup", state: "todo" };
  const n = Math.max(0, Math.floor((clock.now() - at) / DAY));
  return { check: "backup", state: n > 7 ? "todo" : "fine", n };
}
