import { recordTitle } from "../../../cards/record/facts.ts";
import { recordText } from "../../../cards/text/record.ts";
import { commit } from "../../../db/commit.ts";
import { recordEvidenceOfMessage, removeRecordEvidence } from "../../../db/record-evidence.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { awaitsEvidence } from "../../domain/procedure/awaits-evidence.ts";
import { evidenceRef } from "../evidence/shown-photos.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { kitFor } from "./record-view.ts";

/**
 * A message was recalled: what it brought to a record is taken out while its sender has still to hand it in; afterwards
 * it stays, because somebody decides by it. The sender is told which.
 */
export async function recordRecalled(deps: Deps, messageId: string, eventId: string): Promise<void> {
  const brought = await recordEvidenceOfMessage(deps.db, messageId);
  const [first] = brought;
  const record = first && (await findRecord(deps.db, first.record));
  const sender = first && (await personOf(deps, first.by));
  if (!record || !sender) return;
  const { programme, clock, db } = deps;
  const kit = kitFor(deps, record);
  const { locale, openId } = sender;
  // What an entry names was handed in with it, whatever else may still come.
  const entries = JSON.stringify(record.log);
  const isEntered = brought.some(({ id }) => entries.includes(evidenceRef(id)));
  const out = !isEntered && awaitsEvidence(kit.definition, record, sender, programme);
  const text = recordText(locale);
  const title = recordTitle({ programme, kit, record, locale });
  const said = (out ? text.recalled : text.recalledLate)(brought.length, title);
  const sha256 = brought.map((one) => one.sha256);
  await commit(
    db,
    {
      audit: {
        actor: openId,
        kind: out ? "evidence.take_out" : "evidence.kept",
        subject: record.id,
        detail: { sha256 },
      },
      // Events of one recall may differ in their id.
      inbox: [`event:${eventId}`, `recalled:${messageId}`],
      writes: out ? brought.map(({ id }) => removeRecordEvidence(db, id)) : [],
      outbox: [enqueueText({ openId }, said, `recalled ${messageId}`, clock.now())],
      touched: [`record ${record.id}`],
    },
    clock.now(),
  );
}
