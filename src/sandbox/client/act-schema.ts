import * as z from "zod";
import type { Act } from "../protocol.ts";

const id = z.string().min(1);
const word = z.string().exactOptional();
const base64 = z.base64().max(45_000_000);

const outgoing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal("image"), name: id, base64 }),
  z.strictObject({ kind: z.literal("file"), name: id, base64 }),
]);

/** The body of `POST /sandbox/act`. */
export const actSchema: z.ZodType<Act> = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("press"),
    as: id,
    message_id: id,
    target: z.strictObject({
      name: word,
      element_id: word,
      text: word,
      nth: z.int().nonnegative().exactOptional(),
    }),
    option: word,
    input_value: word,
    checked: z.boolean().exactOptional(),
  }),
  z.strictObject({
    act: z.literal("submit"),
    as: id,
    message_id: id,
    target: z.strictObject({ name: word, text: word }),
    fill: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ act: z.literal("send"), as: id, chat_id: word, app_id: word, content: outgoing }),
  z.strictObject({
    act: z.literal("reply"),
    as: id,
    message_id: id,
    content: outgoing,
    in_thread: z.boolean().exactOptional(),
  }),
  z.strictObject({ act: z.literal("recall"), as: id, message_id: id }),
  z.strictObject({ act: z.enum(["react", "unreact"]), as: id, message_id: id, emoji: id }),
  z.strictObject({ act: z.literal("read"), as: id, chat_id: id }),
  z.strictObject({ act: z.literal("enter"), as: id, app_id: id }),
  z.strictObject({ act: z.literal("menu"), as: id, app_id: id, event_key: id }),
  z.strictObject({ act: z.literal("create_group"), as: id, name: id, members: z.array(id) }),
  z.strictObject({ act: z.literal("change_group"), as: id, chat_id: id, name: word, description: word }),
  z.strictObject({
    act: z.enum(["add_people", "remove_people", "withdraw_people"]),
    as: id,
    chat_id: id,
    people: z.array(id).min(1),
  }),
  z.strictObject({ act: z.enum(["add_bot", "remove_bot"]), as: id, chat_id: id, app_id: id }),
]);
