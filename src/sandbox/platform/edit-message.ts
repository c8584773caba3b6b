import * as z from "zod";
import { recallFromChat } from "../recall.ts";
import { refuseContent } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { messageView } from "./message-view.ts";
import { ownMessage } from "./own-message.ts";
import { readFields } from "./read-fields.ts";

const bodySchema = z.object({ msg_type: z.string(), content: z.string() });

const EDITABLE = ["text", "post"];
const MOST_EDITS = 20;

/** PUT /im/v1/messages/:id: edits a text or post message of the bot. */
export function editMessage(call: Call<"admitCard" | "clock" | "store">): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const found = ownMessage(call, 230071);
  if (!found.ok) return refused(found.refusal);
  const { store, clock } = call.sandbox;
  const { msg_type, content } = body.fields;
  if (!EDITABLE.includes(msg_type)) return refuse(230001, "invalid msg_type.");
  const isEditable = EDITABLE.includes(found.message.msg_type) && found.message.batch_id === undefined;
  if (!isEditable) return refuse(230054);
  const edits = found.message.edits ?? 0;
  if (edits >= MOST_EDITS) return refuse(230072);
  const problem = refuseContent(call, msg_type, content);
  if (problem !== undefined) return refused(problem);
  const now = clock.now();
  const edited = { ...found.message, msg_type, content, updated: true, update_time: now, edits: edits + 1 };
  return success(messageView(store, store.putMessage(edited)));
}

/** DELETE /im/v1/messages/:id: recalls a message of the bot. */
export function recallMessage(call: Call<"clock" | "courier" | "store">): Answer {
  const found = ownMessage(call, 230026);
  if (!found.ok) return refused(found.refusal);
  const { app_id: id } = call.app;
  recallFromChat(call.sandbox, found.message, { id, type: "app" });
  return success({});
}
