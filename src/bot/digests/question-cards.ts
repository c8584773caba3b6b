import { askedCard, type QuestionView, townQuestionCard } from "../../../cards/digest/question.ts";
import { townName } from "../../../cards/names.ts";
import { questionText } from "../../../cards/text/question.ts";
import { cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Role } from "../../domain/people.ts";
import { townBySlug } from "../../domain/programme.ts";
import { questionAge, type TrackedQuestion } from "../../domain/tracked-question.ts";
import { cityOffice, personOf, townOfficials } from "../roster/people.ts";
import { enqueueCard, enqueueUpdate } from "../sending/enqueue-message.ts";
import { subjectWords } from "./question-subject.ts";

/** What the cards of a question are drawn from. */
export async function questionView(
  deps: Deps,
  question: TrackedQuestion,
  locale: Locale,
): Promise<QuestionView> {
  const town = townBySlug(deps.programme, question.town);
  if (!town) throw new Error(`no town ${question.town} in the pack`);
  const { title } = await subjectWords(deps, question.about);
  return {
    programme: deps.programme,
    town,
    question,
    title,
    age: questionAge(question, deps.clock.now()),
    asker: (await personOf(deps, question.askedBy))?.role ?? null,
    locale,
  };
}

/** The question to each of the town's officials, in working hours. */
export async function toTown(deps: Deps, question: TrackedQuestion, asker: Role): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const stands = { kind: "question", subject: question.id };
  return Promise.all(
    (await townOfficials(deps, question.town)).map(async ({ openId, locale }) => {
      const view = await questionView(deps, question, locale);
      const fallback = questionText(locale).fallbackTown(question.text);
      const card = townQuestionCard({ ...view, asker });
      return enqueueCard({ openId, quiet: true }, card, `question ${question.id}`, fallback, now, stands);
    }),
  );
}

/**
 * The answer to whoever asked, or to the city office when they are no longer there; and the question's other cards, which
 * wait for nothing any more.
 */
export async function tellAnswer(
  deps: Deps,
  question: TrackedQuestion,
  pressedMessageId: string | null,
): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const cause = `answer ${question.id}`;
  const asker = await personOf(deps, question.askedBy);
  const told = await Promise.all(
    (asker ? [asker] : await cityOffice(deps)).map(async ({ openId, locale }) => {
      const view = await questionView(deps, question, locale);
      const fallback = questionText(locale).fallbackAsker(townName(view.town, locale), question.answer ?? "");
      const stands = { kind: "asked", subject: question.id };
      return enqueueCard({ openId, quiet: true }, askedCard(view), cause, fallback, now, stands);
    }),
  );
  const cards = await cardsOf(deps.db, question.id);
  const others = await Promise.all(
    cards
      .filter(({ messageId, view }) => messageId !== pressedMessageId && view !== "text")
      .map(async ({ kind, messageId, openId }) => {
        const reader = await personOf(deps, openId);
        const view = await questionView(deps, question, reader?.locale ?? "zh-CN");
        const face = kind === "question" ? townQuestionCard(view) : askedCard(view);
        return enqueueUpdate(messageId, face, `${cause} face`, now, { kind, subject: question.id });
      }),
  );
  return [...told, ...others];
}
