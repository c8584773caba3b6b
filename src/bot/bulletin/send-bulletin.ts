import * as z from "zod";
import { recordTitle } from "../../../cards/record/facts.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { commit } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { bulletin } from "../../domain/bulletin/bulletin.ts";
import { draftOf } from "../../domain/bulletin/draft.ts";
import { type BulletinFiles, bulletinFiles, issuedAs } from "../../domain/bulletin/files.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { take } from "../../domain/procedure/take.ts";
import { bulletinDocx } from "../../export/bulletin/bulletin-docx.ts";
import { digest } from "../evidence/stored-file.ts";
import { saveSteps } from "../procedures/save-steps.ts";
import { numberOf } from "../quarter/issued-bulletins.ts";
import { publicGroups } from "../roster/readers.ts";
import { enqueueFile } from "../sending/enqueue-message.ts";

// Node alone: what writes the .docx is too large for a Worker, and makes the PDF with a program of the machine.

const orderSchema = z.object({ by: z.string() });
/** A .docx as PDF; null where nothing on this machine makes one. */
export type ToPdf = (docx: Uint8Array) => Promise<Uint8Array | null>;
type File = { name: string; bytes: Uint8Array };

/**
 * Makes a bulletin's files and sends them: to the groups once it is issued, where they are archived with the record in the
 * same batch; or to whoever asked. Throws what the platform throws.
 */
export function bulletinSender(toPdf: ToPdf): (deps: Deps, entry: OutboxEntry) => Promise<void> {
  return async (deps, entry) => {
    const { by } = orderSchema.parse(JSON.parse(entry.content));
    const record = await findRecord(deps.db, entry.to);
    if (!record) return;
    const archived = bulletinFiles(record);
    const files =
      archived.length > 0 ? await readArchived(deps, archived) : await writeFiles(deps, record, toPdf);
    await (by === "" ? sendToGroups(deps, entry, record, files) : sendTo(deps, entry, by, files));
  };
}

async function readArchived({ evidence }: Deps, files: BulletinFiles): Promise<File[]> {
  return Promise.all(
    files.map(async ({ name, url }) => {
      const bytes = await evidence.get(url.replace(/^.*[/:]/, ""));
      if (!bytes) throw new Error(`the archived file ${url} is gone`);
      return { name, bytes };
    }),
  );
}

/** The .docx and, where the machine makes one, the PDF, by the record's title. */
async function writeFiles(deps: Deps, record: ProcedureRecord, toPdf: ToPdf): Promise<File[]> {
  const kit = kitOf(deps.procedures, bulletin.id);
  if (!kit) throw new Error("the programme has no bulletins");
  const name = recordTitle({ programme: deps.programme, kit, record, locale: "zh-CN" });
  const docx = await docxOf(deps, record);
  const pdf = await toPdf(docx);
  return [{ name: `${name}.docx`, bytes: docx }, ...(pdf ? [{ name: `${name}.pdf`, bytes: pdf }] : [])];
}

/** The .docx of a record as it stands: with number and day once it is issued. */
export function docxOf(deps: Deps, record: ProcedureRecord): Promise<Uint8Array> {
  const issued = issuedAs(record);
  const signed = issued ? { number: numberOf(deps, record), day: shanghaiDay(issued.at) } : null;
  return bulletinDocx(draftOf(record), { signed, record: record.id });
}

async function sendToGroups(
  deps: Deps,
  entry: OutboxEntry,
  record: ProcedureRecord,
  made: readonly File[],
): Promise<void> {
  const kit = kitOf(deps.procedures, bulletin.id);
  if (!kit) return;
  const now = deps.clock.now();
  const keys = await uploaded(deps, made);
  const files: BulletinFiles = [];
  for (const { name, bytes } of made) {
    const sha256 = await digest(bytes);
    const url = await deps.evidence.put(`${sha256}.${name.split(".").at(-1)}`, bytes);
    files.push({ name, size: bytes.length, sha256, url });
  }
  const taken = take(
    bulletin,
    record,
    "sent",
    { files },
    { actor: null, now, programme: deps.programme, evidence: 0 },
  );
  if (!taken.ok) return;
  const outbox = (await publicGroups(deps)).flatMap(({ chatId }) =>
    keys.map(({ key, name }, i) =>
      enqueueFile({ chatId, quiet: true }, key, `${entry.cause} ${i}`, name, now),
    ),
  );
  const change = { kit, before: record, after: taken.record, step: "sent" };
  const inbox = [`bulletin:${entry.id}`];
  const saved = await saveSteps(deps, [change], { actor: null, inbox, beside: () => ({ outbox }) });
  if (saved.kind === "clash" && saved.table !== "inbox")
    throw new Error(`the bulletin ${record.id} changed while its file was made`);
}

async function sendTo(deps: Deps, entry: OutboxEntry, openId: string, made: readonly File[]): Promise<void> {
  const now = deps.clock.now();
  const keys = await uploaded(deps, made);
  const outbox = keys.map(({ key, name }, i) =>
    enqueueFile({ openId }, key, `${entry.cause} ${i}`, name, now),
  );
  const audit = { actor: openId, kind: "bulletin.file_sent", subject: entry.to };
  await commit(deps.db, { audit, inbox: [`bulletin:${entry.id}`], outbox }, now);
}

async function uploaded(
  { feishu }: Deps,
  files: readonly File[],
): Promise<Array<{ key: string; name: string }>> {
  const keys: Array<{ key: string; name: string }> = [];
  for (const { name, bytes } of files) keys.push({ key: await feishu.uploadFile(name, bytes), name });
  return keys;
}
