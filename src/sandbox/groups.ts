import { tellChanged, tellDisbanded, tellMembership, tellPeople } from "./events/chat-events.ts";
import type { Operator } from "./events/operator.ts";
import type { SandboxChat } from "./protocol.ts";
import type { Sandbox } from "./sandbox.ts";

// What happens to a group, whoever does it: the change, and the events its bots are told.

type Told = Pick<Sandbox, "store" | "courier">;
export type GroupChange = Partial<Pick<SandboxChat, "name" | "description" | "owner" | "group_message_type">>;

/** Gives a group other settings. */
export function changeGroup(
  sandbox: Told,
  chat: SandboxChat,
  change: GroupChange,
  operator: Operator,
): SandboxChat {
  const after = sandbox.store.putChat({ ...chat, ...change });
  tellChanged(sandbox, chat, after, operator);
  return after;
}

/** Takes people into a group; who is in it already stays. */
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

/** Takes people out of a group; an owner who leaves hands it to the next member. */
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

/** Takes a bot into a group. */
export function addBot(sandbox: Told, chat: SandboxChat, appId: string, operator: Operator): SandboxChat {
  const after = sandbox.store.putChat({ ...chat, bots: [...chat.bots, appId] });
  tellMembership(sandbox, after, appId, operator, "added");
  return after;
}

/** Takes a bot out of a group; it is told as well. */
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
