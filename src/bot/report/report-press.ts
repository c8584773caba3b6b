import { noticeText } from "../../../cards/text/notices.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";
import { type PressPlace, placeOf } from "../sending/press-place.ts";

/** A press on a card of one town's quarter; `place`: the stored rows of that card and of the presser's others. */
export type ReportPress = Press & { period: PeriodId; town: string; place: PressPlace };

/**
 * Passes a press on with the report of its card: from the stored row of the message or, for a card whose sending was
 * never confirmed, from the button.
 */
export function ofReport<A extends { period: string; town: string }>(
  handle: (press: ReportPress, action: A) => Promise<CardAnswer>,
): (press: Press, action: A) => Promise<CardAnswer> {
  return async (press, action) => {
    const { deps, event, person, ahead } = press;
    const said = `${action.period}/${action.town}`;
    const seen = ahead.place ?? (await placeOf(deps, event, said));
    const subject = seen.known?.subject.includes("/") ? seen.known.subject : said;
    const [periodText = "", town = ""] = subject.split("/");
    const period = parsePeriod(periodText);
    if (!period) return toast("info", noticeText[person.locale].gone);
    // A button that names another record than its card was tampered with.
    const place = subject === said ? seen : await placeOf(deps, event, subject);
    return await handle({ ...press, period, town, place }, action);
  };
}
