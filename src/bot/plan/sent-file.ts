import * as z from "zod";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { fetchRow } from "../evidence/enqueue-download.ts";
import { refusedFile, storeFile } from "../evidence/stored-file.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";

// A file sent in private that is read, not kept as evidence: it is downloaded by the outbox, so that neither a crash nor an
// outage loses it.

const sentSchema = z.object({ messageId: z.string(), fileKey: z.string(), name: z.string(), by: z.string() });
export type Sent = z.infer<typeof sentSchema>;

/** The download of a private message's file, under what it is (`plan`); null for a message without one. */
export function fileDownload(
  { clock }: Pick<Deps, "clock">,
  { openId }: Person,
  { chatType, content, messageId }: IncomingMessage,
  subject: string,
): OutboxRow | null {
  if (chatType !== "p2p" || content.kind !== "file") return null;
  const sent: Sent = { messageId, fileKey: content.fileKey, name: content.fileName, by: openId };
  const row = fetchRow(`${messageId}/${content.fileKey}`, subject, clock.now());
  return { ...row, content: JSON.stringify(sent) };
}

/**
 * Downloads the file and tells its sender the lines `read` answers with; none where it has answered otherwise. Who is not
 * on the roster any more is answered nothing. Throws what the platform throws.
 */
export async function receiveFile(
  deps: Deps,
  entry: OutboxEntry,
  read: (person: Person, sent: Sent, bytes: Uint8Array) => Promise<string[]>,
): Promise<void> {
  const sent = sentSchema.parse(JSON.parse(entry.content));
  const person = await personOf(deps, sent.by);
  if (!person) return;
  const brought = { ...sent, id: entry.to, kind: "file" as const };
  const stored = await storeFile(deps, brought);
  if (!stored.ok) return say(deps, entry, sent, await refusedFile(deps, brought, stored.why));
  const lines = await read(person, sent, stored.bytes);
  if (lines.length === 0) return;
  const to = { openId: person.openId };
  // Lines may stand beside the card of what the file became, which has the cause alone.
  const cause = `${fileCause(entry, sent)} lines`;
  return say(deps, entry, sent, enqueueText(to, lines.join("\n"), cause, deps.clock.now()));
}

/** What the answer to a file follows from: `plan om_1`. */
export function fileCause({ subject }: Pick<OutboxEntry, "subject">, { messageId }: Sent): string {
  return `${subject} ${messageId}`;
}

async function say(
  deps: Deps,
  { subject }: OutboxEntry,
  { by, messageId }: Sent,
  said: OutboxRow,
): Promise<void> {
  const audit = { actor: by, kind: `${subject}.refused`, subject: messageId };
  await commit(deps.db, { audit, outbox: [said] }, deps.clock.now());
}
