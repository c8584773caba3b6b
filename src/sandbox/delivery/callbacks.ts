import type { AdmitCard } from "../card/admit-card.ts";
import { contentFor, withCard } from "../card/content-for.ts";
import { UPDATABLE_MS } from "../card/lifetime.ts";
import type { CardTemplates } from "../card/templates.ts";
import { isShared } from "../card/version-1.ts";
import { isSubscribed } from "../console/settings.ts";
import { TENANT_KEY, userIds } from "../ids.ts";
import { parseJson } from "../parse-json.ts";
import type { CardEntities } from "../platform/cardkit/card-entities.ts";
import { grantedFields } from "../platform/granted-fields.ts";
import type { CardOutcome, SandboxMessage, SandboxPerson } from "../protocol.ts";
import type { Store } from "../store.ts";
import { readCallbackAnswer } from "./callback-answer.ts";
import { clientError } from "./client-error.ts";
import type { Wire } from "./deliver.ts";
import { callbackEnvelope } from "./envelope.ts";
import type { Posted } from "./http-post.ts";
import type { Reach } from "./reach.ts";
import type { UpdateTokens } from "./update-tokens.ts";

export type Callbacks = {
  /** Sends one `card.action.trigger` for a person's click; never retried (feishu-contract 1.1). */
  call(message: SandboxMessage, person: SandboxPerson, action: Record<string, unknown>): Promise<CardOutcome>;
  /** Whether a callback of this card is still unanswered. */
  isLocked(messageId: string): boolean;
};

/** Sends card callbacks to bots and applies their answers (feishu-contract 2). */
export function createCallbacks(
  wire: Wire,
  store: Store,
  reach: Reach,
  tokens: UpdateTokens,
  admitCard: AdmitCard,
  cards: CardEntities,
  templates: CardTemplates,
): Callbacks {
  const open = new Map<string, number>();

  async function whileLocked(messageId: string, work: () => Promise<Posted>): Promise<Posted> {
    open.set(messageId, (open.get(messageId) ?? 0) + 1);
    const posted = await work();
    const left = (open.get(messageId) ?? 1) - 1;
    if (left === 0) open.delete(messageId);
    else open.set(messageId, left);
    return posted;
  }

  async function call(message: SandboxMessage, person: SandboxPerson, action: Record<string, unknown>) {
    const app = store.app(message.sender.id);
    if (app === undefined) return failed(200340, person);
    const isSilent = message.batch_id !== undefined || !isSubscribed(app, "callback", "card.action.trigger");
    if (isSilent || !reach.has(app, "callback")) return failed(200340, person);
    const event = {
      operator: grantedFields(app, { tenant_key: TENANT_KEY, ...userIds(person.open_id) }),
      token: tokens.issue(app.app_id, message.message_id),
      host: "im_message",
      action,
      context: { open_message_id: message.message_id, open_chat_id: message.chat_id },
    };
    const json = JSON.stringify(callbackEnvelope(app, event, wire.clock.now()));
    const about = { person: person.open_id, chat_id: message.chat_id };
    const posted = await whileLocked(message.message_id, () => reach.send(app, "callback", json, about));
    return settle(message.message_id, person, posted);
  }

  function settle(messageId: string, person: SandboxPerson, posted: Posted): CardOutcome {
    const current = store.message(messageId);
    const before = current && parseJson(contentFor(current, person.open_id));
    const made = (data: unknown) => templates.make(current?.sender.id ?? "", data);
    const answer = readCallbackAnswer(posted, before, made);
    if (!answer.ok) return failed(answer.code, person);
    const outcome: CardOutcome = { code: 0, card_replaced: false };
    if (answer.toast !== undefined) outcome.toast = answer.toast;
    if (answer.card === undefined || current === undefined || current.deleted) return outcome;
    // A streaming card is not updated by an answer: streaming has to be turned off first.
    const entity = cards.ofMessage(messageId);
    if (entity !== undefined && cards.streaming(entity) === "on") return outcome;
    const content = JSON.stringify(answer.card);
    const [problem] = admitCard(current.sender.id, content, answer.card);
    if (problem !== undefined)
      return { ...failed(200673, person), error: `${problem.path} ${problem.message}`.trim() };
    const now = wire.clock.now();
    if (now - current.create_time > UPDATABLE_MS) return outcome;
    store.putMessage(withCard(current, content, now, isShared(before) ? undefined : [person.open_id]));
    return { ...outcome, card_replaced: true };
  }

  return { call, isLocked: (messageId) => open.has(messageId) };
}

function failed(code: number, person: SandboxPerson): CardOutcome {
  return { code, error: clientError(code, person.locale), card_replaced: false };
}
