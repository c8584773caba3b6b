import { recordTitle } from "../../../cards/record/facts.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { recordText } from "../../../cards/text/record.ts";
import { commit } from "../../../db/commit.ts";
import {
  countSince,
  findRecordEvidence,
  putRecordDownloaded,
  type RecordEvidence,
  removeRecordEvidence,
  sameRecordBytes,
} from "../../../db/record-evidence.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { kmAway } from "../../domain/checkup/photo-checks.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { refusedFile, type StoredFile, storeFile } from "./stored-file.ts";

/** Photos sent within this of each other are sent in a row, ms. */
const IN_A_ROW = 10 * 60_000;

/**
 * Downloads one photo or file of a record and sends its sender a receipt; where the record's card shows photos, one for
 * several in a row. Repeating it changes nothing.
 */
export async function fetchRecordEvidence(deps: Deps, id: string): Promise<void> {
  const row = await findRecordEvidence(deps.db, id);
  if (!row || row.url) return;
  const stored = await storeFile(deps, row);
  // Its message was recalled during the download.
  if (!(await findRecordEvidence(deps.db, id))) return;
  const now = deps.clock.now();
  const touched = [`record ${row.record}`];
  if (!stored.ok) {
    const audit = {
      actor: row.by,
      kind: "evidence.refused",
      subject: row.record,
      detail: { why: stored.why },
    };
    const outbox = [await refusedFile(deps, row, stored.why)];
    return commit(deps.db, { audit, writes: [removeRecordEvidence(deps.db, id)], outbox, touched }, now);
  }
  const { file, bytes } = stored;
  const said = await receipt(deps, row, file, bytes);
  const { sha256, size } = file;
  await commit(
    deps.db,
    {
      audit: { actor: row.by, kind: "evidence.stored", subject: row.record, detail: { sha256, size } },
      writes: [putRecordDownloaded(deps.db, id, file)],
      outbox: said === "" ? [] : [enqueueText({ replyTo: row.messageId }, said, `evidence ${id}`, now)],
      touched,
    },
    now,
  );
}

/** What its sender is told; "" where the card says it and nothing is odd. */
async function receipt(
  deps: Deps,
  row: RecordEvidence,
  file: StoredFile,
  bytes: Uint8Array,
): Promise<string> {
  const { db, procedures, programme } = deps;
  const locale = (await personOf(deps, row.by))?.locale ?? "zh-CN";
  const text = recordText(locale);
  const record = await findRecord(db, row.record);
  const kit = record && kitOf(procedures, record.procedure);
  const title = record && kit ? recordTitle({ programme, kit, record, locale }) : "";
  if (await sameRecordBytes(db, file.sha256, row.id)) return text.receivedAgain(title);
  const km =
    record && kit?.pictured && file.kind === "image"
      ? kmAway((await deps.lookAtPhoto(bytes)).place, placesOf(deps, record))
      : null;
  const since = await countSince(db, row, row.at - IN_A_ROW);
  if (km !== null) return `${text.received(title)}${text.farAway(String(km))}`;
  return since > 0 ? "" : text.received(title);
}

/** Where the towns of a record are: its own, or those it lists. */
function placesOf({ programme }: Deps, { town, data }: ProcedureRecord) {
  const listed = Array.isArray(data.towns) ? data.towns : [];
  const slugs = town === "" ? listed : [town];
  return programme.towns.flatMap(({ slug, location }) =>
    slugs.includes(slug) && location ? [location] : [],
  );
}
