import * as z from "zod";
import { dissolveGroup } from "./groups.ts";
import { isAvailableTo } from "./platform/availability.ts";
import { userView } from "./platform/contacts.ts";
import { ownerOf } from "./platform/groups/find-group.ts";
import type { Sandbox } from "./sandbox.ts";

const personSchema = z.strictObject({
  resigned: z.boolean().exactOptional(),
  locale: z.enum(["zh_cn", "en_us"]).exactOptional(),
  title: z.string().exactOptional(),
  stopped_bots: z.array(z.string()).exactOptional(),
});
const chatSchema = z.strictObject({ dissolved: z.literal(true) });

type Changed = { ok: true } | { ok: false; error: string };

/** Changes a person as an administrator would: resigned (or back), title, language, stopped bots. */
export function changePerson(
  sandbox: Pick<Sandbox, "courier" | "store">,
  openId: string,
  input: unknown,
): Changed {
  const { store, courier } = sandbox;
  const before = store.person(openId);
  if (before === undefined) return { ok: false, error: `there is no person ${openId}` };
  const parsed = personSchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const after = store.putPerson({ ...before, ...parsed.data });
  const left = after.resigned && !before.resigned;
  const event = {
    object: userView(after),
    old_object: left ? { open_id: openId, department_ids: ["0"] } : userView(before),
  };
  const type = left ? "contact.user.deleted_v3" : "contact.user.updated_v3";
  for (const app of store.apps()) {
    if (isAvailableTo(app, openId)) courier.push(app.app_id, type, event, { person: openId });
  }
  return { ok: true };
}

/** Dissolves a group on behalf of its owner; its bots get the event. */
export function changeChat(
  sandbox: Pick<Sandbox, "courier" | "store">,
  chatId: string,
  input: unknown,
): Changed {
  const chat = sandbox.store.chat(chatId);
  if (chat?.type !== "group" || chat.dissolved) return { ok: false, error: `there is no group ${chatId}` };
  const parsed = chatSchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  dissolveGroup(sandbox, chat, { id: ownerOf(chat) ?? "", type: "user" });
  return { ok: true };
}
