import { noticeText } from "../../../cards/text/notices.ts";
import { type CardMessage, findCard } from "../../../db/cards.ts";
import { type PeriodId, parsePeriod } from "../../domain/period.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";

/** A press on a card of one town's quarter; `pressed`: what is remembered of that card. */
export type ReportPress = Press & { period: PeriodId; town: string; pressed: CardMessage | null };

/**
 * Hands a press on with the report its card stands for: as remembered by the message's id, or, for a card whose sending
 * was never confirmed, as the button says.
 */
export function ofReport<A extends { period: string; town: string }>(
  handle: (press: ReportPress, action: A) => Promise<CardAnswer>,
): (press: Press, action: A) => Promise<CardAnswer> {
  return async (press, action) => {
    const { deps, event, person } = press;
    const known = await findCard(deps.db, event.callback.messageId);
    const [periodText = "", town = ""] = known?.subject.includes("/")
      ? known.subject.split("/")
      : [action.period, action.town];
    const period = parsePeriod(periodText);
    return period
      ? handle({ ...press, period, town, pressed: known }, action)
      : toast("info", noticeText[person.locale].gone);
  };
}
