import * as z from "zod";
import { parseJson } from "../parse-json.ts";
import { refuseCard } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused } from "./answer.ts";
import { readFields } from "./read-fields.ts";
import { refusal } from "./refusal.ts";
import { CARD_LIFE_MS } from "./update-card.ts";

const bodySchema = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) });

/** POST /interactive/v1/card/update: replaces the card a callback came from (feishu-contract 2.5). */
export function delayedUpdate(call: Call): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { store, clock, callbacks, updateTokens } = call.sandbox;
  const { token } = body.fields;
  const found = updateTokens.find(token, call.app.app_id);
  if (!found.ok) return refuse(found.code);
  const message = store.message(found.messageId);
  if (message === undefined || message.deleted) return refuse(200000);
  call.notes.chat_id = message.chat_id;
  if (clock.now() - message.create_time > CARD_LIFE_MS) return refuse(300030);
  if (callbacks.isLocked(message.message_id)) return refuse(11310);
  const { open_ids: _private, ...card } = body.fields.card;
  const content = JSON.stringify(card);
  const problem = refuseCard(call, content, parseJson(content));
  if (problem !== undefined) return refused({ ...refusal(11311), msg: problem.msg });
  updateTokens.countUse(token);
  store.putMessage({ ...message, content, updated: true, update_time: clock.now() });
  return { kind: "json", status: 200, body: { code: 0, msg: "ok" } };
}
