import { tellChanged, tellDisbanded, tellMembership, tellPeople } from "./events/chat-events.ts";
import type { Operator } from "./events/operator.ts";
import type { SandboxChat } from "./protocol.ts";
import type { Sandbox } from "./sandbox.ts";

// Changes to groups by people and bots, with the events sent to the group's bots.

type Told = Pick<Sandbox, "store" | "courier">;
export type GroupChange = Partial<Pick<SandboxChat, "name" | "description" | "owner" | "group_message_type">>;

/** Changes a group's settings. */
export function changeGroup(
  sandbox: Told,
  chat: SandboxChat,
  change: GroupChange,
  operator: Operator,
): SandboxChat {
  const { en_name, ...rest } = chat;
  // A new name is the same for readers of every language.
  const named = change.name === undefined && en_name !== undefined ? { en_name } : {};
  const after = sandbox.store.putChat({ ...rest, ...named, ...change });
  tellChanged(sandbox, chat, after, operator);
  return after;
}

/** Adds people to a group, ignoring existing members. */
export function addPeople(
  sandbox: Told,
  chat: SandboxChat,
  people: string[],
  operator: Operator,
): SandboxChat {
  const added = people.filter((openId) => !chat.members.includes(openId));
  const after = sandbox.store.putChat({ ...chat, members: [...chat.members, ...added] });
  tellPeople(sandbox, after, added, operator, "added");
  return after;
}

/** Removes people from a group; if the owner leaves, the next member becomes owner. */
export function removePeople(
  sandbox: Told,
  chat: SandboxChat,
  people: string[],
  operator: Operator,
  change: "deleted" | "withdrawn",
): SandboxChat {
  const removed = people.filter((openId) => chat.members.includes(openId));
  const members = chat.members.filter((openId) => !people.includes(openId));
  const { owner, ...rest } = chat;
  const keepsOwner = owner !== undefined && !people.includes(owner);
  const after = sandbox.store.putChat({ ...rest, ...(keepsOwner ? { owner } : {}), members });
  tellPeople(sandbox, after, removed, operator, change);
  return after;
}

/** Adds a bot to a group. */
export function addBot(sandbox: Told, chat: SandboxChat, appId: string, operator: Operator): SandboxChat {
  const after = sandbox.store.putChat({ ...chat, bots: [...chat.bots, appId] });
  tellMembership(sandbox, after, appId, operator, "added");
  return after;
}

/** Removes a bot from a group; the bot gets the event too. */
export function removeBot(sandbox: Told, chat: SandboxChat, appId: string, operator: Operator): SandboxChat {
  const after = sandbox.store.putChat({ ...chat, bots: chat.bots.filter((bot) => bot !== appId) });
  tellMembership(sandbox, after, appId, operator, "deleted");
  return after;
}

/** Dissolves a group. */
export function dissolveGroup(sandbox: Told, chat: SandboxChat, operator: Operator): void {
  sandbox.store.putChat({ ...chat, dissolved: true });
  tellDisbanded(sandbox, chat, operator);
}
