import { townQuestionCard } from "../../../cards/digest/question.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { questionText } from "../../../cards/text/question.ts";
import type { CardMessage } from "../../../db/cards.ts";
import type { OutboxRow, Write } from "../../../db/commit.ts";
import { commit } from "../../../db/commit.ts";
import { answerQuestion, findQuestion } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { checkTownAnswer, type TrackedQuestion } from "../../domain/tracked-question.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { questionView, tellAnswer } from "./question-cards.ts";

/** The view of a card an answer is written on: it is not replaced. */
const ANSWERING = "form answer";

/** A town's answer typed into the card it was sent. */
export async function answerByCard(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  id: string,
): Promise<CardAnswer> {
  const question = await findQuestion(deps.db, id);
  if (!question) return toast("info", noticeText[person.locale].gone);
  const text = questionText(person.locale);
  const typed = rawInputs(event.callback.action.formValue).answer ?? "";
  const refused = checkTownAnswer(question, person, typed);
  if (refused === "not_yours") return toast("warning", text.refused.not_yours);
  const view = await questionView(deps, question, person.locale);
  const stands = { kind: "question", subject: id } as const;
  if (refused === "answered") {
    const say = toast("warning", text.refused[refused]);
    return showCard(deps, event, person, { card: townQuestionCard(view), view: "overview", stands, say });
  }
  if (refused) {
    const problem = text.refused[refused];
    const card = townQuestionCard({ ...view, form: { typed, problem } });
    return showCard(deps, event, person, { card, view: ANSWERING, stands, say: toast("warning", problem) });
  }
  const given = givenBy(deps, person, typed);
  const answered = { ...question, ...given };
  const { audit, writes, key } = answering(deps, answered, given);
  await commit(
    deps.db,
    {
      audit,
      inbox: [`event:${event.eventId}`, key],
      writes,
      outbox: await tellAnswer(deps, answered),
      touched: [`question ${id}`],
      pressed: event.callback.messageId,
    },
    given.answeredAt,
  );
  const card = townQuestionCard({ ...view, question: answered });
  return showCard(deps, event, person, {
    card,
    view: "overview",
    stands,
    say: toast("success", text.thanks),
  });
}

/** The question with a box for the answer, for an official of the town it was put to, from wherever it was pressed. */
export async function showTown(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  id: string,
): Promise<CardAnswer> {
  const question = await findQuestion(deps.db, id);
  if (!question) return toast("info", noticeText[person.locale].gone);
  if (person.role !== "town_official" || person.area !== question.town)
    return toast("warning", questionText(person.locale).refused.not_yours);
  const view = await questionView(deps, question, person.locale);
  const stands = { kind: "question", subject: id } as const;
  const card = townQuestionCard({ ...view, form: {} });
  return showCard(deps, event, person, {
    card,
    view: question.answer === null ? ANSWERING : "overview",
    stands,
  });
}

/** A town's answer in words that quote the card it was sent: what to write, and what to say to it; null for anything else. */
export async function answerByReply(
  deps: Deps,
  person: Person,
  quoted: CardMessage | null,
  typed: string,
): Promise<{ said: string; outbox: OutboxRow[]; writes: Write[]; touched: string[] } | null> {
  if (quoted?.kind !== "question") return null;
  const question = await findQuestion(deps.db, quoted.subject);
  if (!question) return null;
  const text = questionText(person.locale);
  const refused = checkTownAnswer(question, person, typed);
  if (refused) return { said: text.refused[refused], outbox: [], writes: [], touched: [] };
  const given = givenBy(deps, person, typed);
  const answered = { ...question, ...given };
  const { writes } = answering(deps, answered, given);
  const outbox = await tellAnswer(deps, answered);
  return { said: text.thanks, outbox, writes, touched: [`question ${question.id}`] };
}

type Given = { answer: string; answeredBy: string; answeredAt: number };

function givenBy(deps: Deps, person: Person, typed: string): Given {
  return { answer: typed.trim(), answeredBy: person.openId, answeredAt: deps.clock.now() };
}

/** The key makes a question be answered once, whoever of the town's officials is first. */
function answering(deps: Deps, question: TrackedQuestion, given: Given) {
  return {
    audit: {
      actor: given.answeredBy,
      kind: "question.answer",
      subject: question.town,
      detail: { id: question.id },
    },
    writes: [answerQuestion(deps.db, question.id, given)],
    key: `answered:${question.id}`,
  };
}
