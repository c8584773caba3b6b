import * as z from "zod";

export type MessageContent =
  | { kind: "text"; text: string }
  | { kind: "image"; imageKey: string }
  | { kind: "file"; fileKey: string; fileName: string }
  /**
   * A formatted message: its text line by line, its photos and files. `unused`: the tags of parts nothing can be done
   * with, such as `media`.
   */
  | { kind: "post"; text: string; imageKeys: string[]; files: PostFile[]; unused: string[] }
  /** A sticker, recording, forwarded chat, or unreadable content. */
  | { kind: "other"; type: string };

export type PostFile = { fileKey: string; fileName: string };

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
  href: z.string().catch(""),
  user_id: z.string().catch(""),
  user_name: z.string().catch(""),
  image_key: z.string().catch(""),
  file_key: z.string().catch(""),
  file_name: z.string().catch(""),
});
type PostPart = z.infer<typeof postPart>;
const post = z.object({
  title: z.string().catch(""),
  content: z.array(z.array(z.unknown())),
  files: z.array(z.unknown()).catch([]),
});

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

/** One odd part does not keep the others from being read. */
const readPost: Reader = (document, nameOf) => {
  const read = post.safeParse(document);
  if (!read.success) return null;
  const parts = read.data.content.map((line) => line.map((part) => postPart.safeParse(part)));
  const lines = parts.map((line) =>
    line.map(({ data }) => (data === undefined ? "" : wordsOf(data, nameOf))).join(""),
  );
  const all = parts.flat();
  const known = all.flatMap(({ data }) => data ?? []);
  const beside = read.data.files.map((one) => file.safeParse(one));
  return {
    kind: "post",
    text: [read.data.title, ...lines.map((line) => line.trim())].filter((line) => line !== "").join("\n"),
    imageKeys: known.flatMap((part) => (part.tag === "img" && part.image_key ? [part.image_key] : [])),
    files: [
      ...known.flatMap((part) =>
        part.tag === "file" && part.file_key ? [{ fileKey: part.file_key, fileName: part.file_name }] : [],
      ),
      ...beside.flatMap(({ data }) => (data ? [{ fileKey: data.file_key, fileName: data.file_name }] : [])),
    ],
    unused: [
      ...known.flatMap((part) => (isUsed(part) ? [] : [part.tag])),
      ...[...all, ...beside].flatMap(({ success }) => (success ? [] : ["unknown"])),
    ],
  };
};

/** Parts that say or bring something, and those that only adorn. */
const isUsed = ({ tag, text, image_key, file_key }: PostPart): boolean => {
  if (tag === "img") return image_key !== "";
  if (tag === "file") return file_key !== "";
  return (
    ["text", "a", "at", "md", "code_block", "code", "emotion", "hr"].includes(tag) ||
    (tag !== "media" && text !== "")
  );
};

const wordsOf = (part: PostPart, nameOf: NameOf): string => {
  if (part.tag === "at") return nameOf(part.user_id) ?? `@${part.user_name}`;
  if (part.tag === "a" && part.href !== "" && part.text !== part.href)
    return `${part.text} ${part.href}`.trim();
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
