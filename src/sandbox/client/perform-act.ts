import * as z from "zod";
import type { Act } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { actSchema } from "./act-schema.ts";
import { chooseMenu, enterChat, reactTo, readChat, recallMessage } from "./chat-acts.ts";
import { changeBot, changePeople, createGroup, renameGroup } from "./group-acts.ts";
import { type ActOutcome, pressCard, submitCard } from "./press-card.ts";
import { replyToMessage, sendMessage } from "./send-message.ts";

/** The parts of the sandbox that acts use. */
export type Acting = Pick<Sandbox, "callbacks" | "clock" | "courier" | "faults" | "store">;

/**
 * Performs what a person does in the client. Resolves when the client would show a result: after the bot's
 * answer for a card, immediately otherwise. Refuses, with a reason, what no client could do.
 */
export async function performAct(sandbox: Acting, input: unknown): Promise<ActOutcome> {
  const parsed = actSchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const person = sandbox.store.person(parsed.data.as);
  if (person === undefined) return { ok: false, error: `there is no person ${parsed.data.as}` };
  if (person.resigned) return { ok: false, error: `${person.name} has resigned` };
  return perform(sandbox, parsed.data);
}

function perform(sandbox: Acting, act: Act): ActOutcome | Promise<ActOutcome> {
  switch (act.act) {
    case "press":
      return pressCard(sandbox, act);
    case "submit":
      return submitCard(sandbox, act);
    case "send":
      return sendMessage(sandbox, act);
    case "reply":
      return replyToMessage(sandbox, act);
    case "recall":
      return recallMessage(sandbox, act);
    case "react":
    case "unreact":
      return reactTo(sandbox, act);
    case "read":
      return readChat(sandbox, act);
    case "enter":
      return enterChat(sandbox, act);
    case "menu":
      return chooseMenu(sandbox, act);
    case "create_group":
      return createGroup(sandbox, act);
    case "change_group":
      return renameGroup(sandbox, act);
    case "add_people":
    case "remove_people":
    case "withdraw_people":
      return changePeople(sandbox, act);
    case "add_bot":
    case "remove_bot":
      return changeBot(sandbox, act);
  }
}
