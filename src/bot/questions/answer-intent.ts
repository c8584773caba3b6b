import { statusCard } from "../../../cards/ask/status.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import { bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { cardWords } from "../../../cards/card-words.ts";
import { asOf } from "../../../cards/living/living.ts";
import { fits } from "../../../cards/size.ts";
import { replyText } from "../../../cards/text/replies.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { answerBook } from "../books/ask-book.ts";
import { answerPlan } from "../plan/show-plan.ts";
import { answerList } from "../procedures/answer-list.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { answerStages } from "../stages/stages.ts";
import { answerUrgent } from "../urgent/answer-urgent.ts";
import { answerAwards } from "../year/awards.ts";
import { answerAction } from "./action-answer.ts";
import { answerYear } from "./annual-answer.ts";
import { answerDeadline } from "./deadline-answer.ts";
import { doubtAction } from "./doubt-action.ts";
import { answerCompare, answerRanking, answerWhy } from "./explain-answers.ts";
import { answerFigure } from "./figure-answer.ts";
import { helpFor } from "./help-answers.ts";
import { answerMeeting } from "./meeting-answer.ts";
import { answerMissing, answerMyForm } from "./missing-answer.ts";
import { answerMyDay } from "./my-day-answer.ts";
import { notPublished } from "./not-published.ts";
import { answerPeople } from "./people-answer.ts";
import { answerPhotos } from "./photos-answer.ts";
import { answerCalendar, answerNotCollected, answerThanks } from "./plain-answers.ts";
import { answerRecords } from "./records-answer.ts";
import { statusOf } from "./status.ts";
import { suggestIn } from "./suggest.ts";
import { answerMending, answerVisits } from "./visits-answer.ts";
import { answerWhatIf } from "./what-if-answer.ts";
import { answerOverview, answerPlace, answerScheme, answerWaiting } from "./whole-answers.ts";

/**
 * An answer, within what the asker and the group they asked in may see. `more`: what the asker gets in private where the
 * one in the group had to leave out what is not published.
 */
export type Answered = { reply: Reply; more: Reply | null };

const MORE_IN_PRIVATE: ReadonlyArray<Intent["kind"]> = ["figure", "status", "photos"];

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

async function answerInOwnLanguage(deps: Deps, asker: Asker, intent: Intent, typed: string): Promise<Reply> {
  const { person } = asker;
  const { programme } = deps;
  const { locale } = person;
  switch (intent.kind) {
    case "status":
      return status(deps, asker, intent);
    case "deadline":
      return answerDeadline(deps, asker, intent.period);
    case "overview":
      return answerOverview(deps, asker);
    case "my_day":
      return answerMyDay(asker);
    case "waiting":
      return answerWaiting(deps, asker);
    case "scheme":
      return answerScheme(deps, asker, intent.period);
    case "place":
      return answerPlace(deps, asker, intent.towns);
    case "photos":
      return answerPhotos(deps, asker, intent);
    case "action":
      return answerAction(deps, asker, intent);
    case "people":
      return answerPeople(deps, asker, intent.towns);
    case "figure":
      return answerFigure(deps, asker, intent);
    case "ranking":
      return answerRanking(deps, person, { ...intent, forAll: asker.chat !== null });
    case "explain":
      return answerWhy(deps, person, intent);
    case "compare":
      return answerCompare(deps, person, intent);
    case "what_if":
      return answerWhatIf(deps, asker, intent);
    case "annual":
      return answerYear(deps, asker, intent.year);
    case "plan":
      return answerPlan(deps, asker, intent);
    case "stages":
      return answerStages(deps, asker, intent);
    case "awards":
      return answerAwards(deps, asker, intent.period);
    case "book":
      return answerBook(deps, asker, intent);
    case "records":
      return answerRecords(deps, asker, intent);
    case "missing":
      return answerMissing(deps, asker, intent.period);
    case "calendar":
      return answerCalendar(deps, asker, intent.day);
    case "meeting":
      return answerMeeting(deps, asker);
    case "visits":
      return answerVisits(deps, asker, intent);
    case "mending":
      return answerMending(deps, asker, intent);
    case "not_collected":
      return answerNotCollected(deps, asker, intent);
    case "thanks":
      return answerThanks(asker);
    case "my_form":
      return answerMyForm(deps, asker);
    case "tasks":
      return answerList(deps, asker, intent);
    case "help":
      return plain(await helpFor(deps, person), "help");
    case "urgent":
      return answerUrgent(deps, asker, intent.towns);
    case "which":
      return plain(
        whichTownCard({ programme, options: intent.options, about: doubtAction(intent), locale }),
        "which",
      );
    case "unknown":
      return plain(await suggestIn(deps, asker, intent.parts, typed), "suggest");
  }
}

async function status(
  deps: Deps,
  asker: Asker,
  { town, period }: { town: Town; period?: PeriodId },
): Promise<Reply> {
  const { locale, role } = asker.person;
  const found = await statusOf(deps, readerOf(deps, asker), town, period);
  if (!found) return period ? notPublished(deps, locale, period) : { text: replyText(locale).noOpenPeriod() };
  const subject = topicSubject({ whom: { towns: [town] }, ...(period ? { period } : {}) });
  const forAll = asker.chat === null ? {} : { forAll: true as const };
  const card = statusCard({ programme: deps.programme, status: found, viewer: role, ...forAll, locale });
  return { card: asOf(card, deps.clock.now(), locale), stands: { kind: "status", subject } };
}

function plain(card: Card, kind: "help" | "which" | "suggest"): Reply {
  return { card, stands: { kind, subject: "" } };
}
