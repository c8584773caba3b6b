import { calendarText } from "../../../cards/text/calendar.ts";
import { recordText } from "../../../cards/text/record.ts";
import { causeId } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { isHolidayNotice } from "../../domain/calendar/read-notice.ts";
import type { Person } from "../../domain/programme/people.ts";
import { beginRecord } from "../procedures/take-step.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { readProposal } from "./read-proposal.ts";

/**
 * Turns a holiday notice that a member of the office pasted into the chat into a proposal, and answers with its card; one
 * that changes no day is not proposed.
 * Null for any other text or person. `messageId` prevents a second proposal from the same message.
 */
export async function proposeNotice(
  deps: Deps,
  person: Person,
  { text, messageId }: { text: string; messageId: string },
): Promise<Reply | null> {
  if (person.role !== "city_office" || !isHolidayNotice(text)) return null;
  const { locale } = person;
  const words = calendarText(locale);
  const proposal = await readProposal(deps, text, locale);
  if (!proposal.ok)
    return { text: [words.doubtsHead, ...proposal.problems.map((one) => `· ${one}`)].join("\n") };
  const { year, encouraged, inForce } = proposal;
  if (inForce) return { text: words.inForce(year.year) };
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
