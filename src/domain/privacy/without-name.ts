import type { ProcedureRecord, Value, Values } from "../procedure/record.ts";
import type { Report } from "../report/report.ts";

// Takes a person's name out of documents. What they did as a holder of a post stays, with the post in the name's
// place, and so does the open_id, which leads to a person only within the office's own tenant.

/** A report as one of its revisions left it, and who made that revision. */
export type Revision = { by: string; doc: Report };
/** What stands in a name's place: for who fills in a report, and for who reviews it. */
export type StandIns = { fills: string; reviews: string };

/**
 * A report's revisions, oldest first, without the name of one person. Submission, approval and return name nobody's id:
 * whoever made the revision in which each first stands did it.
 */
export function revisionsWithoutName(
  revisions: readonly Revision[],
  openId: string,
  standIn: StandIns,
): { docs: Report[]; names: Set<string> } {
  const names = new Set<string>();
  const mine = { submitted: false, approved: false, returned: false };
  let before: Report | null = null;
  const docs = revisions.map(({ by, doc }) => {
    const own = by === openId;
    if (doc.submittedAt !== (before?.submittedAt ?? null)) mine.submitted = own;
    if (doc.approvedAt !== (before?.approvedAt ?? null)) mine.approved = own;
    if (doc.returned?.revision !== before?.returned?.revision) mine.returned = own;
    before = doc;
    const instead = <T extends string | null>(name: T, is: boolean, post: string): T | string => {
      if (!is || !name || name === post) return name;
      names.add(name);
      return post;
    };
    const saved = Object.entries(doc.saved).map(([section, one]) => [
      section,
      { ...one, name: instead(one.name, one.by === openId, standIn.fills) },
    ]);
    return {
      ...doc,
      saved: Object.fromEntries(saved),
      submittedByName: instead(doc.submittedByName, mine.submitted, standIn.fills),
      approvedByName: instead(doc.approvedByName, mine.approved, standIn.reviews),
      returned: doc.returned && {
        ...doc.returned,
        byName: instead(doc.returned.byName, mine.returned, standIn.reviews),
      },
    };
  });
  return { docs, names };
}

/** A record without the name of one person; `postName`: what a post (`town_official qikou`) is called. */
export function recordWithoutName(
  doc: ProcedureRecord,
  openId: string,
  postName: (post: string) => string,
): { doc: ProcedureRecord; names: Set<string> } {
  const names = new Set<string>();
  for (const { by, name, post } of doc.log)
    if (by === openId && name !== "" && name !== postName(post)) names.add(name);
  const post = postName(doc.log.findLast(({ by }) => by === openId)?.post ?? "");
  // A field that holds nothing but the name was chosen from a list; words that contain it were typed, and stay.
  const values = (all: Values): Values => Object.fromEntries(Object.entries(all).map(([k, v]) => [k, of(v)]));
  const of = (value: Value): Value => {
    if (typeof value === "string") return names.has(value) ? post : value;
    if (Array.isArray(value)) return value.map(of);
    return typeof value === "object" && value !== null ? values(value) : value;
  };
  const log = doc.log.map((entry) => ({
    ...entry,
    name: entry.by === openId && entry.name !== "" ? postName(entry.post) : entry.name,
    values: values(entry.values),
  }));
  return { doc: { ...doc, data: values(doc.data), log }, names };
}

/** Stands for a name where no post is known. */
export const SOMEONE = "（姓名已删去）";

/** The kept copy of a message without a name; what people typed is never changed in this way. */
export function textWithoutName(text: string, name: string): string {
  return text.replaceAll(name, SOMEONE);
}
