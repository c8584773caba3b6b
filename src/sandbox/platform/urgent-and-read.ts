import * as z from "zod";
import { TENANT_KEY, userIds } from "../ids.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { isAvailableTo } from "./availability.ts";
import { findPerson, userIdType } from "./find-person.ts";
import { ownMessage } from "./own-message.ts";
import { pageOf } from "./page-of.ts";
import { readFields } from "./read-fields.ts";

const READ_STATUS_MS = 7 * 86_400_000;
const MOST_UNREAD_URGENT = 200;
const urgentSchema = z.object({ user_id_list: z.array(z.string()).min(1).max(200) });

/** PATCH /im/v1/messages/:id/urgent_app: marks the bot's own message as urgent for members of its chat. */
export function urgentApp(call: Call<"store">): Answer {
  const body = readFields(urgentSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(230001, "invalid user_id_type");
  const found = ownMessage(call, 230012);
  if (!found.ok) return refused(found.refusal);
  if (found.message.batch_id !== undefined) return refuse(230052);
  const { store } = call.sandbox;
  const members = store.chat(found.message.chat_id)?.members ?? [];
  const invalid: string[] = [];
  const wanted: string[] = [];
  for (const id of body.fields.user_id_list) {
    const person = findPerson(store, idType, id);
    if (person === undefined || person.resigned || !members.includes(person.open_id)) invalid.push(id);
    else wanted.push(person.open_id);
  }
  if (wanted.length === 0) return refuse(230001, "all user ids are invalid");
  if (!wanted.every((openId) => isAvailableTo(call.app, openId))) return refuse(230013);
  if (wanted.some((openId) => unreadUrgent(call, openId) >= MOST_UNREAD_URGENT)) return refuse(230023);
  store.putMessage({ ...found.message, urgent_for: [...new Set([...found.message.urgent_for, ...wanted])] });
  return success({ invalid_user_id_list: invalid });
}

function unreadUrgent(call: Call<"store">, openId: string): number {
  const messages = call.sandbox.store.messages();
  return messages.filter((one) => one.urgent_for.includes(openId) && !one.read_by.includes(openId)).length;
}

/** GET /im/v1/messages/:id/read_users: readers of the bot's own message, for 7 days. */
export function readUsers(call: Call<"clock" | "store">): Answer {
  const idType = userIdType(call.query.get("user_id_type"));
  if (idType === undefined) return refuse(230001, "invalid user_id_type");
  const found = ownMessage(call, 230012);
  if (!found.ok) return refused(found.refusal);
  const { store, clock } = call.sandbox;
  if (clock.now() - found.message.create_time > READ_STATUS_MS) return refuse(230033);
  const readers = found.message.read_by.map((reader) => ({
    user_id_type: idType,
    user_id: userIds(reader)[idType],
    timestamp: String(store.readAt(found.message.message_id, reader)),
    tenant_key: TENANT_KEY,
  }));
  const paged = pageOf(readers, call.query, { standard: 20, max: 100 }, 230001);
  return paged.ok ? success(paged.page) : refused(paged.refusal);
}
