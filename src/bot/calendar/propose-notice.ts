import { nameOf } from "../../../cards/names.ts";
import { calendarText } from "../../../cards/text/calendar.ts";
import { recordText } from "../../../cards/text/record.ts";
import { causeId } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { isHolidayNotice } from "../../domain/calendar/read-notice.ts";
import { beginRecord } from "../procedures/take-step.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { readProposal } from "./read-proposal.ts";

/**
 * Answers a holiday notice pasted into the chat; null for any other text. From a member of the office, in private, it
 * becomes a proposal; anyone else is told who may propose it. One that changes no day is not proposed. `messageId`
 * prevents a second proposal from the same message.
 */
export async function proposeNotice(
  deps: Deps,
  { person, chat }: Asker,
  { text, messageId }: { text: string; messageId: string },
): Promise<Reply | null> {
  if (!isHolidayNotice(text)) return null;
  const { locale } = person;
  const words = calendarText(locale);
  const proposal = await readProposal(deps, text, locale);
  if (proposal.ok && proposal.inForce) return { text: words.inForce(proposal.year.year) };
  if (person.role !== "city_office" || chat !== null)
    return { text: words.byOffice(nameOf(deps.programme.office, locale)) };
  if (!proposal.ok)
    return { text: [words.doubtsHead, ...proposal.problems.map((one) => `· ${one}`)].join("\n") };
  const { year, encouraged } = proposal;
  const id = causeId(`calendar ${messageId}`).slice(0, 16);
  const origin = { id, period: "", town: "", ref: String(year.year) };
  const cause = { actor: person, inbox: [] };
  const begun = await beginRecord(
    deps,
    cause,
    { procedure: "calendar", step: "propose", origin },
    {},
    { year, encouraged },
  );
  if (begun.kind === "unknown" || begun.record === null) return { text: recordText(locale).refused.other };
  return { living: { kind: "record", subject: begun.record.id } };
}
