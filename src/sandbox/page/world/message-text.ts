import { cardForReader } from "../../card/version-1.ts";
import { cardElements } from "../card/card-fields.ts";
import { type Json, jsonAt, parseJson, textAt } from "../card/json.ts";
import { type Locale, localText, localValue } from "../card/locale-text.ts";
import { plainMarkdown } from "../markdown/plain-markdown.ts";
import { cardWords } from "../words/card-words.ts";

type NameOf = (id: string) => string;

/** The text of a text message, with every `<at user_id="…">` as `@name`. */
function readableText(text: string, locale: Locale, nameOf: NameOf): string {
  return text.replace(
    /<at\s+(?:user_id|id)\s*=\s*["']?([^"'\s>]+)["']?\s*>([^<]*)<\/at>/g,
    (_, id: string) => (id === "all" ? `@${cardWords(locale).everyone}` : `@${nameOf(id)}`),
  );
}

/** The body of a post, with or without a language wrapper. */
export function postBody(content: Json, locale: Locale): Json | undefined {
  if (Array.isArray(content.content)) return content;
  return jsonAt(content, locale) ?? jsonAt(content, "zh_cn") ?? jsonAt(content, "en_us");
}

function postText(content: Json, locale: Locale, nameOf: NameOf): string {
  const body = postBody(content, locale);
  const rows = Array.isArray(body?.content) ? body.content : [];
  const words = rows.flat().map((part: unknown) => {
    const node: Json = typeof part === "object" && part !== null ? { ...part } : {};
    if (node.tag === "at") return `@${nameOf(textAt(node, "user_id") ?? "")}`;
    return textAt(node, "text") ?? "";
  });
  return [textAt(body, "title") ?? "", ...words].filter(Boolean).join(" ");
}

/**
 * One line for a card in the chat list: its summary, otherwise its title, otherwise its first element if that
 * is a text (feishu-contract 3.0).
 */
function cardLine(card: Json, locale: Locale, nameOf: NameOf): string {
  const config = jsonAt(card, "config");
  const summary = localText(jsonAt(config, "summary"), locale);
  if (summary) return summary;
  const title = localText(jsonAt(jsonAt(card, "header"), "title"), locale);
  if (title) return title;
  const first = cardElements(card)[0];
  if (textAt(first, "tag") === "div") return localText(first?.text, locale);
  const content = localValue(first, "content", locale);
  return typeof content === "string" ? plainMarkdown(content, nameOf) : "";
}

/** One plain-text line describing a message, for the chat list and quotes; empty if there is none. */
export function messageLine(msgType: string, content: string, locale: Locale, nameOf: NameOf): string {
  const parsed = parseJson(content);
  if (!parsed) return "";
  if (msgType === "interactive") return cardLine(cardForReader(parsed, locale), locale, nameOf);
  if (msgType === "text") return readableText(textAt(parsed, "text") ?? "", locale, nameOf);
  if (msgType === "post") return postText(parsed, locale, nameOf);
  if (msgType === "file") return textAt(parsed, "file_name") ?? "";
  if (msgType === "system") return textAt(parsed, "text") ?? textAt(parsed, "template") ?? "";
  return "";
}
