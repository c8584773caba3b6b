import type { ActionOf } from "../../../cards/action.ts";
import { exampleNames } from "../../../cards/ask/questions.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { readFigure } from "../../domain/question/figures.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { askerIn } from "../roster/asker.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueReply, type Reply } from "../sending/enqueue-message.ts";
import type { Press } from "../sending/press.ts";
import { placeOf } from "../sending/press-place.ts";
import { answerIntent } from "./answer-intent.ts";
import { understandNow } from "./context.ts";
import { answerFullTable } from "./explain-answers.ts";
import { readGoal } from "./goal-text.ts";
import { requestOffice } from "./request-office.ts";

/** What goes to the presser alone, wherever it was pressed. */
const ALONE: readonly string[] = ["table", "picture"];
const VALUE = { kind: "value" } as const;
const TREND = { kind: "trend" } as const;

type Asked = ActionOf<"query">;

/**
 * Answers a question asked by a button as if it had been typed: with a new message, so that the pressed card stays. In a
 * group everyone reads the answer, except a full table or its picture, which goes to the presser alone.
 */
export async function answerPressed(press: Press, action: Asked): Promise<CardAnswer> {
  const { deps, event, person } = press;
  const text = noticeText[person.locale];
  if (action.what === "request")
    return (await requestOffice(press, action.about)) ?? toast("info", text.gone);
  const place = await placeOf(deps, event, "");
  const inGroup = place.openId === "" && !ALONE.includes(action.what);
  const reply = await answerTo(press, action, quarterIn(place.known?.subject ?? ""), inGroup);
  if (!reply) return toast("info", text.gone);
  const to = inGroup ? { chatId: event.callback.chatId } : { openId: person.openId };
  const now = deps.clock.now();
  const cause = `press ${event.eventId}`;
  const said = enqueueReply(to, reply, cause, text.cardFallback, now);
  const audit = { actor: person.openId, kind: `press.${action.what}`, subject: event.callback.messageId };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`], outbox: [said] }, now);
  return toast("info", ALONE.includes(action.what) ? text.inPrivateChat : text.answering);
}

/** `shown`: the quarter of the pressed card. Null where the button asks for something that is not there. */
async function answerTo(
  { deps, event, person }: Press,
  action: Asked,
  shown: PeriodId | null,
  inGroup: boolean,
): Promise<Reply | null> {
  if (action.what === "table") {
    const period = parsePeriod(action.about);
    return period && answerFullTable(deps, person, { period, page: Number(action.other) || 1 });
  }
  const intent =
    action.what === "ask" ? await exampleAsked(deps, person, action) : intentOf(deps, action, shown);
  if (!intent) return null;
  return answerIntent(deps, await askerIn(deps, person, event.callback.chatId, inGroup), intent, "");
}

/** A kind's example, as if this person had typed it. */
async function exampleAsked(deps: Deps, person: Person, { about, other }: Asked): Promise<Intent | null> {
  const question = deps.questions.find(({ id }) => id === about);
  const town = townBySlug(deps.programme, other.split(" ")[0] ?? "");
  const period = quarterIn(other);
  const names = { ...(town ? { town } : {}), ...(period ? { period } : {}) };
  const said = question?.words[person.locale].say(exampleNames(deps.programme, person.locale, names));
  return said === undefined ? null : understandNow(deps, person, said);
}

/** The quarter of a card, from its subject; null when it has none. */
function quarterIn(subject: string): PeriodId | null {
  return parsePeriod(/\d{4}Q[1-4]/.exec(subject)?.[0] ?? "");
}

/** `shown`: the quarter of the pressed card. */
function intentOf(deps: Deps, action: Asked, shown: PeriodId | null): Intent | null {
  const { programme } = deps;
  const when = shown ? { period: shown } : {};
  const town = townBySlug(programme, action.about);
  const asks = action.about.split(" ");
  const named = quarterIn(action.other);
  const asked = named ? { period: named } : {};
  switch (action.what) {
    case "status":
      return town ? { kind: "status", town, ...asked } : null;
    case "photos": {
      const page = Number(action.other.split(" ")[1]);
      return town ? { kind: "photos", town, page, ...asked } : null;
    }
    case "figure": {
      const figure = readFigure(action.other.split(" ")[0] ?? "", programme);
      const how = action.other.split(" ").includes("trend") ? TREND : VALUE;
      return town && figure ? { kind: "figure", figure, whom: { towns: [town] }, how, ...asked } : null;
    }
    case "explain":
      return town ? { kind: "explain", town, ...when, ...asked } : null;
    case "compare": {
      const other = townBySlug(programme, action.other);
      return town && other ? { kind: "compare", towns: [town, other], ...when } : null;
    }
    case "what_if": {
      const aim = readGoal(action.other, programme);
      return town && aim ? { kind: "what_if", town, aim, ...when } : null;
    }
    case "ranking": {
      const period = parsePeriod(action.about);
      return period ? { kind: "ranking", period } : null;
    }
    case "picture": {
      const period = parsePeriod(action.about);
      return period ? { kind: "book", book: "quarter", picture: true, period } : null;
    }
    case "urgent":
      return { kind: "urgent", towns: programme.towns.filter(({ slug }) => asks.includes(slug)) };
    case "missing":
    case "my_form":
    case "help":
      return { kind: action.what };
    default:
      return null;
  }
}
