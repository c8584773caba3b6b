import { commit } from "../../../db/commit.ts";
import { putEvidence } from "../../../db/evidence.ts";
import { putRecordEvidence } from "../../../db/record-evidence.ts";
import { digest } from "../../bot/evidence/stored-file.ts";
import { uploadPicture } from "../../bot/evidence/upload-picture.ts";
import type { Deps } from "../../deps.ts";
import type { SectionId } from "../../domain/report/content.ts";
import { drawPhoto } from "./draw-photo.ts";

/**
 * Files a drawn picture in a report (`2026Q3/qikou`) as a photo that `by` sent. It is uploaded at once, so that the first
 * card has it, and compared with no other: what is drawn is alike everywhere.
 */
export async function seedPhoto(deps: Deps, report: string, section: SectionId, by: string): Promise<void> {
  const { db, clock } = deps;
  const row = { ...(await drawn(deps, `demo ${report} ${section}`, by)), report, section };
  const audit = {
    ...{ actor: by, kind: "evidence.stored", subject: report },
    detail: { sha256: row.sha256, section },
  };
  await commit(db, { audit, writes: [putEvidence(db, row)] }, clock.now());
  await uploadPicture(deps, row.sha256);
}

/** Keeps a drawn picture with a record as a photo that `by` sent, uploaded at once. */
export async function seedRecordPhoto(deps: Deps, record: string, by: string): Promise<void> {
  const { db, clock } = deps;
  const row = { ...(await drawn(deps, `demo ${record} ${clock.now()}`, by)), record };
  const audit = {
    ...{ actor: by, kind: "evidence.stored", subject: record },
    detail: { sha256: row.sha256 },
  };
  await commit(db, { audit, writes: [putRecordEvidence(db, row)] }, clock.now());
  await uploadPicture(deps, row.sha256);
}

/** Keeps a file of this name with a record as one that `by` sent. */
export async function seedRecordPaper(deps: Deps, record: string, name: string, by: string): Promise<void> {
  const { db, clock, evidence } = deps;
  const bytes = new TextEncoder().encode(`%PDF-1.4\n% ${name}\n`);
  const sha256 = await digest(bytes);
  const id = `demo ${record} ${name}`;
  const row = {
    ...{ id, record, messageId: id, fileKey: id, kind: "file" as const, name, by, at: clock.now() },
    ...{ url: await evidence.put(`${sha256}.pdf`, bytes), sha256, size: bytes.length },
  };
  const audit = { actor: by, kind: "evidence.stored", subject: record, detail: { sha256 } };
  await commit(db, { audit, writes: [putRecordEvidence(db, row)] }, clock.now());
}

/** A drawn picture, stored under its hash, as a row of evidence. */
async function drawn({ evidence, clock }: Deps, name: string, by: string) {
  const bytes = drawPhoto(name);
  const sha256 = await digest(bytes);
  return {
    ...{ id: name, messageId: name, fileKey: name, kind: "image" as const, name: "" },
    ...{ url: await evidence.put(`${sha256}.png`, bytes), sha256, size: bytes.length, by, at: clock.now() },
  };
}
