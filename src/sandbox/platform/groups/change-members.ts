import * as z from "zod";
import { addBot, addPeople, removeBot, removePeople } from "../../groups.ts";
import { type Answer, type Call, refuse, refused, success } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { findPerson, type UserIdType, userIdType } from "../find-person.ts";
import { readFields } from "../read-fields.ts";
import { findGroup, ownerOf } from "./find-group.ts";

const bodySchema = z.object({ id_list: z.array(z.string()).min(1).max(50) });

/**
 * POST /im/v1/chats/:id/members?member_id_type=open_id|union_id|user_id|app_id&succeed_type=: adds people or
 * bots to a group. `succeed_type` 0 (default): refuse ids that do not exist, omit those who may not join; 1:
 * omit both; 2: refuse both.
 */
export function addMembers(call: Call<"courier" | "store">): Answer {
  const asked = readIds(call);
  if (!asked.ok) return asked.answer;
  const { kind, ids } = asked;
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  const who = ids.map((id) => ({ id, known: memberOf(call, kind, id) }));
  const missing = who.filter(({ known }) => known === undefined).map(({ id }) => id);
  const invalid = who.filter(({ known }) => known !== undefined && !known.mayJoin).map(({ id }) => id);
  const succeed = call.query.get("succeed_type") ?? "0";
  if (missing.length > 0 && succeed !== "1") return refuse(232043);
  if (invalid.length > 0 && succeed === "2") return refuse(232024);
  const joining = who.flatMap(({ known }) => (known?.mayJoin ? [known.id] : []));
  if (joining.length === 0) return refuse(232027);
  const bot = { id: call.app.app_id, type: "app" } as const;
  if (kind !== "app_id") addPeople(call.sandbox, found.chat, joining, bot);
  else {
    const joined = joining.filter((id) => !found.chat.bots.includes(id));
    joined.reduce((chat, id) => addBot(call.sandbox, chat, id, bot), found.chat);
  }
  return success({ invalid_id_list: invalid, not_existed_id_list: missing, pending_approval_id_list: [] });
}

/**
 * DELETE /im/v1/chats/:id/members?member_id_type=: only the owner may remove others, and the owner cannot be
 * removed.
 */
export function removeMembers(call: Call<"courier" | "store">): Answer {
  const asked = readIds(call);
  if (!asked.ok) return asked.answer;
  const { kind, ids } = asked;
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  const { chat } = found;
  const who = ids.map((id) => ({ id, known: memberOf(call, kind, id) }));
  const inside = kind === "app_id" ? chat.bots : chat.members;
  const leaving = who.flatMap(({ known }) => (known && inside.includes(known.id) ? [known.id] : []));
  if (leaving.length === 0) return refuse(232027);
  const owner = ownerOf(chat);
  const onlyItself = leaving.every((id) => id === call.app.app_id);
  if (owner !== call.app.app_id && !onlyItself) return refuse(232014);
  if (kind !== "app_id" && leaving.some((id) => id === owner)) return refuse(232076);
  const bot = { id: call.app.app_id, type: "app" } as const;
  if (kind === "app_id") leaving.reduce((now, id) => removeBot(call.sandbox, now, id, bot), chat);
  else removePeople(call.sandbox, chat, leaving, bot, "deleted");
  const invalid = who.filter(({ known }) => known === undefined || !leaving.includes(known.id));
  return success({ invalid_id_list: invalid.map(({ id }) => id) });
}

type Kind = UserIdType | "app_id";

function readIds(call: Call): { ok: true; kind: Kind; ids: string[] } | { ok: false; answer: Answer } {
  const named = call.query.get("member_id_type");
  const kind = named === "app_id" ? "app_id" : userIdType(named);
  if (kind === undefined) return { ok: false, answer: refuse(232001, "invalid member_id_type") };
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return { ok: false, answer: refused(body.refusal) };
  return { ok: true, kind, ids: [...new Set(body.fields.id_list)] };
}

function memberOf(call: Call<"store">, kind: Kind, id: string): { id: string; mayJoin: boolean } | undefined {
  const { store } = call.sandbox;
  if (kind === "app_id") return store.app(id) && { id, mayJoin: true };
  const person = findPerson(store, kind, id);
  if (person === undefined) return undefined;
  return { id: person.open_id, mayJoin: !person.resigned && isAvailableTo(call.app, person.open_id) };
}
