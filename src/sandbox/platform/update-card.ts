import * as z from "zod";
import { withCard } from "../card/content-for.ts";
import { UPDATABLE_MS } from "../card/lifetime.ts";
import { isShared } from "../card/version-1.ts";
import { platformError } from "../card-rules/check-card.ts";
import { parseJson } from "../parse-json.ts";
import { refuseCard } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { expandTemplate } from "./expand-template.ts";
import { ownMessage } from "./own-message.ts";
import { readFields } from "./read-fields.ts";

const bodySchema = z.object({ content: z.string() });

/** PATCH /im/v1/messages/:id: replaces a card for everyone (feishu-contract 4.4). */
export function updateCard(
  call: Call<"admitCard" | "callbacks" | "clock" | "faults" | "limits" | "store" | "templates">,
): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const found = ownMessage(call, 230027);
  if (!found.ok) return found.refusal.code === 230110 ? refuse(230011) : refused(found.refusal);
  const { message } = found;
  const { store, clock, limits, faults, callbacks } = call.sandbox;
  if (message.msg_type !== "interactive") return refuse(230001, "This message is NOT a card");
  if (message.batch_id !== undefined || message.visible_to !== undefined) {
    return refuse(230001, "cards sent in a batch or to one member can not be updated");
  }
  if (clock.now() - message.create_time > UPDATABLE_MS) {
    return refuse(230031, "Message can only be updated within fourteen days.");
  }
  const made = expandTemplate(call, body.fields.content);
  if (!made.ok) return refused(made.refusal);
  const { content } = made;
  const card = parseJson(content);
  const problem = refuseCard(call, content, card);
  if (problem !== undefined) return refused(problem);
  if (!isShared(card) || !isShared(parseJson(message.content))) {
    return refuse(230001, "config.update_multi must be true before and after the update");
  }
  if (callbacks.isLocked(message.message_id)) return refused(lockedCard());
  if (!faults.take("limits_off") && !limits.takeTarget(message.message_id)) return refuse(230020);
  store.putMessage(withCard(message, content, clock.now()));
  return success({});
}

function lockedCard() {
  return { ...platformError({ code: 11310, path: "", message: "card action is lock" }), status: 400 };
}
