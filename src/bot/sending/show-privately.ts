import type { Card } from "../../../cards/card.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type CardAnswer, pressedCard, showCard, toast } from "./card-answer.ts";
import { enqueueCard } from "./enqueue-message.ts";

/**
 * Shows what is one person's alone: on the card they pressed, or, that card being a group's and so everyone's, as a new
 * message to them.
 */
export async function showPrivately(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  shown: { card: Card; view: string; stands: { kind: string; subject: string }; say?: CardAnswer },
): Promise<CardAnswer> {
  if ((await pressedCard(deps, event)).openId !== "") return showCard(deps, event, shown);
  const { card, view, stands } = shown;
  const text = noticeText[person.locale];
  const now = deps.clock.now();
  const to = { openId: person.openId };
  const cause = `press ${event.eventId}`;
  const said = enqueueCard(to, card, cause, text.progressFallback, now, { ...stands, view });
  const audit = { actor: person.openId, kind: `press.${stands.kind}`, subject: event.callback.messageId };
  // A press that changed something has spent its event's key already.
  await commit(deps.db, { audit, inbox: [`shown:${event.eventId}`], outbox: [said] }, now);
  // What came of the press is said at once, wherever the card goes.
  return shown.say ?? toast("info", text.answering);
}
