import { receiverName } from "../../../cards/receiver.ts";
import { commit } from "../../../db/commit.ts";
import {
  documentsWith,
  forgetCopies,
  messagesNaming,
  recordsNaming,
  reportsNaming,
  rewriteMessage,
  rewriteRecord,
  rewriteReport,
  storedAbout,
} from "../../../db/personal-data.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import {
  recordWithoutName,
  revisionsWithoutName,
  SOMEONE,
  textWithoutName,
} from "../../domain/privacy/without-name.ts";
import { ROLES } from "../../domain/programme/people.ts";
import { personOf } from "../roster/people.ts";

/** `typed`: the documents in whose typed words the name still stands, which only a person can judge. */
export type Erased =
  | { ok: true; reports: number; records: number; messages: number; typed: string[] }
  | { ok: false; reason: "holds_a_post" | "unknown" };

type Rewritten = { writes: Write[]; count: number; names: Set<string> };

/**
 * Takes a former colleague's name out of everything stored: reports and records keep every deed with the post in the
 * name's place, what was sent to them is forgotten. The audit log stays whole; it never held a name, and its row about
 * this holds the new hashes. Refused while they are on the roster: their post is handed over first.
 */
export async function erasePerson(deps: Deps, openId: string, by: string): Promise<Erased> {
  const { db } = deps;
  if (await personOf(deps, openId)) return { ok: false, reason: "holds_a_post" };
  const stored = await storedAbout(db, openId);
  if (Object.values(stored).every((rows) => rows.length === 0)) return { ok: false, reason: "unknown" };
  const [reports, records] = [await withoutInReports(deps, openId), await withoutInRecords(deps, openId)];
  const names = [...new Set([...reports.names, ...records.names])];
  const copies = await withoutInCopies(deps, names);
  const detail = { reports: reports.count, records: records.count, messages: copies.length };
  await commit(
    db,
    {
      audit: { actor: by, kind: "person.erased", subject: openId, detail },
      writes: [...reports.writes, ...records.writes, ...copies, ...forgetCopies(db, openId)],
    },
    deps.clock.now(),
  );
  const typed = await Promise.all(names.map((name) => documentsWith(db, name)));
  return { ok: true, ...detail, typed: [...new Set(typed.flat())] };
}

async function withoutInReports(deps: Deps, openId: string): Promise<Rewritten> {
  const { db, programme } = deps;
  const found: Rewritten = { writes: [], count: 0, names: new Set() };
  for (const [id, revisions] of await reportsNaming(db, openId)) {
    const town = id.slice(id.indexOf("/") + 1);
    const county = programme.towns.find(({ slug }) => slug === town)?.countyCode;
    const area = programme.counties.find(({ code }) => code === county)?.slug ?? "";
    const { docs, names } = revisionsWithoutName(revisions, openId, {
      fills: postName(deps, `town_official ${town}`),
      reviews: postName(deps, `county_reviewer ${area}`),
    });
    note(found, revisions, docs, (doc) => rewriteReport(db, id, doc));
    for (const name of names) found.names.add(name);
  }
  return found;
}

/** What a post (`town_official qikou`) is called. */
function postName({ programme }: Deps, post: string): string {
  const [name, area = ""] = post.split(" ");
  const role = ROLES.find((one) => one === name);
  return role ? receiverName({ kind: "person", person: { role, area } }, programme, "zh-CN") : SOMEONE;
}

async function withoutInRecords(deps: Deps, openId: string): Promise<Rewritten> {
  const { db } = deps;
  const found: Rewritten = { writes: [], count: 0, names: new Set() };
  for (const [id, revisions] of await recordsNaming(db, openId)) {
    const docs = revisions.map((doc) => {
      const without = recordWithoutName(doc, openId, (post) => postName(deps, post));
      for (const name of without.names) found.names.add(name);
      return without.doc;
    });
    const before = revisions.map((doc) => ({ doc }));
    note(found, before, docs, (doc) => rewriteRecord(db, id, doc));
  }
  return found;
}

/** Notes the revisions that changed. */
function note<D>(
  found: Rewritten,
  before: ReadonlyArray<{ doc: D }>,
  after: readonly D[],
  rewrite: (doc: D) => Write[],
): void {
  const writes = after.flatMap((doc, i) =>
    JSON.stringify(doc) === JSON.stringify(before[i]?.doc) ? [] : rewrite(doc),
  );
  found.writes.push(...writes);
  if (writes.length > 0) found.count += 1;
}

/** The kept copies of messages to others, without these names. */
async function withoutInCopies({ db }: Deps, names: readonly string[]): Promise<Write[]> {
  const rows = new Map<string, { content: string; fallback: string }>();
  for (const name of names)
    for (const { id, content, fallback } of await messagesNaming(db, name)) {
      const present = rows.get(id) ?? { content, fallback };
      rows.set(id, {
        content: textWithoutName(present.content, name),
        fallback: textWithoutName(present.fallback, name),
      });
    }
  return [...rows].map(([id, to]) => rewriteMessage(db, id, to));
}
