import * as z from "zod";
import { readAs } from "./read-as.ts";

/**
 * A press, choice or submit on a card (`card.action.trigger`, feishu-contract 2.2). `value` and `formValue` passed
 * through the person's client, so permissions must never depend on them.
 */
export type CardCallback = {
  operatorOpenId: string;
  messageId: string;
  chatId: string;
  /** Allows updating the card later: 30 minutes, two uses (feishu-contract 2.5). */
  token: string;
  action: CardCallbackAction;
};

type CardCallbackAction = {
  tag: string;
  name?: string;
  /** The component's value; `{}` when it is missing or not an object. */
  value: Record<string, unknown>;
  option?: string;
  options?: string[];
  inputValue?: string;
  checked?: boolean;
  /** Every named field of the form. Untouched fields may be absent, `""` or `null`. */
  formValue?: Record<string, unknown>;
  timezone?: string;
};

const anyObject = z.record(z.string(), z.unknown());

// A field of an unexpected type is dropped, because a refused callback shows an error code to the person.
const action = z.object({
  tag: z.string().catch(""),
  name: z.string().optional().catch(undefined),
  value: anyObject.catch({}),
  option: z.string().optional().catch(undefined),
  // select_img sends its single choice here, as a plain string.
  options: z
    .union([z.array(z.string()), z.string()])
    .optional()
    .catch(undefined),
  input_value: z.string().optional().catch(undefined),
  checked: z.boolean().optional().catch(undefined),
  form_value: anyObject.optional().catch(undefined),
  timezone: z.string().optional().catch(undefined),
});

const cardActionTrigger = z.object({
  operator: z.object({ open_id: z.string().min(1) }),
  token: z.string().catch(""),
  action,
  context: z.object({ open_message_id: z.string().min(1), open_chat_id: z.string().catch("") }),
});

/** Parses the `event` part of a `card.action.trigger`; `null` without a person or a message. */
export const parseCardCallback = (event: unknown): CardCallback | null => {
  const read = readAs(cardActionTrigger, event);
  if (read === null) return null;
  const { operator, token, context } = read;
  return {
    operatorOpenId: operator.open_id,
    messageId: context.open_message_id,
    chatId: context.open_chat_id,
    token,
    action: ourNames(read.action),
  };
};

const ourNames = (read: z.infer<typeof action>): CardCallbackAction => {
  const option = read.option ?? (typeof read.options === "string" ? read.options : undefined);
  return {
    tag: read.tag,
    value: read.value,
    ...(read.name === undefined ? {} : { name: read.name }),
    ...(option === undefined ? {} : { option }),
    ...(Array.isArray(read.options) ? { options: read.options } : {}),
    ...(read.input_value === undefined ? {} : { inputValue: read.input_value }),
    ...(read.checked === undefined ? {} : { checked: read.checked }),
    ...(read.form_value === undefined ? {} : { formValue: read.form_value }),
    ...(read.timezone === undefined ? {} : { timezone: read.timezone }),
  };
};
