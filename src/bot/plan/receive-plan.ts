import { planKit } from "../../../cards/record/kits/plan.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { planText } from "../../../cards/text/plan.ts";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { beginRecord } from "../procedures/take-step.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import { readPlanFile, refusalLines } from "./read-plan-file.ts";
import { fileCause, fileDownload, receiveFile, type Sent } from "./sent-file.ts";

/** What a download that is a plan says of itself in the outbox. */
const PLAN = "plan";
/** Cells named in one message. */
export const PROBLEMS_TOLD = 30;

/** The download of a workbook that somebody of the city office sent in private; null for any other file or person. */
export function planDownload(deps: Deps, person: Person, message: IncomingMessage): OutboxRow | null {
  const { content } = message;
  if (person.role !== "city_office" || content.kind !== "file" || !/\.xlsx?$/i.test(content.fileName))
    return null;
  return fileDownload(deps, person, message, PLAN);
}

/** Whether a download of the outbox is a plan's. */
export function isPlan({ kind, subject }: OutboxEntry): boolean {
  return kind === "fetch" && subject === PLAN;
}

/**
 * Downloads a plan's workbook and puts it forward: whoever sent it gets the card of what would change, or every problem
 * by its cell. Doing it again does nothing. Throws what the platform throws.
 */
export function receivePlan(deps: Deps, entry: OutboxEntry): Promise<void> {
  return receiveFile(deps, entry, async (person, sent, bytes) =>
    // Whoever left the office meanwhile puts nothing forward.
    person.role === "city_office" ? putForward(deps, person, sent, fileCause(entry, sent), bytes) : [],
  );
}

/** Begins the record, whose card is the answer, with lines about what was not read; or the lines that say why not. */
async function putForward(
  deps: Deps,
  person: Person,
  sent: Sent,
  cause: string,
  bytes: Uint8Array,
): Promise<string[]> {
  const { locale } = person;
  const text = planText(locale);
  if (!/\.xlsx$/i.test(sent.name)) return [text.onlyXlsx];
  const proposal = await readPlanFile(deps, bytes);
  if (!proposal.ok) return refusalLines(proposal.problems, locale, PROBLEMS_TOLD);
  const { year, changes, concerned } = proposal;
  const notes = proposal.notes.map((note) => sheetNoteText(note, locale));
  if (changes.length === 0) return [text.sameAsBefore, ...notes];
  const id = causeId(cause).slice(0, 16);
  const origin = { id, period: "", town: "", ref: String(year) };
  const beside = () => ({ outbox: [planCard(deps, person, id, cause)] });
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

/** The living card of what a file became, to whoever sent it. */
export function planCard(deps: Deps, { openId, locale }: Person, record: string, cause: string): OutboxRow {
  const living = { kind: "record", subject: record } as const;
  const { cardFallback } = noticeText[locale];
  return enqueueLiving({ openId }, living, cause, cardFallback, deps.clock.now());
}
