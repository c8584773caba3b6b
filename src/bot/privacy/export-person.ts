import { recordsNaming, reportsNaming, storedAbout } from "../../../db/personal-data.ts";
import { findPerson } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Values } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";

/** Everything stored about one person (docs/security.md), as one document to hand to them. Times are ISO, UTC. */
export type PersonExport = {
  openId: string;
  /** Their line of the roster; null once their post has passed on. */
  roster: Person | null;
  /** What they did, by the audit log; `what` is a kind such as `report.save`. */
  deeds: Array<{ at: string; what: string; subject: string; detail: unknown }>;
  /** The revisions of reports they made. */
  reports: Array<{ report: string; revision: number; name: string }>;
  /** The steps they took on records, with what they entered. */
  steps: Array<{
    at: string;
    record: string;
    procedure: string;
    step: string;
    name: string;
    entered: Values;
  }>;
  /** The photos and files they sent; where a photo was taken, if its camera wrote it. */
  files: Array<Record<string, string | number | null>>;
  /** What was sent to them. */
  messages: Array<{ at: string; kind: string; status: string; content: string }>;
};

export async function exportPerson({ db }: Deps, openId: string): Promise<PersonExport> {
  const stored = await storedAbout(db, openId);
  const iso = (ms: number) => new Date(ms).toISOString();
  const reports = [...(await reportsNaming(db, openId))].flatMap(([report, revisions]) =>
    revisions
      .filter(({ by }) => by === openId)
      .map(({ doc }) => ({ report, revision: doc.revision, name: nameIn(Object.values(doc.saved), openId) })),
  );
  const steps = [...(await recordsNaming(db, openId)).values()].flatMap((revisions) => {
    const last = revisions.at(-1);
    const own = (last?.log ?? []).filter(({ by }) => by === openId);
    return own.map(({ at, step, name, values }) => ({
      ...{ at: iso(at), record: last?.id ?? "", procedure: last?.procedure ?? "", step, name },
      entered: values,
    }));
  });
  return {
    openId,
    roster: await findPerson(db, openId),
    deeds: stored.deeds.map(({ at, kind, subject, detail }) => ({
      ...{ at: iso(at), what: kind, subject },
      detail: JSON.parse(detail),
    })),
    reports,
    steps,
    files: [...stored.photosAndFiles, ...stored.filesOfRecords].map(({ at, ...file }) => ({
      at: iso(at),
      ...file,
    })),
    messages: stored.messages.map(({ at, ...message }) => ({ at: iso(at), ...message })),
  };
}

function nameIn(saved: ReadonlyArray<{ by: string; name: string }>, openId: string): string {
  return saved.find(({ by }) => by === openId)?.name ?? "";
}
