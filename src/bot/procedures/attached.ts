import { replyText } from "../../../cards/text/replies.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { putRecordEvidence } from "../../../db/record-evidence.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { fetchRow } from "../evidence/enqueue-download.ts";
import { enqueueText } from "../sending/enqueue-message.ts";

export type Attached = { key: string; kind: "image" | "file"; name: string };

/** The text of a message, and its photos and files. */
export function partsOf({ content }: IncomingMessage): { text: string; attached: Attached[] } {
  switch (content.kind) {
    case "text":
      return { text: content.text.trim(), attached: [] };
    case "post": {
      const images = content.imageKeys.map((key): Attached => ({ key, kind: "image", name: "" }));
      const files = content.files.map(
        ({ fileKey, fileName }): Attached => ({ key: fileKey, kind: "file", name: fileName }),
      );
      return { text: content.text.trim(), attached: [...images, ...files] };
    }
    case "image":
      return { text: "", attached: [{ key: content.imageKey, kind: "image", name: "" }] };
    case "file":
      return { text: "", attached: [{ key: content.fileKey, kind: "file", name: content.fileName }] };
    case "other":
      return { text: "", attached: [] };
  }
}

type Brought = {
  deps: Deps;
  person: Person;
  message: IncomingMessage;
  record: ProcedureRecord;
  attached: Attached[];
};

/** That parts of a formatted message could not be used; nothing where all were. */
export function unusedParts(
  deps: Deps,
  { locale, openId }: Pick<Person, "locale" | "openId">,
  { content, chatType, messageId }: IncomingMessage,
): OutboxRow[] {
  if (content.kind !== "post" || content.unused.length === 0) return [];
  const to = chatType === "group" ? { replyTo: messageId } : { openId };
  const said = replyText(locale).partsUnused(content.unused);
  return [enqueueText(to, said, `unused ${messageId}`, deps.clock.now())];
}

/** Rows and download jobs that store a message's photos and files with a record. */
export function keptFor({ deps, person, message, record, attached }: Brought): {
  writes: Write[];
  outbox: OutboxRow[];
} {
  const at = deps.clock.now();
  const rows = attached.map(({ key, kind, name }) => ({
    id: `${message.messageId}/${key}`,
    record: record.id,
    messageId: message.messageId,
    fileKey: key,
    kind,
    name,
    by: person.openId,
    at,
  }));
  return {
    writes: rows.map((row) => putRecordEvidence(deps.db, row)),
    outbox: [...rows.map(({ id }) => fetchRow(id, record.id, at)), ...unusedParts(deps, person, message)],
  };
}
