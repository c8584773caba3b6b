import { type Card, cardSchema } from "../../cards/card.ts";
import type { CardOutcome, Outgoing, SandboxMessage } from "../../src/sandbox/protocol.ts";
import { type Button, buttonsOf, fieldsOf, wordsOf } from "./card-reading.ts";
import type { World } from "./world.ts";

/** A card as it is currently shown in a chat. */
export type Shown = { messageId: string; card: Card; words: string };
/** The result of a press: the toast's text ("" for none) and the card afterwards. */
export type Pressed = Shown & { outcome: CardOutcome; toast: string };

/** A person at their client: acts go through `/sandbox/act`, and results are read from the chat. */
export type AtClient = {
  openId: string;
  /** The newest card of the private chat that contains `words`. */
  card: (words?: string) => Shown;
  /** The current version of the card with this message id. */
  again: (shown: Shown) => Shown;
  /**
   * Presses the only button with this text (or name); in a form, after filling in `fill`. If that opens the
   * form, its button with the same text, or its only one, is pressed next.
   */
  press: (shown: Shown, button: string, fill?: Record<string, unknown>) => Promise<Pressed>;
  /** Sends a text in private, or in a group mentioning the bot; returns the bot's answers. */
  say: (text: string, chatId?: string) => Promise<SandboxMessage[]>;
  /** Replies to a card with a text, a photo or a file; returns the bot's answers. */
  reply: (shown: Shown, content: string | Outgoing) => Promise<SandboxMessage[]>;
  send: (content: Outgoing) => Promise<SandboxMessage[]>;
};

export function atClient(
  world: Pick<World, "sandbox" | "act" | "inbox" | "group">,
  openId: string,
): AtClient {
  const appId = world.sandbox.apps[0]?.app_id ?? "";
  const bot = world.sandbox.state().apps[0]?.bot_open_id ?? "";
  /** The bot's new messages in a chat while `doing` runs. */
  const heard = async (chat: () => SandboxMessage[], doing: () => Promise<unknown>) => {
    const before = chat().length;
    await doing();
    return chat()
      .slice(before)
      .filter((message) => message.sender.type === "app");
  };
  const inPrivate = () => world.inbox(openId);
  const find = (messageId: string): Shown => {
    const message = world.sandbox.state().messages.find((m) => m.message_id === messageId);
    if (!message) throw new Error(`no message ${messageId}`);
    return shownIn(message);
  };
  const send = (content: Outgoing) =>
    heard(inPrivate, () => world.act({ act: "send", as: openId, app_id: appId, content }));
  const client: AtClient = {
    openId,
    card: (words = "") => {
      const cards = inPrivate().filter((message) => message.msg_type === "interactive");
      for (const message of cards.toReversed()) {
        const shown = shownIn(message);
        if (shown.words.includes(words)) return shown;
      }
      throw new Error(`none of ${cards.length} cards says ${words}`);
    },
    again: (shown) => find(shown.messageId),
    press: async (shown, button, fill) => {
      const { name, text, submit } = theButton(shown.card, button);
      const target = { name };
      const act = { as: openId, message_id: shown.messageId, target };
      const { outcome } = await world.act(
        submit ? { act: "submit", ...act, fill: fill ?? {} } : { act: "press", ...act },
      );
      if (!outcome) throw new Error(`nothing came of pressing ${button}`);
      if (outcome.error) throw new Error(`pressing ${button}: ${outcome.code} ${outcome.error}`);
      const now = find(shown.messageId);
      if (fill && !submit) return client.press(now, theSubmit(now.card, text), fill);
      return { ...now, outcome, toast: outcome.toast?.content ?? "" };
    },
    say: (text, chatId) => {
      if (chatId === undefined) return send({ kind: "text", text });
      const content: Outgoing = { kind: "text", text: `<at user_id="${bot}"></at> ${text}` };
      return heard(
        () => world.group(chatId),
        () => world.act({ act: "send", as: openId, chat_id: chatId, content }),
      );
    },
    reply: (shown, said) => {
      const content: Outgoing = typeof said === "string" ? { kind: "text", text: said } : said;
      return heard(inPrivate, () =>
        world.act({ act: "reply", as: openId, message_id: shown.messageId, content }),
      );
    },
    send,
  };
  return client;
}

/** Upper limit for the size of every card, bytes (design.md 6). */
const LARGEST = 26_000;

/** A message as a card; throws if it is not a card, not in the product's form, or too large. */
export function shownIn(message: SandboxMessage | undefined): Shown {
  if (message?.msg_type !== "interactive") throw new Error(`no card but ${message?.content ?? "nothing"}`);
  const bytes = Buffer.byteLength(message.content);
  if (bytes >= LARGEST) throw new Error(`a card of ${bytes} bytes: ${message.content.slice(0, 200)}`);
  const card = cardSchema.parse(JSON.parse(message.content));
  return { messageId: message.message_id, card, words: wordsOf(card) };
}

/** The text of a text message. */
export function textIn(message: SandboxMessage | undefined): string {
  if (message?.msg_type !== "text") throw new Error(`no text but ${message?.msg_type ?? "nothing"}`);
  const content: unknown = JSON.parse(message.content);
  const text = typeof content === "object" && content !== null && "text" in content ? content.text : "";
  return String(text);
}

/** The contents of a card's inputs, by name. */
export function boxesOf(shown: Shown): Record<string, string> {
  return Object.fromEntries(fieldsOf(shown.card).map((field) => [field.name, field.value]));
}

/** A distinct picture for each number. */
export function photo(n: number): Outgoing {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const bytes = Buffer.concat([
    png,
    Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]),
    Buffer.from(`photo ${n}`),
  ]);
  return { kind: "image", name: `photo-${n}.png`, base64: bytes.toString("base64") };
}

/** The name or text of the button that hands in a form. */
function theSubmit(card: Card, text: string): string {
  const submits = buttonsOf(card).filter(({ submit }) => submit);
  const [only] = submits;
  return only && submits.length === 1 ? only.name : text;
}

function theButton(card: Card, button: string): Button {
  const all = buttonsOf(card);
  const found = all.filter((one) => one.name === button || one.text === button);
  const [only] = found;
  if (!only || found.length > 1)
    throw new Error(
      `${found.length} buttons ${button} among ${all.map((b) => `${b.text} (${b.name})`).join(", ")}`,
    );
  return only;
}
