import * as z from "zod";
import { readAs } from "./read-as.ts";

export type MenuEvent = { operatorOpenId: string; eventKey: string };

const botMenu = z.object({
  operator: z.object({ operator_id: z.object({ open_id: z.string().min(1) }) }),
  event_key: z.string().min(1),
});

/** Parses `application.bot.menu_v6`, a tap on the bot's menu in a private chat. `null` without a person or key. */
export const parseMenuEvent = (event: unknown): MenuEvent | null => {
  const read = readAs(botMenu, event);
  if (read === null) return null;
  return { operatorOpenId: read.operator.operator_id.open_id, eventKey: read.event_key };
};
