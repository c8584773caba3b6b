import type { SandboxMessage } from "../protocol.ts";
import type { Store } from "../store.ts";
import { describeCard, type MessageWords, messageWords } from "./card-words.ts";
import type { CardRef } from "./script-schema.ts";

export type Wanted = {
  /** The person looking, an open_id. */
  as: string;
  ref?: CardRef;
  /** An additional condition, such as a button it must have. */
  fits?: (words: MessageWords) => boolean;
  /** Only cards; otherwise any message of a bot. */
  cardsOnly: boolean;
};

const LOOKED_AT = 400;

/** The newest matching message of a bot that the person can see and that is not recalled. */
export function findMessage(store: Store, wanted: Wanted): SandboxMessage | undefined {
  const ref = typeof wanted.ref === "string" ? { title: wanted.ref } : (wanted.ref ?? {});
  return candidates(store, wanted, ref.group).find((message) => {
    const words = messageWords(message);
    if (ref.title !== undefined && !words.titles.some((title) => title.includes(ref.title ?? "")))
      return false;
    if (ref.text !== undefined && !words.texts.some((said) => said.includes(ref.text ?? ""))) return false;
    return wanted.fits?.(words) ?? true;
  });
}

/** What the person sees instead, for the report of a failure. */
export function describeSeen(store: Store, wanted: Wanted): string {
  const ref = typeof wanted.ref === "string" ? { title: wanted.ref } : (wanted.ref ?? {});
  const [newest, ...others] = candidates(store, { ...wanted, cardsOnly: true }, ref.group);
  const titled = findMessage(store, { ...wanted, fits: () => true });
  if (titled !== undefined) return describeCard(titled);
  if (newest === undefined) return "no card at all";
  const earlier = others.slice(0, 4).map((message) => messageWords(message).titles[0] ?? "(no title)");
  return `${describeCard(newest)}${earlier.length > 0 ? `; before it ${earlier.join(", ")}` : ""}`;
}

function candidates(store: Store, wanted: Wanted, group: string | undefined): SandboxMessage[] {
  return store
    .chats()
    .filter((chat) => chat.members.includes(wanted.as))
    .filter(
      (chat) => group === undefined || (chat.type === "group" && [chat.name, chat.chat_id].includes(group)),
    )
    .flatMap((chat) => store.messagesOf(chat.chat_id).slice(-LOOKED_AT))
    .filter((message) => message.sender.type === "app" && !message.deleted)
    .filter((message) => message.visible_to?.includes(wanted.as) ?? true)
    .filter((message) => !wanted.cardsOnly || message.msg_type === "interactive")
    .reverse()
    .sort((a, b) => b.create_time - a.create_time);
}
