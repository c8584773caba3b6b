import type { Action } from "../../../cards/action.ts";
import { askedCard, askFormCard } from "../../../cards/digest/question.ts";
import { momentName } from "../../../cards/names.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { questionText } from "../../../cards/text/question.ts";
import { findCard } from "../../../db/cards.ts";
import { Conflict, commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { insertQuestion, questionsAbout } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { type Town, townBySlug } from "../../domain/programme.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";
import { checkQuestion, mayAsk, type TrackedQuestion } from "../../domain/tracked-question.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { answerByCard, showTown } from "./answer-question.ts";
import { sendPreview } from "./preview.ts";
import { questionView, toTown } from "./question-cards.ts";
import { subjectWords } from "./question-subject.ts";

type QuestionAction = Extract<
  Action,
  { kind: "digest" | "ask_form" | "ask" | "answer_question" | "question" }
>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };
/** What a question is about, and the one about it that waits for an answer, if any. */
type Matter = { town: Town; about: string; open: TrackedQuestion | null; asked: number };

/** The view of a card someone is writing on: it is not replaced. */
const TYPING = "form question";

/** A press on a digest, on the form of a question, or on the question a town was sent. */
export async function handleQuestion(asked: Asked, action: QuestionAction): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  if (action.kind === "answer_question") return answerByCard(deps, event, person, action.id);
  if (action.kind === "question") return showTown(deps, event, person, action.id);
  if (!mayAsk(person)) return toast("warning", questionText(person.locale).refused.not_yours);
  if (action.kind === "digest") return sendPreview(deps, event, person);
  const town = townBySlug(deps.programme, action.town);
  if (!town) return toast("info", noticeText[person.locale].gone);
  const earlier = await questionsAbout(deps.db, town.slug, action.about);
  const open = earlier.find(({ answer }) => answer === null) ?? null;
  const matter = { town, about: action.about, open, asked: earlier.length };
  if (open) return showOpen(asked, open, toast("info", questionText(person.locale).already));
  return action.kind === "ask" ? ask(asked, matter) : showForm(asked, matter);
}

async function showForm(
  { deps, event, person }: Asked,
  { town, about }: Matter,
  again?: { typed: string; problem: string },
): Promise<CardAnswer> {
  const { locale } = person;
  const words = await subjectWords(deps, about);
  const card = askFormCard({ programme: deps.programme, town, about, ...words, ...again, locale });
  // Where the answer is asked from a group, the group is remembered in what the form stands for.
  const known = await findCard(deps.db, event.callback.messageId);
  const from = known?.openId === "" ? known.chatId : "";
  const say = again ? { say: toast("warning", again.problem) } : {};
  const subject = known?.kind === "ask" ? known.subject : from;
  return showPrivately(deps, event, person, {
    card,
    view: TYPING,
    stands: { kind: "ask", subject },
    ...say,
  });
}

async function ask(asked: Asked, matter: Matter): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = questionText(person.locale);
  const typed = rawInputs(event.callback.action.formValue).question ?? "";
  const refused = checkQuestion(person, typed);
  if (refused) return showForm(asked, matter, { typed, problem: text.refused[refused] });
  const now = deps.clock.now();
  const { town, about } = matter;
  const form = await findCard(deps.db, event.callback.messageId);
  const question: TrackedQuestion = {
    // Two who ask the same at once make the same id, and one of them is told of the other's question.
    id: causeId(`question ${town.slug} ${about} ${matter.asked}`).slice(0, 16),
    town: town.slug,
    about,
    text: typed.trim(),
    askedBy: person.openId,
    askedAt: now,
    chat: form?.kind === "ask" ? form.subject : "",
    answer: null,
    answeredBy: null,
    answeredAt: null,
  };
  const outbox = await toTown(deps, question);
  if (outbox.length === 0) return showForm(asked, matter, { typed, problem: text.refused.nobody });
  const audit = {
    actor: person.openId,
    kind: "question.ask",
    subject: town.slug,
    detail: { id: question.id },
  };
  try {
    await commit(
      deps.db,
      {
        audit,
        inbox: [`event:${event.eventId}`],
        writes: [insertQuestion(deps.db, question)],
        outbox,
        touched: [`question ${question.id}`],
      },
      now,
    );
  } catch (error) {
    if (!(error instanceof Conflict) || error.table !== "tracked_question") throw error;
    const [first = question] = await questionsAbout(deps.db, town.slug, about);
    return showOpen(asked, first, toast("info", text.already));
  }
  const at = quietUntil(now);
  const said = at > now ? text.sentLater(momentName(at, person.locale)) : text.sent;
  return showOpen(asked, question, toast("success", said));
}

async function showOpen(
  { deps, event, person }: Asked,
  question: TrackedQuestion,
  say: CardAnswer,
): Promise<CardAnswer> {
  const card = askedCard(await questionView(deps, question, person.locale));
  const stands = { kind: "asked", subject: question.id } as const;
  const shown = { card, view: "overview", stands };
  const known = await findCard(deps.db, event.callback.messageId);
  // A form of one's own becomes the receipt; a digest stays what it is for everyone else.
  if (known?.kind === "ask") return showCard(deps, event, person, { ...shown, say });
  return showPrivately(deps, event, person, { ...shown, say });
}
