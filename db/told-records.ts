import { and, eq, gte } from "drizzle-orm";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";

/** The records whose cards were queued for a person as news since a time (UTC ms), by id. */
export async function recordsToldSince(db: Db, openId: string, since: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ subject: outbox.subject })
    .from(outbox)
    .where(
      and(eq(outbox.to, openId), eq(outbox.cardKind, "record"), eq(outbox.quiet, 1), gte(outbox.at, since)),
    );
  return rows.flatMap(({ subject }) => subject ?? []);
}
