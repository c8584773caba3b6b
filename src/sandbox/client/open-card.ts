import { type Component, indexCard } from "../card/component-index.ts";
import { contentFor } from "../card/content-for.ts";
import { isRecord } from "../card/is-record.ts";
import { daysOfUse, isUsable } from "../card/lifetime.ts";
import { cardForReader, isVersion2 } from "../card/version-1.ts";
import { parseJson } from "../parse-json.ts";
import type { SandboxMessage, SandboxPerson } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { isSeenBy } from "./sees.ts";

export type OpenCard = {
  message: SandboxMessage;
  person: SandboxPerson;
  components: Component[];
  /** Members of the card's chat, offered by a person picker without options. */
  people: string[];
};

/** The card a person sees. Refuses a card they cannot see, a recalled one and one past its lifetime. */
export function openCard(
  sandbox: Pick<Sandbox, "clock" | "faults" | "store">,
  as: string,
  messageId: string,
): { ok: true; card: OpenCard } | { ok: false; error: string } {
  const { store, clock } = sandbox;
  const person = store.person(as);
  if (person === undefined) return { ok: false, error: `there is no person ${as}` };
  if (person.resigned) return { ok: false, error: `${person.name} has resigned` };
  const message = store.message(messageId);
  const chat = message && store.chat(message.chat_id);
  if (message === undefined || !isSeenBy(message, as) || !chat?.members.includes(as)) {
    return { ok: false, error: `${person.name} sees no message ${messageId}` };
  }
  if (message.deleted) return { ok: false, error: "the card has been recalled" };
  if (message.msg_type !== "interactive") return { ok: false, error: "the message is not a card" };
  const card = parseJson(contentFor(message, as));
  if (!isUsable(card, clock.now() - message.create_time)) {
    return { ok: false, error: `the card is older than ${daysOfUse(card)} days` };
  }
  const where = { person: as, chat_id: message.chat_id, app_id: message.sender.id };
  if (isVersion2(card) && sandbox.faults.take("client_too_old", where)) {
    return {
      ok: false,
      error: `the client of ${person.name} is too old: it shows the header and asks to upgrade`,
    };
  }
  const components = isRecord(card) ? indexCard(cardForReader(card, person.locale)) : [];
  return { ok: true, card: { message, person, components, people: chat.members } };
}
