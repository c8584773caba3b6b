import { asc, gt, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "./open.ts";
import { audit, person } from "./schema.ts";
import { personText, publicationText } from "./seals.ts";
import { sha256 } from "./sha256.ts";

// Holds every stored document against the audit log: reports and records with all their revisions, publications, the
// roster and the plans. The chain itself is verified by audit-chain.ts.

/**
 * What the log does not explain. `changed`: the document is not what the log says; `missing`: it is gone; `unknown`: no
 * row of the log made it; `present`: a report or record is not as its last revision left it.
 */
export type Mismatch = { what: string; reason: "changed" | "missing" | "unknown" | "present" };
/** `unsealed`: documents from before the log held their hashes, which cannot be checked. */
export type Verified = { documents: number; unsealed: number; mismatches: Mismatch[] };

/** A document as it is stored. `at`: when it was made, UTC ms, where that is stored. */
type Stored = { what: string; text: string; at?: number };

const PAGE = 500;
const sealsSchema = z.record(z.string(), z.string().nullable());

/** Verifies all documents; a chain that is whole is taken for granted. */
export async function verifyDocuments(db: Db): Promise<Verified> {
  const { hashes, before } = await readSeals(db);
  const found: Verified = { documents: 0, unsealed: 0, mismatches: [] };
  const unseen = new Map([...hashes].filter(([, known]) => known.at(-1) !== null));
  for await (const { what, text, at } of documents(db)) {
    found.documents += 1;
    const known = hashes.get(what);
    unseen.delete(what);
    if (known === undefined && (at ?? before) <= before && before > 0) found.unsealed += 1;
    else if (typeof known?.at(-1) !== "string") found.mismatches.push({ what, reason: "unknown" });
    else if (!explains(what, known, sha256(text))) found.mismatches.push({ what, reason: "changed" });
  }
  for (const what of unseen.keys()) found.mismatches.push({ what, reason: "missing" });
  for (const what of await presentOnesThatDiffer(db)) found.mismatches.push({ what, reason: "present" });
  return found;
}

/**
 * Whether the log gives a document this hash: a revision at any time, for one that two processes began at once is the
 * first one's; all else at last.
 */
function explains(what: string, known: ReadonlyArray<string | null>, hash: string): boolean {
  return /^(report|record) /.test(what) ? known.includes(hash) : known.at(-1) === hash;
}

/** The hashes of each document in order, and when the last row without hashes was written (0: there is none). */
async function readSeals(db: Db): Promise<{ hashes: Map<string, Array<string | null>>; before: number }> {
  const hashes = new Map<string, Array<string | null>>();
  let before = 0;
  for (let seq = 0; ; ) {
    const rows = await db
      .select({ seq: audit.seq, at: audit.at, made: audit.made })
      .from(audit)
      .where(gt(audit.seq, seq))
      .orderBy(asc(audit.seq))
      .limit(PAGE);
    for (const row of rows) {
      seq = row.seq;
      if (row.made === null) before = Math.max(before, row.at);
      else
        for (const [what, hash] of Object.entries(sealsSchema.parse(JSON.parse(row.made))))
          hashes.set(what, [...(hashes.get(what) ?? []), hash]);
    }
    if (rows.length < PAGE) return { hashes, before };
  }
}

async function* documents(db: Db): AsyncGenerator<Stored> {
  yield* paged(
    db,
    sql`select rowid as row, 'report ' || report || ' ' || revision as what, doc as text, at from report_revision`,
  );
  yield* paged(
    db,
    sql`select rowid as row, 'record ' || record || ' ' || revision as what, doc as text, at from record_revision`,
  );
  yield* paged(
    db,
    sql`select rowid as row, 'plan ' || year || ' ' || town as what, doc as text, null as at from year_plan`,
  );
  const frozen = await db.all<{ what: string; scheme: string; inputs: string; result: string; at: number }>(
    sql`select 'publication ' || period || ' ' || seq as what, scheme, inputs, result, at from publication`,
  );
  for (const { what, scheme, inputs, result, at } of frozen)
    yield { what, text: publicationText([scheme, inputs, result]), at };
  for (const row of await db.select().from(person))
    yield { what: `person ${row.openId}`, text: personText(row) };
}

async function* paged(db: Db, all: SQL): AsyncGenerator<Stored> {
  for (let row = 0; ; ) {
    const rows = await db.all<{ row: number; what: string; text: string; at: number | null }>(
      sql`select * from (${all}) where row > ${row} order by row limit ${PAGE}`,
    );
    for (const { row: at, what, text, at: made } of rows) {
      row = at;
      yield { what, text, ...(made === null ? {} : { at: made }) };
    }
    if (rows.length < PAGE) return;
  }
}

/** Reports and records whose present document, or a column made from it, is not the last revision's. */
async function presentOnesThatDiffer(db: Db): Promise<string[]> {
  const rows = await db.all<{ what: string }>(sql`
    select 'report ' || r.id as what from report r left join report_revision v on v.report = r.id
      and v.revision = (select max(revision) from report_revision where report = r.id)
      where v.doc is not r.doc or v.revision <> r.revision or json_extract(r.doc, '$.status') <> r.status
    union all
    select 'record ' || r.id from record r left join record_revision v on v.record = r.id
      and v.revision = (select max(revision) from record_revision where record = r.id)
      where v.doc is not r.doc or v.revision <> r.revision or json_extract(r.doc, '$.state') <> r.state`);
  return rows.map(({ what }) => what);
}
