import { contentFor } from "../../card/content-for.ts";
import { daysOfUse } from "../../card/lifetime.ts";
import type { Act, CardOutcome, SandboxMessage } from "../../protocol.ts";
import { type Reader, useReader } from "../client/reader.ts";
import { cardWords } from "../words/card-words.ts";
import { messageIn } from "../world/world.ts";
import { callsBack, opensPage } from "./behaviours.ts";
import type { CardIndex } from "./card-fields.ts";
import type { PressExtra } from "./card-scope.ts";
import { type CardChange, type CardState, complaintsOf, fillOf, formFields } from "./card-state.ts";
import { componentTarget } from "./component-target.ts";
import { type Json, jsonAt, textAt } from "./json.ts";
import { type Locale, localText } from "./locale-text.ts";

type Parts = {
  message: SandboxMessage;
  card: Json;
  /** The JSON of the card as drawn. */
  content: string;
  index: CardIndex;
  /** The input at the time of the press, not at the time of the last drawing. */
  current: () => CardState;
  expired: boolean;
  /** The card's language, which may differ from the reader's. */
  cardLocale: Locale;
  change: (change: CardChange) => void;
};

/** Shows a component's confirmation dialog, if any; resolves to whether the press goes ahead. */
function confirmed(reader: Reader, element: Json, locale: Locale): Promise<boolean> {
  const confirm = jsonAt(element, "confirm");
  if (!confirm) return Promise.resolve(true);
  const title = localText(confirm.title, locale);
  const text = localText(confirm.text, locale);
  return new Promise((answer) => reader.client.confirmation.set({ title, text, answer }));
}

function showOutcome(reader: Reader, outcome: CardOutcome): void {
  const { toast } = outcome;
  const wording = toast?.i18n?.[reader.locale] ?? toast?.content;
  if (toast && wording) reader.client.toasts.show(toast.type, wording);
  else if (outcome.code === 0 && outcome.error) reader.client.toasts.show("warning", outcome.error);
}

function focusField(message: SandboxMessage, key: string): void {
  const place = `[data-message-id="${CSS.escape(message.message_id)}"] [data-name="${CSS.escape(key)}"]`;
  const node = document.querySelector(place);
  if (!(node instanceof HTMLElement)) return;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.focus({ preventScroll: true });
}

/** The target of a form's submit button, which must have a name (feishu-contract 3.5). */
function submitTarget(element: Json): { name: string } {
  return { name: textAt(element, "name") ?? "" };
}

/** A person's actions on a card: press a component, submit a form. */
export function useCardActions(parts: Parts) {
  const { message, card, content, index, current, expired, cardLocale, change } = parts;
  const reader = useReader();
  const { client, me, locale, words } = reader;

  const call = async (element: Json, act: Act): Promise<void> => {
    change({ kind: "sent", key: index.keys.get(element) ?? "" });
    const answer = await client.act(act);
    const outcome = answer.ok
      ? (answer.outcome ?? { code: 0, card_replaced: false })
      : { code: 0, card_replaced: false };
    change({ kind: "answered", outcome });
    if (answer.ok) showOutcome(reader, outcome);
    else client.toasts.show("error", words.failed(answer.error));
  };

  // While the dialog is open, the bot may replace the card and thereby remove the pressed component.
  const isStillDrawn = (): boolean => {
    const now = messageIn(client.world.get(), message);
    return now !== undefined && !now.deleted && contentFor(now, me.open_id) === content;
  };

  const allowed = async (element: Json): Promise<boolean> => {
    if (expired) client.toasts.show("warning", cardWords(locale).tooOld(daysOfUse(card)));
    if (expired || current().pending !== undefined) return false;
    if (!(await confirmed(reader, element, cardLocale))) return false;
    if (isStillDrawn()) return true;
    client.toasts.show("warning", cardWords(locale).changedMeanwhile);
    return false;
  };

  const press = async (element: Json, extra: PressExtra = {}): Promise<void> => {
    const page = opensPage(element);
    if (page) window.open(page, "_blank", "noopener,noreferrer");
    if (!callsBack(element) || !(await allowed(element))) return;
    const target = componentTarget(card, element);
    await call(element, { act: "press", as: me.open_id, message_id: message.message_id, target, ...extra });
  };

  const submit = async (element: Json): Promise<void> => {
    const fields = formFields(index, index.forms.get(element) ?? "");
    const complaints = complaintsOf(fields, current());
    const first = Object.entries(complaints)[0];
    if (first !== undefined) {
      const [key, { reason }] = first;
      change({ kind: "held_back", complaints });
      client.toasts.show("warning", cardWords(locale)[reason === "required" ? "someMissing" : "someTooLong"]);
      return focusField(message, key);
    }
    if (!(await allowed(element))) return undefined;
    const fill = fillOf(fields, current());
    const target = submitTarget(element);
    return call(element, { act: "submit", as: me.open_id, message_id: message.message_id, target, fill });
  };

  return {
    press: (element: Json, extra?: PressExtra) => void press(element, extra),
    submit: (element: Json) => void submit(element),
  };
}
