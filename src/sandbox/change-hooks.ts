import { randomUUID } from "node:crypto";
import * as z from "zod";
import { freshId } from "./ids.ts";
import type { SandboxChat } from "./protocol.ts";
import type { HookRecord, Store } from "./store.ts";

export const hookSchema = z.strictObject({
  name: z.string().min(1),
  /** The last part of its address; default a new one. */
  token: z
    .string()
    .regex(/^[\w-]+$/, "a token is letters, digits, - and _")
    .exactOptional(),
  secret: z.string().min(1).exactOptional(),
  keywords: z.array(z.string().min(1)).max(10).exactOptional(),
});

/** A custom bot as a group's settings show one; `path` is where it is sent to. */
export type HookView = Omit<HookRecord, "token"> & { path: string };

/** Adds a custom bot to a group. Refuses a token that is taken. */
export function addHook(
  store: Store,
  chat: SandboxChat,
  given: z.infer<typeof hookSchema>,
): { ok: true; hook: HookView } | { ok: false; error: string } {
  const token = given.token ?? randomUUID();
  if (store.hook(token) !== undefined) return { ok: false, error: `the token ${token} is taken` };
  const { name, secret, keywords = [] } = given;
  const id = freshId("hook_", 16);
  const hook = {
    token,
    id,
    name,
    chat_id: chat.chat_id,
    keywords,
    ...(secret === undefined ? {} : { secret }),
  };
  store.putHook(hook);
  store.putChat({ ...chat, hooks: [...(chat.hooks ?? []), { id, name }] });
  return { ok: true, hook: hookView(hook) };
}

/** `POST /sandbox/chats/:id/hooks`. */
export function addHookByHand(store: Store, chatId: string, input: unknown): ReturnType<typeof addHook> {
  const chat = store.chat(chatId);
  if (chat?.type !== "group" || chat.dissolved) return { ok: false, error: `there is no group ${chatId}` };
  const parsed = hookSchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  return addHook(store, chat, parsed.data);
}

/** The custom bots of all groups. */
export function hookViews(store: Store): HookView[] {
  return store.hooks().map(hookView);
}

function hookView({ token, ...hook }: HookRecord): HookView {
  return { ...hook, path: `/open-apis/bot/v2/hook/${token}` };
}
