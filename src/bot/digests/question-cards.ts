import type { Card } from "../../../cards/card.ts";
import { askedCard, type QuestionView, townQuestionCard } from "../../../cards/digest/question.ts";
import { townName } from "../../../cards/names.ts";
import { questionText } from "../../../cards/text/question.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { findQuestion } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/people.ts";
import { townBySlug } from "../../domain/programme.ts";
import { mayAsk, questionAge, type TrackedQuestion } from "../../domain/tracked-question.ts";
import { cityOffice, personOf, townOfficials } from "../roster/people.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
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
export async function toTown(deps: Deps, question: TrackedQuestion): Promise<OutboxRow[]> {
  const card = { kind: "question", subject: question.id } as const;
  return (await townOfficials(deps, question.town)).map(({ openId, locale }) => {
    const fallback = questionText(locale).fallbackTown(question.text);
    return enqueueLiving(
      { openId, quiet: true },
      card,
      `question ${question.id}`,
      fallback,
      deps.clock.now(),
    );
  });
}

/** The answer to whoever asked, or to the city office when they are no longer there. */
export async function tellAnswer(deps: Deps, question: TrackedQuestion): Promise<OutboxRow[]> {
  const asker = await personOf(deps, question.askedBy);
  const town = townBySlug(deps.programme, question.town);
  return (asker ? [asker] : await cityOffice(deps)).map(({ openId, locale }) => {
    const name = town ? townName(town, locale) : question.town;
    const fallback = questionText(locale).fallbackAsker(name, question.answer ?? "");
    const card = { kind: "asked", subject: question.id } as const;
    return enqueueLiving({ openId, quiet: true }, card, `answer ${question.id}`, fallback, deps.clock.now());
  });
}

/** A question's card for the town it was put to. */
export async function drawQuestion(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const question = await findQuestion(deps.db, id);
  if (!question || reader.role !== "town_official" || reader.area !== question.town) return null;
  return { card: townQuestionCard(await questionView(deps, question, reader.locale)) };
}

/** A question's card for those who may ask. */
export async function drawAsked(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const question = await findQuestion(deps.db, id);
  if (!question || !mayAsk(reader)) return null;
  return { card: askedCard(await questionView(deps, question, reader.locale)) };
}
