import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { claimDue } from "../db/claim-due.ts";
import { openDatabase } from "../db/open.ts";
import { cpuOf, option, percentile, rounded } from "./measure.ts";

// What it costs to look for something to send behind a long line: 150 receivers whose first message is being sent,
// with 40 waiting for each against 2, in turn, when only the ends of the line are looked at.

const ROUNDS = option("rounds", 25);
const RECEIVERS = 150;
const LINES = [2, 40];
/** How many of the oldest and of the newest are looked at. */
const ENDS = 100;

const folder = mkdtempSync(join(tmpdir(), "tentowns-bench-"));
try {
  const opened = await Promise.all(LINES.map(waiting));
  const found = opened.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, { db, rows }] of opened.entries())
      found[i]?.push(await cpuOf(() => claimDue(db, rows, 32, ENDS)));
  const medians = found.map((times) => percentile(times, 0.5));
  console.table(
    LINES.map((line, i) => ({ "waiting for each": line, "claim, ms": rounded(medians[i] ?? 0) })),
  );
  for (const { close } of opened) close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function waiting(line: number) {
  const { db, close } = await openDatabase(`file:${folder}/${line}.db`);
  const rows = RECEIVERS * line;
  await db.run(sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${rows - 1})
    insert into outbox (id, kind, to_type, "to", msg_type, content, fallback, status, run_at, at, attempts, claimed_until)
    select 'e' || i, 'send', 'open_id', 'ou' || (i % ${RECEIVERS}), 'text', '{}', '', 'pending', i, i,
      i < ${RECEIVERS}, (i < ${RECEIVERS}) * 1000000 from n`);
  return { db, close, rows };
}
