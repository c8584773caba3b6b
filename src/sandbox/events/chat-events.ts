import { TENANT_KEY, userIds } from "../ids.ts";
import type { SandboxChat } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Operator, operatorIds } from "./operator.ts";

type Told = Pick<Sandbox, "store" | "courier">;

/** Sends the event that a bot was added to or removed from a group. */
export function tellMembership(
  sandbox: Told,
  chat: SandboxChat,
  appId: string,
  operator: Operator,
  change: "added" | "deleted",
): void {
  const event = aboutGroup(sandbox, chat, operator);
  sandbox.courier.push(appId, `im.chat.member.bot.${change}_v1`, event, about(operator, chat));
}

/** Sends the event that people joined or left a group, or that their invitation was withdrawn. */
export function tellPeople(
  sandbox: Told,
  chat: SandboxChat,
  people: string[],
  operator: Operator,
  change: "added" | "deleted" | "withdrawn",
): void {
  if (people.length === 0) return;
  const users = people.map((openId) => ({
    name: sandbox.store.person(openId)?.name ?? "",
    tenant_key: TENANT_KEY,
    user_id: userIds(openId),
  }));
  const event = { ...aboutGroup(sandbox, chat, operator), users };
  for (const appId of chat.bots) {
    sandbox.courier.push(appId, `im.chat.member.user.${change}_v1`, event, about(operator, chat));
  }
}

/** Sends the event that a group's name, description, owner or type changed. */
export function tellChanged(
  sandbox: Told,
  before: SandboxChat,
  after: SandboxChat,
  operator: Operator,
): void {
  const event = {
    ...aboutGroup(sandbox, after, operator),
    after_change: settingsView(after),
    before_change: settingsView(before),
  };
  for (const appId of after.bots) {
    sandbox.courier.push(appId, "im.chat.updated_v1", event, about(operator, after));
  }
}

/** Sends the event that a group was dissolved. */
export function tellDisbanded(sandbox: Told, chat: SandboxChat, operator: Operator): void {
  const event = aboutGroup(sandbox, chat, operator);
  for (const appId of chat.bots) {
    sandbox.courier.push(appId, "im.chat.disbanded_v1", event, about(operator, chat));
  }
}

/** Sends the event that a person opened the p2p chat with a bot. */
export function tellEntered(
  sandbox: Pick<Sandbox, "courier" | "store">,
  chat: SandboxChat,
  appId: string,
  openId: string,
): void {
  const last = sandbox.store.messagesOf(chat.chat_id).at(-1);
  const event = {
    chat_id: chat.chat_id,
    operator_id: userIds(openId),
    ...(last && { last_message_id: last.message_id, last_message_create_time: String(last.create_time) }),
  };
  const where = { person: openId, chat_id: chat.chat_id };
  sandbox.courier.push(appId, "im.chat.access_event.bot_p2p_chat_entered_v1", event, where);
}

/** Sends the event of a menu item that pushes one. `timestamp` is in seconds, as a number. */
export function tellMenu(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  appId: string,
  openId: string,
  eventKey: string,
): void {
  const operator_name = sandbox.store.person(openId)?.name ?? "";
  const event = {
    operator: { operator_name, operator_id: userIds(openId) },
    event_key: eventKey,
    timestamp: Math.floor(sandbox.clock.now() / 1000),
  };
  sandbox.courier.push(appId, "application.bot.menu_v6", event, { person: openId });
}

function aboutGroup({ store }: Pick<Sandbox, "store">, chat: SandboxChat, operator: Operator) {
  return {
    chat_id: chat.chat_id,
    operator_id: operatorIds(store, operator),
    external: false,
    operator_tenant_key: TENANT_KEY,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: chat.en_name ?? chat.name },
  };
}

function settingsView(chat: SandboxChat) {
  const owner = chat.owner ?? chat.members[0];
  return {
    name: chat.name,
    description: chat.description ?? "",
    i18n_names: { zh_cn: chat.name, en_us: chat.en_name ?? chat.name },
    group_message_type: chat.group_message_type ?? "chat",
    ...(owner?.startsWith("ou_") ? { owner_id: userIds(owner) } : {}),
  };
}

function about({ id, type }: Operator, chat: SandboxChat) {
  return { ...(type === "user" ? { person: id } : {}), chat_id: chat.chat_id };
}
