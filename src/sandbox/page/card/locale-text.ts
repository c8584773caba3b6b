import { isJson, type Json, stringsAt } from "./json.ts";

export type Locale = "zh_cn" | "en_us";

function fromTable(table: unknown, locale: Locale): unknown {
  if (!isJson(table)) return undefined;
  return table[locale] ?? table.en_us ?? Object.values(table)[0];
}

/**
 * The value of `key` in the reader's language, from `i18n_<key>`; the plain `key` if the card has no
 * translations for it (feishu-contract 3.1, i18n).
 */
export function localValue(node: Json | undefined, key: string, locale: Locale): unknown {
  if (!node) return undefined;
  const table = node[`i18n_${key}`];
  const exact = isJson(table) ? table[locale] : undefined;
  return exact ?? node[key] ?? fromTable(table, locale);
}

/** The text of a text object such as `{tag: "plain_text", content, i18n_content}`; empty if absent. */
export function localText(node: unknown, locale: Locale): string {
  if (typeof node === "string") return node;
  if (!isJson(node)) return "";
  const value = localValue(node, "content", locale);
  return typeof value === "string" ? value : "";
}

/** The language of a card: the reader's, unless `config.locales` excludes it. */
export function cardLocale(config: Json | undefined, reader: Locale): Locale {
  const allowed = stringsAt(config, "locales");
  if (allowed.length === 0 || allowed.includes(reader)) return reader;
  if (allowed.includes("en_us")) return "en_us";
  return allowed.includes("zh_cn") ? "zh_cn" : reader;
}
