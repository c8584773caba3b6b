import { nameOf } from "../../../cards/names.ts";
import { receiverName } from "../../../cards/receiver.ts";
import { wholeText } from "../../../cards/text/whole.ts";
import { Conflict, commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Person } from "../../domain/programme/people.ts";
import { CHAT_ACTIONS } from "../../domain/question/action-words.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import type { Press } from "../sending/press.ts";

/**
 * Passes on to the city office that somebody asks for an action they may not take themselves: one line to each, in
 * working hours, once a day for each person and action.
 */
export async function requestOffice(
  { deps, event, person }: Press,
  asked: string,
): Promise<CardAnswer | null> {
  const action = CHAT_ACTIONS.find((one) => one === asked);
  if (!action) return null;
  const now = deps.clock.now();
  const once = `request:${person.openId} ${action} ${shanghaiDay(now)}`;
  const outbox = (await officeReaders(deps)).map((reader) => {
    const line = wordsFor(reader, (locale) => {
      const text = wholeText(locale);
      return text.request(person.name, postOf(deps, person, locale), text.actions[action]);
    });
    return enqueueText({ ...reader.to, quiet: true }, line, once, now);
  });
  const audit = { actor: person.openId, kind: "press.request", subject: action };
  const said = toast(
    "success",
    wholeText(person.locale).requested(nameOf(deps.programme.office, person.locale)),
  );
  try {
    await commit(deps.db, { audit, inbox: [`event:${event.eventId}`, once], outbox }, now);
  } catch (error) {
    // Asked already today: the office has the line.
    if (!(error instanceof Conflict)) throw error;
  }
  return said;
}

function postOf({ programme }: Deps, person: Person, locale: Person["locale"]): string {
  return receiverName({ kind: "person", person }, programme, locale);
}
