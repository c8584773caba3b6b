import type { ActionOf } from "../../../cards/action.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { findCard } from "../../../db/cards.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { isLivingKind } from "../sending/card-kinds.ts";
import type { Press } from "../sending/press.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { drawings } from "./drawings.ts";

/**
 * Answers the button on a superseded card: shows the present state of the record in its place, which makes it the
 * reader's living card. The button's content counts only for a card we have no row of.
 */
export async function showLatest(
  { deps, event, person }: Press,
  action: ActionOf<"latest">,
): Promise<CardAnswer> {
  const text = noticeText[person.locale];
  const known = await findCard(deps.db, event.callback.messageId);
  const { kind, subject } = known ?? { kind: action.card, subject: action.subject };
  if (!isLivingKind(kind)) return toast("info", text.gone);
  const drawn = await drawings[kind](deps, subject, person, "overview");
  if (!drawn) return toast("warning", text.notForYou);
  return showPrivately(deps, event, person, { view: "overview", ...drawn, stands: { kind, subject } });
}
