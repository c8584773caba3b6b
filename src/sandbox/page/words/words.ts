import type { Locale } from "../card/locale-text.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Words = typeof zh;

/** The page's texts in one of its two languages. */
export function wordsIn(locale: Locale): Words {
  return locale === "en_us" ? en : zh;
}
