import { recordTitle } from "../../../cards/record/facts.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { recordText } from "../../../cards/text/record.ts";
import { commit } from "../../../db/commit.ts";
import {
  findRecordEvidence,
  putRecordDownloaded,
  removeRecordEvidence,
  sameRecordBytes,
} from "../../../db/record-evidence.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { refusedFile, storeFile } from "./stored-file.ts";

/** Downloads one photo or file of a record and sends its sender a receipt. Repeating it changes nothing. */
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
  const { file } = stored;
  const locale = (await personOf(deps, row.by))?.locale ?? "zh-CN";
  const text = recordText(locale);
  const title = await titleOf(deps, row.record, locale);
  const again = await sameRecordBytes(deps.db, file.sha256, id);
  const said = again ? text.receivedAgain(title) : text.received(title);
  const { sha256, size } = file;
  await commit(
    deps.db,
    {
      audit: { actor: row.by, kind: "evidence.stored", subject: row.record, detail: { sha256, size } },
      writes: [putRecordDownloaded(deps.db, id, file)],
      outbox: [enqueueText({ replyTo: row.messageId }, said, `evidence ${id}`, now)],
      touched,
    },
    now,
  );
}

async function titleOf({ db, procedures, programme }: Deps, id: string, locale: Locale): Promise<string> {
  const record = await findRecord(db, id);
  const kit = record && kitOf(procedures, record.procedure);
  return record && kit ? recordTitle({ programme, kit, record, locale }) : "";
}
