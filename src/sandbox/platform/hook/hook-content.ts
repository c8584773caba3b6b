import * as z from "zod";

const resourceKey = z.string().min(1);
const bodySchema = z.discriminatedUnion("msg_type", [
  z.object({ msg_type: z.literal("text"), content: z.object({ text: z.string().min(1) }) }),
  z.object({
    msg_type: z.literal("post"),
    content: z.object({ post: z.record(z.string(), z.object({ content: z.array(z.array(z.unknown())) })) }),
  }),
  z.object({ msg_type: z.literal("image"), content: z.object({ image_key: resourceKey }) }),
  z.object({ msg_type: z.literal("share_chat"), content: z.object({ share_chat_id: resourceKey }) }),
  z.object({ msg_type: z.literal("interactive"), card: z.record(z.string(), z.unknown()) }),
]);

export type HookMessage = { msg_type: string; content: string };

/** Converts a custom bot's request body to message content; undefined for an unsupported body. */
export function hookContent(input: unknown): HookMessage | undefined {
  const body = bodySchema.safeParse(input);
  if (!body.success) return undefined;
  const { data } = body;
  switch (data.msg_type) {
    case "interactive":
      return { msg_type: data.msg_type, content: JSON.stringify(data.card) };
    case "post":
      return { msg_type: data.msg_type, content: JSON.stringify(data.content.post) };
    case "share_chat":
      return { msg_type: data.msg_type, content: JSON.stringify({ chat_id: data.content.share_chat_id }) };
    default:
      return { msg_type: data.msg_type, content: JSON.stringify(data.content) };
  }
}
