import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import { staleCard } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type Answered, type CardAnswer, isForm, type Shown, showOn, toast } from "./card-answer.ts";
import { isLivingKind } from "./card-kinds.ts";
import { enqueueCard, enqueueLiving } from "./enqueue-message.ts";
import { leadsOn, type PressPlace, placeOf } from "./press-place.ts";

/**
 * Shows private content: on the pressed card or, if that is a group's or leads to many, in a new private message. `seen`:
 * the place, where it was read already.
 */
export async function showPrivately(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  shown: Shown,
  seen: PressPlace | null = null,
): Promise<CardAnswer> {
  const now = deps.clock.now();
  const { subject } = shown.stands;
  const place = seen?.subject === subject ? seen : await placeOf(deps, event, subject);
  if (place.openId !== "" && !leadsOn(place)) {
    const { answer, ...rest } = showOn(deps, place, person, shown);
    await commit(deps.db, { audit: null, ...rest }, now);
    return answer;
  }
  const audit = {
    actor: person.openId,
    kind: `press.${shown.stands.kind}`,
    subject: event.callback.messageId,
  };
  const { answer, ...rest } = besideGroup(deps, event, person, shown);
  // A press that changed something has already used its event's key.
  await commit(deps.db, { audit, inbox: [`shown:${event.eventId}`], ...rest }, now);
  return answer;
}

/** The answer to a press on a group's card: the result at once, and the presser's own card in a private message. */
export function besideGroup(
  { db, clock }: Deps,
  { eventId, callback }: FeishuCallback,
  person: Person,
  shown: Shown,
): Answered {
  const now = clock.now();
  const text = noticeText[person.locale];
  return {
    answer: shown.say ?? toast("info", text.answering),
    outbox: [sent(person, shown, `press ${eventId}`, text.progressFallback, now)],
    // The group's living card is not the answer, so it is drawn anew like any other.
    writes: [staleCard(db, callback.messageId, now)],
    touched: [],
  };
}

function sent(
  { openId }: Person,
  { card, view, stands }: Shown,
  cause: string,
  fallback: string,
  now: number,
) {
  const { kind, subject } = stands;
  if (!isLivingKind(kind))
    return enqueueCard({ openId }, card, cause, fallback, now, { kind, subject, view });
  return isForm(view)
    ? enqueueCard({ openId }, card, cause, fallback, now, { kind, subject, view })
    : enqueueLiving({ openId }, { kind, subject }, cause, fallback, now);
}
