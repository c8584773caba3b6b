import * as z from "zod";
import { townName } from "../../../cards/names.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { acceptanceText } from "../../../cards/text/acceptance.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { acceptance } from "../../domain/acceptance/acceptance.ts";
import type { Packed } from "../../domain/acceptance/packed.ts";
import { take } from "../../domain/procedure/take.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { PAPER_NAMES } from "../../export/package/paper-names.ts";
import { pack } from "../../export/package/zip-parts.ts";
import { digest } from "../evidence/stored-file.ts";
import { saveSteps } from "../procedures/save-steps.ts";
import { personOf } from "../roster/people.ts";
import { enqueueFile, enqueueText } from "../sending/enqueue-message.ts";
import { gatherPapers } from "./gather-papers.ts";

const orderSchema = z.object({ by: z.string() });

/**
 * Packs the papers of a passed acceptance, uploads the files and sends them to whoever asked, once: the files, their
 * hashes and the message are stored together. Throws what the platform throws.
 */
export async function sendPackage(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { by } = orderSchema.parse(JSON.parse(entry.content));
  const [person, record] = await Promise.all([personOf(deps, by), findRecord(deps.db, entry.to)]);
  const kit = kitOf(deps.procedures, acceptance.id);
  const town = record && townBySlug(deps.programme, record.town);
  if (!person || !kit || !town) return;
  const now = deps.clock.now();
  const name = townName(town, "zh-CN");
  const papers = await gatherPapers(deps, record, town);
  const words = {
    index: PAPER_NAMES.index,
    head: PAPER_NAMES.indexHead,
    part: (n: number, of: number) => PAPER_NAMES.package(name, n, of),
  };
  const { of, left, parts } = pack(papers, words, now);
  const to = { openId: person.openId };
  const files: Packed = [];
  const rows: OutboxRow[] = [];
  for await (const { name: file, bytes, papers: n } of parts) {
    const key = await deps.feishu.uploadFile(file, bytes);
    rows.push(enqueueFile(to, key, `${entry.cause} ${files.length}`, file, now));
    files.push({ name: file, size: bytes.length, sha256: await digest(bytes), papers: n });
  }
  const text = acceptanceText(person.locale);
  const lines = [
    text.sending(townName(town, person.locale), of, papers.length - left.length),
    ...(left.length > 0 ? [text.left(left.map(({ path }) => path).join("、"))] : []),
  ];
  const said = enqueueText(to, lines.join("\n"), entry.cause, now);
  const at = { actor: person, now, programme: deps.programme, evidence: 0 };
  const taken = take(acceptance, record, "packed", { files }, at);
  // It was handed in or withdrawn meanwhile.
  if (!taken.ok) return;
  const change = { kit, before: record, after: taken.record, step: "packed" };
  const beside = () => ({ outbox: [said, ...rows] });
  const saved = await saveSteps(deps, [change], { actor: person, inbox: [`package:${entry.id}`], beside });
  if (saved.kind === "clash" && saved.table !== "inbox")
    throw new Error(`the acceptance ${record.id} changed while it was packed`);
}
