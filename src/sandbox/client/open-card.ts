import { type Component, indexCard } from "../card/component-index.ts";
import { parseJson } from "../parse-json.ts";
import type { SandboxMessage, SandboxPerson } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { isSeenBy } from "./sees.ts";

const CARD_LIFE_MS = 14 * 86_400_000;

export type OpenCard = {
  message: SandboxMessage;
  person: SandboxPerson;
  components: Component[];
  /** Members of the card's chat, whom a person picker without options offers. */
  people: string[];
};

/** The card a person has before them. Refuses one they cannot see, a recalled one and one older than 14 days. */
export function openCard(
  sandbox: Sandbox,
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
  if (clock.now() - message.create_time > CARD_LIFE_MS)
    return { ok: false, error: "the card is older than 14 days" };
  const where = { person: as, chat_id: message.chat_id, app_id: message.sender.id };
  if (sandbox.faults.take("client_too_old", where)) {
    return {
      ok: false,
      error: `the client of ${person.name} is too old: it shows the header and asks to upgrade`,
    };
  }
  const components = indexCard(parseJson(message.content));
  return { ok: true, card: { message, person, components, people: chat.members } };
}
