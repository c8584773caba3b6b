import { asc, eq } from "drizzle-orm";
import type { SchemeVersion } from "../src/domain/scoring/scheme-version.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { schemeVersion } from "./schema.ts";

/** Every version proposed for a pack's scheme, oldest first. */
export async function listSchemeVersions(db: Db, pack: string): Promise<SchemeVersion[]> {
  return db
    .select()
    .from(schemeVersion)
    .where(eq(schemeVersion.pack, pack))
    .orderBy(asc(schemeVersion.proposedAt));
}

/** The scheme's own id is the key: two proposals at once clash. */
export function insertSchemeVersion(db: Db, row: SchemeVersion): Write {
  return db.insert(schemeVersion).values(row);
}

export function decideSchemeVersion(
  db: Db,
  id: string,
  decision: { adopted: boolean; decidedBy: string; decidedAt: number },
): Write {
  return db.update(schemeVersion).set(decision).where(eq(schemeVersion.id, id));
}
