import { parseAction } from "../../cards/action.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { replyText } from "../../cards/text/replies.ts";
import { Conflict } from "../../db/commit.ts";
import { isBusy } from "../../db/database-unusable.ts";
import { NotSaved, savedWithin } from "../../db/patience.ts";
import type { Deps } from "../deps.ts";
import type { FeishuCallback } from "../feishu/envelope.ts";
import { answerAction } from "./card-actions.ts";
import { personOf } from "./roster/people.ts";
import { type CardAnswer, toast } from "./sending/card-answer.ts";
import { readAhead } from "./sending/read-ahead.ts";

/** Feishu gives up on an answer after 3 s; what is not stored by then is cancelled, ms. */
const ANSWER_TIME = 2_300;

/**
 * Answers a press on a card within three seconds. The presser is looked up in the roster and the record in our own
 * table of cards; the card's content only identifies the button.
 */
export async function handleCardAction(deps: Deps, event: FeishuCallback): Promise<CardAnswer> {
  const { operatorOpenId, action: pressed } = event.callback;
  const action = parseAction(pressed.value, pressed.name);
  const [person, pace, ahead] = await Promise.all([
    personOf(deps, operatorOpenId),
    deps.pace?.(operatorOpenId) ?? "within",
    action && readAhead(deps, event, action),
  ]);
  if (!person) return toast("warning", replyText("zh-CN").notInRoster(deps.programme));
  const { gone, tooFast, notSaved, already, first } = noticeText[person.locale];
  if (pace !== "within") return toast("warning", tooFast);
  if (!action || !ahead) return toast("info", gone);
  try {
    return await savedWithin(ANSWER_TIME, () => answerAction({ deps, event, person, ahead }, action));
  } catch (error) {
    // The card stays as it is, and in a form what was typed.
    if (error instanceof NotSaved || isBusy(error)) return toast("warning", notSaved);
    if (!(error instanceof Conflict)) throw error;
    // The same press delivered twice was processed the first time; any other conflict means someone else was faster.
    return toast("info", error.table === "inbox" ? already : first);
  }
}
