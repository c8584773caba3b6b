import { addBot, addPeople, changeGroup, removeBot, removePeople } from "../groups.ts";
import { freshId } from "../ids.ts";
import type { Act, SandboxChat } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import type { ActOutcome } from "./press-card.ts";

type Of<Kind extends Act["act"]> = Act & { act: Kind };

/** A person creates a group with others. */
export function createGroup(sandbox: Pick<Sandbox, "store">, act: Of<"create_group">): ActOutcome {
  const members = [...new Set([act.as, ...act.members])];
  const unknown = members.find((member) => sandbox.store.person(member) === undefined);
  if (unknown !== undefined) return { ok: false, error: `there is no person ${unknown}` };
  const chat_id = freshId("oc_");
  sandbox.store.putChat({ chat_id, type: "group", name: act.name, members, bots: [], dissolved: false });
  return { ok: true, chat_id };
}

/** A member changes a group's name or description. */
export function renameGroup(
  sandbox: Pick<Sandbox, "courier" | "store">,
  act: Of<"change_group">,
): ActOutcome {
  const chat = groupOf(sandbox, act);
  if (chat === undefined) return NO_GROUP;
  const { name, description } = act;
  if (name === undefined && description === undefined)
    return { ok: false, error: "give name or description" };
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
  };
  changeGroup(sandbox, chat, change, { id: act.as, type: "user" });
  return { ok: true, chat_id: chat.chat_id };
}

/** A member adds people to a group, removes people (possibly themselves), or withdraws an invitation. */
export function changePeople(
  sandbox: Pick<Sandbox, "courier" | "store">,
  act: Of<"add_people" | "remove_people" | "withdraw_people">,
): ActOutcome {
  const chat = groupOf(sandbox, act);
  if (chat === undefined) return NO_GROUP;
  const adding = act.act === "add_people";
  const isRight = (who: string) =>
    adding ? sandbox.store.person(who) !== undefined : chat.members.includes(who);
  const wrong = act.people.find((who) => !isRight(who));
  if (wrong !== undefined)
    return { ok: false, error: `there is no person ${wrong}${adding ? "" : " in it"}` };
  const operator = { id: act.as, type: "user" } as const;
  if (adding) addPeople(sandbox, chat, act.people, operator);
  else {
    const change = act.act === "withdraw_people" ? "withdrawn" : "deleted";
    removePeople(sandbox, chat, act.people, operator, change);
  }
  return { ok: true, chat_id: chat.chat_id };
}

/** A member adds a bot to a group or removes it. */
export function changeBot(
  sandbox: Pick<Sandbox, "courier" | "store">,
  act: Of<"add_bot" | "remove_bot">,
): ActOutcome {
  const chat = groupOf(sandbox, act);
  if (chat === undefined) return NO_GROUP;
  if (sandbox.store.app(act.app_id) === undefined)
    return { ok: false, error: `there is no app ${act.app_id}` };
  const isIn = chat.bots.includes(act.app_id);
  const adding = act.act === "add_bot";
  if (isIn === adding) return { ok: false, error: `the bot is ${isIn ? "already" : "not"} in the group` };
  (adding ? addBot : removeBot)(sandbox, chat, act.app_id, { id: act.as, type: "user" });
  return { ok: true, chat_id: chat.chat_id };
}

const NO_GROUP = { ok: false, error: "the person is in no such group" } as const;

function groupOf(
  { store }: Pick<Sandbox, "store">,
  { as, chat_id }: { as: string; chat_id: string },
): SandboxChat | undefined {
  const chat = store.chat(chat_id);
  return chat?.type === "group" && !chat.dissolved && chat.members.includes(as) ? chat : undefined;
}
