import * as z from "zod";

export type MessageContent =
  | { kind: "text"; text: string }
  | { kind: "image"; imageKey: string }
  | { kind: "file"; fileKey: string; fileName: string }
  /** A formatted message: its text line by line, and its photos. */
  | { kind: "post"; text: string; imageKeys: string[] }
  /** A sticker, recording, forwarded chat, or unreadable content. */
  | { kind: "other"; type: string };

/** The replacement for a mention's key ("@_user_1"); null for an unknown key. */
export type NameOf = (key: string) => string | null;

/** Parses the JSON string in a message's `content` (feishu-contract 2.1). Never fails: see `other`. */
export const parseMessageContent = (type: string, content: string, nameOf: NameOf): MessageContent => {
  const read = readers.get(type)?.(parseJson(content), nameOf);
  return read ?? { kind: "other", type };
};

const text = z.object({ text: z.string() });
const image = z.object({ image_key: z.string().min(1) });
const file = z.object({ file_key: z.string().min(1), file_name: z.string().catch("") });
const postPart = z.object({
  tag: z.string(),
  text: z.string().catch(""),
  user_id: z.string().catch(""),
  user_name: z.string().catch(""),
  image_key: z.string().catch(""),
});
const post = z.object({ title: z.string().catch(""), content: z.array(z.array(postPart)) });

type Reader = (document: unknown, nameOf: NameOf) => MessageContent | null;

const readers = new Map<string, Reader>([
  [
    "text",
    (document, nameOf) => {
      const read = text.safeParse(document);
      return read.success ? { kind: "text", text: withNames(read.data.text, nameOf) } : null;
    },
  ],
  [
    "image",
    (document) => {
      const read = image.safeParse(document);
      return read.success ? { kind: "image", imageKey: read.data.image_key } : null;
    },
  ],
  [
    "file",
    (document) => {
      const read = file.safeParse(document);
      return read.success
        ? { kind: "file", fileKey: read.data.file_key, fileName: read.data.file_name }
        : null;
    },
  ],
  ["post", (document, nameOf) => readPost(document, nameOf)],
]);

const readPost: Reader = (document, nameOf) => {
  const read = post.safeParse(document);
  if (!read.success) return null;
  const lines = read.data.content.map((line) => line.map((part) => wordsOf(part, nameOf)).join(""));
  return {
    kind: "post",
    text: [read.data.title, ...lines.map((line) => line.trim())].filter((line) => line !== "").join("\n"),
    imageKeys: read.data.content
      .flat()
      .flatMap((part) => (part.tag === "img" && part.image_key ? [part.image_key] : [])),
  };
};

const wordsOf = (part: z.infer<typeof postPart>, nameOf: NameOf): string => {
  if (part.tag === "at") return nameOf(part.user_id) ?? `@${part.user_name}`;
  return part.text;
};

// Keys are matched whole, because "@_user_1" is part of "@_user_10". The space a client puts after a mention is removed
// together with the name.
const withNames = (words: string, nameOf: NameOf): string =>
  words
    .replace(/(@_user_\d+|@_all(?!\w))( ?)/g, (whole, key: string, space: string) => {
      const name = nameOf(key);
      if (name === null) return whole;
      return name === "" ? "" : name + space;
    })
    .trim();

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};
