import { isLocale, locales } from "./locales.ts";
import { countTables } from "./markdown.ts";
import type { CardProblem } from "./problem.ts";
import type { CardReading } from "./reading.ts";
import { evidenceFor } from "./rule-book.ts";
import { taggedObjects } from "./tagged.ts";
import { isObject, type JsonObject, refuse, type Where } from "./where.ts";

/** Refuses a card of more than 30 KB of UTF-8. */
export function checkSize(json: string, { mostBytes }: CardReading): CardProblem | undefined {
  const bytes = new TextEncoder().encode(json).length;
  if (bytes <= mostBytes) return undefined;
  const message = `The length of the message content reaches its limit, ${bytes} bytes of ${mostBytes}`;
  return { code: evidenceFor("size").code, path: "ROOT", message, rule: "size" };
}

/**
 * Checks the number of objects with a tag (texts included) and of tables, each in the language that has the
 * most (feishu-contract 3.0, 11).
 */
export function checkCounts(card: JsonObject, at: Where): void {
  const { reading } = at.scope;
  const tagged = taggedObjects(card);
  if (tagged.length > reading.mostTagged) refuse(at, "most-elements", "element exceeds the limit");
  if (mostTables(tagged, reading) > reading.mostTables) {
    refuse(at, "most-tables", "card table number over limit");
  }
}

/** The number of tables in the language that has the most. */
function mostTables(tagged: readonly JsonObject[], { countsMarkdownTables }: CardReading): number {
  const components = tagged.filter((object) => object.tag === "table").length;
  if (!countsMarkdownTables) return components;
  const texts = tagged.filter((object) => object.tag === "markdown");
  const translated = texts.some((text) => isObject(text.i18n_content));
  const perLanguage = (translated ? [undefined, ...locales] : [undefined]).map((locale) =>
    texts.reduce((sum, text) => sum + countTables(contentIn(text, locale)), 0),
  );
  return components + Math.max(...perLanguage);
}

function contentIn(text: JsonObject, locale: string | undefined): string {
  const translations = isObject(text.i18n_content) ? text.i18n_content : {};
  const translated = locale !== undefined && isLocale(locale) ? translations[locale] : undefined;
  const content = translated ?? text.content;
  return typeof content === "string" ? content : "";
}
