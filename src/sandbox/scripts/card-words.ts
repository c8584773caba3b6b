import { type Component, indexCard, labelOf } from "../card/component-index.ts";
import { isRecord } from "../card/is-record.ts";
import { parseJson } from "../parse-json.ts";
import type { SandboxMessage } from "../protocol.ts";

/** The texts and components of a message, as a person would describe it. */
export type MessageWords = {
  /** The card's title in every language; empty for other messages. */
  titles: string[];
  /** All texts of the message. */
  texts: string[];
  components: Component[];
};

/** The texts and components of a message. */
export function messageWords(message: SandboxMessage): MessageWords {
  const content = parseJson(message.content);
  if (message.msg_type !== "interactive") return { titles: [], texts: allTexts(content), components: [] };
  const header = isRecord(content) && isRecord(content.header) ? content.header.title : undefined;
  return { titles: allTexts(header), texts: allTexts(content), components: indexCard(content) };
}

/**
 * One paragraph describing a card, for the report of a failed step: its title, texts and usable components.
 */
export function describeCard(message: SandboxMessage): string {
  const { titles, texts, components } = messageWords(message);
  const usable = components
    .filter((one) => one.tag !== "form" && (one.name !== undefined || one.tag === "button"))
    .map(
      (one) => `${one.tag} ${one.texts[0] ?? labelOf(one)}${one.node.disabled === true ? " (disabled)" : ""}`,
    );
  const said = texts.join(" / ").slice(0, 600);
  return `${titles[0] ?? message.msg_type}: ${said}${usable.length > 0 ? `; offers ${usable.join(", ")}` : ""}`;
}

const WORDS = new Set(["content", "text", "title"]);

// Texts are under `content` (and its translations); a text message's under `text`.
function allTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(allTexts);
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === "behaviors" || key === "value") return [];
    if (key === "i18n_content" && isRecord(child)) return Object.values(child).map(String);
    if (typeof child === "string") return WORDS.has(key) && child !== "" ? [child] : [];
    return allTexts(child);
  });
}
