import * as z from "zod";
import { planKit } from "../../../cards/record/kits/plan.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { planText } from "../../../cards/text/plan.ts";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { fetchRow } from "../evidence/enqueue-download.ts";
import { refusedFile, storeFile } from "../evidence/stored-file.ts";
import { beginRecord } from "../procedures/take-step.ts";
import { personOf } from "../roster/people.ts";
import { enqueueLiving, enqueueText } from "../sending/enqueue-message.ts";
import { readPlanFile, refusalLines } from "./read-plan-file.ts";

/** What a download that is a plan says of itself in the outbox. */
const PLAN = "plan";
/** Cells named in one message. */
const PROBLEMS_TOLD = 30;

const sentSchema = z.object({ messageId: z.string(), fileKey: z.string(), name: z.string(), by: z.string() });

/** The download of a workbook that somebody of the city office sent in private; null for any other file or person. */
export function planDownload(deps: Deps, person: Person, message: IncomingMessage): OutboxRow | null {
  const { content, messageId } = message;
  if (person.role !== "city_office" || message.chatType !== "p2p" || content.kind !== "file") return null;
  if (!/\.xlsx?$/i.test(content.fileName)) return null;
  const id = `${messageId}/${content.fileKey}`;
  const sent = { messageId, fileKey: content.fileKey, name: content.fileName, by: person.openId };
  return { ...fetchRow(id, PLAN, deps.clock.now()), content: JSON.stringify(sent) };
}

/** Whether a download of the outbox is a plan's. */
export function isPlan({ kind, subject }: OutboxEntry): boolean {
  return kind === "fetch" && subject === PLAN;
}

/**
 * Downloads a plan's workbook and puts it forward: whoever sent it gets the card of what would change, or every problem
 * by its cell. Doing it again does nothing. Throws what the platform throws.
 */
export async function receivePlan(deps: Deps, entry: OutboxEntry): Promise<void> {
  const sent = sentSchema.parse(JSON.parse(entry.content));
  const person = await personOf(deps, sent.by);
  // Whoever left the office meanwhile puts nothing forward.
  if (person?.role !== "city_office") return;
  const brought = { ...sent, id: entry.to, kind: "file" as const };
  const stored = await storeFile(deps, brought);
  if (!stored.ok) return say(deps, sent, await refusedFile(deps, brought, stored.why));
  const lines = await putForward(deps, person, sent, stored);
  if (lines.length === 0) return;
  const to = { openId: person.openId };
  return say(deps, sent, enqueueText(to, lines.join("\n"), causeOf(sent), deps.clock.now()));
}

type Sent = z.infer<typeof sentSchema>;

/** Begins the record, whose card is the answer, with lines about what was not read; or the lines that say why not. */
async function putForward(
  deps: Deps,
  person: Person,
  sent: Sent,
  { bytes }: { bytes: Uint8Array },
): Promise<string[]> {
  const { locale } = person;
  const text = planText(locale);
  if (!/\.xlsx$/i.test(sent.name)) return [text.onlyXlsx];
  const proposal = await readPlanFile(deps, bytes);
  if (!proposal.ok) return refusalLines(proposal.problems, locale, PROBLEMS_TOLD);
  const { year, changes, concerned } = proposal;
  const notes = proposal.notes.map((note) => sheetNoteText(note, locale));
  if (changes.length === 0) return [text.sameAsBefore, ...notes];
  const id = causeId(causeOf(sent)).slice(0, 16);
  const origin = { id, period: "", town: "", ref: String(year) };
  const beside = () => ({ outbox: [cardOf(deps, person, sent, id)] });
  const given = { file: sent.name, changes, concerned };
  const begin = { procedure: planKit.definition.id, step: "propose", origin };
  const begun = await beginRecord(deps, { actor: person, inbox: [], beside }, begin, {}, given);
  switch (begun.kind) {
    case "exists":
      return [planKit.words[locale].refused.already ?? ""];
    case "refused":
      return [refusalText(planKit, begun.refusal, locale)];
    default:
      return notes;
  }
}

function cardOf(deps: Deps, { openId, locale }: Person, sent: Sent, record: string): OutboxRow {
  const living = { kind: "record", subject: record } as const;
  const { cardFallback } = noticeText[locale];
  return enqueueLiving({ openId }, living, causeOf(sent), cardFallback, deps.clock.now());
}

function causeOf({ messageId }: Sent): string {
  return `plan ${messageId}`;
}

async function say(deps: Deps, { by, messageId }: Sent, said: OutboxRow): Promise<void> {
  const audit = { actor: by, kind: "plan.refused", subject: messageId };
  await commit(deps.db, { audit, outbox: [said] }, deps.clock.now());
}
