import { sql } from "drizzle-orm";
import { fileProblem } from "./file-problem.ts";
import journal from "./migrations/meta/_journal.json" with { type: "json" };
import type { Db } from "./open.ts";

/** Whether the database responds, its file is still the one that was opened, and it has every migration of this version. */
export async function databaseReady(db: Db): Promise<{ ready: boolean; why: string }> {
  const moved = fileProblem(db);
  if (moved !== null) return { ready: false, why: moved };
  const [row] = await db.all<{ applied: number }>(sql`select count(*) as applied from __drizzle_migrations`);
  const applied = row?.applied ?? 0;
  const wanted = journal.entries.length;
  return applied >= wanted
    ? { ready: true, why: "" }
    : {
        ready: false,
        why: `${wanted - applied} migrations to apply: start once on Node with this DATABASE_URL`,
      };
}
