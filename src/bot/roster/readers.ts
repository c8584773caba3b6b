import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { boundChats, type Chat } from "../../../db/chats.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/programme/people.ts";
import { cityOffice, personOf } from "./people.ts";

// Who reads a message: a person in their language, or a group in both.

export type Reader = { to: { openId: string } | { chatId: string }; locale: Locale | "both" };

export function inPrivate({ openId, locale }: Pick<Person, "openId" | "locale">): Reader {
  return { to: { openId }, locale };
}

export function inGroup({ chatId }: Pick<Chat, "chatId">): Reader {
  return { to: { chatId }, locale: "both" };
}

/** A text as this reader gets it. */
export function wordsFor({ locale }: Pick<Reader, "locale">, say: (locale: Locale) => string): string {
  return locale === "both" ? inBothLanguages(say) : say(locale);
}

/** A card as this reader gets it. */
export function cardFor({ locale }: Pick<Reader, "locale">, draw: (locale: Locale) => Card): Card {
  return locale === "both" ? bilingual(draw) : draw(locale);
}

/** The group bound to a purpose, the one bound last where there are several; null where there is none. */
export function groupOf(chats: readonly Chat[], kind: NonNullable<Chat["kind"]>, area = ""): Chat | null {
  const bound = chats.filter((chat) => chat.kind === kind && chat.area === area);
  return bound.sort((a, b) => b.at - a.at)[0] ?? null;
}

/** The groups that read what is published: all but the office's own. */
export async function publicGroups(deps: Deps): Promise<Chat[]> {
  return (await boundChats(deps.db)).filter(({ kind }) => kind !== "office");
}

/**
 * Who is told what anyone of the city office may do: its group, where one is bound, so that it stands there once;
 * otherwise each of the office in private. `except`: need not be told in private.
 */
export async function officeReaders(deps: Deps, except: readonly string[] = []): Promise<Reader[]> {
  const group = groupOf(await boundChats(deps.db), "office");
  if (group) return [inGroup(group)];
  return (await cityOffice(deps)).filter(({ openId }) => !except.includes(openId)).map(inPrivate);
}

/** Who a living card is drawn for: a person, or in the office's group anyone of the office; null for any other id. */
export async function readerOf(deps: Deps, id: string): Promise<{ person: Person; inGroup: boolean } | null> {
  const person = await personOf(deps, id);
  if (person) return { person, inGroup: false };
  const group = groupOf(await boundChats(deps.db), "office");
  return group?.chatId === id ? { person: anyOfOffice(id), inGroup: true } : null;
}

/** The office as a reader of its group; nobody acts as it, because a press comes from a person. */
export function anyOfOffice(chatId: string): Person {
  return { openId: chatId, name: "", role: "city_office", area: "", locale: "zh-CN" };
}
