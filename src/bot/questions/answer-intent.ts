import { bilingualOf } from "../../../cards/bilingual.ts";
import { cardWords } from "../../../cards/card-words.ts";
import { fits } from "../../../cards/size.ts";
import type { Deps } from "../../deps.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { ANSWERS, type QuestionOf } from "./answers.ts";

type Kind = Intent["kind"];

/**
 * An answer, within what the asker and the group they asked in may see. `more`: what the asker gets in private where the
 * one in the group had to leave out what is not published.
 */
export type Answered = { reply: Reply; more: Reply | null };

const MORE_IN_PRIVATE: ReadonlyArray<Kind> = ["figure", "status", "photos"];

/** Answers a typed question. */
export async function answerQuestion(
  deps: Deps,
  asker: Asker,
  intent: Intent,
  typed: string,
): Promise<Answered> {
  const own = await answerInOwnLanguage(deps, asker, intent, typed);
  if (asker.chat === null) return { reply: own, more: null };
  const reply = await inBothLanguages(deps, asker, intent, typed, own);
  if (!MORE_IN_PRIVATE.includes(intent.kind)) return { reply, more: null };
  const alone = await answerInOwnLanguage(deps, { ...asker, chat: null }, intent, typed);
  // Charts are drawn otherwise for readers of both languages; what is said is the same or is not.
  return { reply, more: wordsOf(own) === wordsOf(alone) ? null : alone };
}

/** Answers a question that has no private part: one asked in private, or by a button. */
export async function answerIntent(deps: Deps, asker: Asker, intent: Intent, typed: string): Promise<Reply> {
  const own = await answerInOwnLanguage(deps, asker, intent, typed);
  return asker.chat === null ? own : inBothLanguages(deps, asker, intent, typed, own);
}

/** In a group, cards are in both languages as far as their size allows; a line of text is in the asker's. */
async function inBothLanguages(
  deps: Deps,
  { chat, person }: Asker,
  intent: Intent,
  typed: string,
  own: Reply,
): Promise<Reply> {
  if (!("card" in own)) return own;
  const locale = person.locale === "en" ? "zh-CN" : "en";
  const other = await answerInOwnLanguage(deps, { chat, person: { ...person, locale } }, intent, typed);
  if (!("card" in other)) return own;
  const both = locale === "en" ? bilingualOf(own.card, other.card) : bilingualOf(other.card, own.card);
  return both && fits(both) ? { ...own, card: both } : own;
}

function wordsOf(reply: Reply): string {
  return "card" in reply ? cardWords(reply.card) : JSON.stringify(reply);
}

function answerInOwnLanguage(
  deps: Deps,
  asker: Asker,
  intent: Intent,
  typed: string,
): Promise<Reply> | Reply {
  return answer(intent.kind, { deps, asker, intent, typed });
}

function answer<K extends Kind>(kind: K, question: QuestionOf<K>) {
  return ANSWERS[kind](question);
}
