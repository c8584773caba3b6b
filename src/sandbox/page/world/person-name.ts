import type { SandboxPerson } from "../../protocol.ts";
import type { Locale } from "../card/locale-text.ts";

/** The text under a person's name, in the reader's language. */
export function personTitle(person: SandboxPerson, locale: Locale): string {
  return locale === "en_us" && person.title_en ? person.title_en : person.title;
}

/** A person's name in the reader's language. */
export function personName(person: SandboxPerson, locale: Locale): string {
  return locale === "en_us" && person.en_name ? person.en_name : person.name;
}
