import * as z from "zod";
import { withCard } from "../card/content-for.ts";
import { UPDATABLE_MS } from "../card/lifetime.ts";
import { isShared } from "../card/version-1.ts";
import { parseJson } from "../parse-json.ts";
import type { SandboxMessage } from "../protocol.ts";
import { refuseCard } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused } from "./answer.ts";
import { expandTemplate } from "./expand-template.ts";
import { readFields } from "./read-fields.ts";
import { refusal } from "./refusal.ts";

const bodySchema = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) });
const readersSchema = z.array(z.string().min(1)).min(1);

/**
 * POST /interactive/v1/card/update: replaces the card of a callback (feishu-contract 2.5), for everyone, or
 * for `open_ids` if it is a JSON 1.0 card that is not shared.
 */
export function delayedUpdate(
  call: Call<"admitCard" | "callbacks" | "clock" | "store" | "templates" | "updateTokens">,
): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { store, clock, callbacks, updateTokens } = call.sandbox;
  const { token } = body.fields;
  const found = updateTokens.find(token, call.app.app_id);
  if (!found.ok) return refuse(found.code);
  const message = store.message(found.messageId);
  if (message === undefined || message.deleted) return refuse(200000);
  call.notes.chat_id = message.chat_id;
  if (clock.now() - message.create_time > UPDATABLE_MS) return refuse(300030);
  if (callbacks.isLocked(message.message_id)) return refuse(11310);
  const { open_ids, ...card } = body.fields.card;
  const made = expandTemplate(call, JSON.stringify(card));
  if (!made.ok) return refused({ ...refusal(11311), msg: made.refusal.msg });
  const { content } = made;
  const problem = refuseCard(call, content, parseJson(content));
  if (problem !== undefined) return refused({ ...refusal(11311), msg: problem.msg });
  const readers: Readers = isShared(parseJson(content)) ? { ok: true } : readersOf(call, message, open_ids);
  if (!readers.ok) return refuse(readers.code);
  updateTokens.countUse(token);
  store.putMessage(withCard(message, content, clock.now(), readers.openIds));
  return { kind: "json", status: 200, body: { code: 0, msg: "ok" } };
}

type Readers = { ok: true; openIds?: string[] } | { ok: false; code: 200320 | 300090 };

/** The open_ids whose card changes; they must be members of the chat. */
function readersOf(call: Call<"store">, message: SandboxMessage, given: unknown): Readers {
  if (given === undefined) return { ok: false, code: 300090 };
  const openIds = readersSchema.safeParse(given);
  const members = call.sandbox.store.chat(message.chat_id)?.members ?? [];
  if (!openIds.success || !openIds.data.every((id) => members.includes(id)))
    return { ok: false, code: 200320 };
  return { ok: true, openIds: openIds.data };
}
