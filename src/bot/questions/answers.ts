import { statusCard } from "../../../cards/ask/status.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import type { Card } from "../../../cards/card.ts";
import { asOf } from "../../../cards/living/living.ts";
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
import { answerBegin } from "./begin-answer.ts";
import { answerDeadline } from "./deadline-answer.ts";
import { doubtAction } from "./doubt-action.ts";
import { answerCompare, answerRanking, answerWhy } from "./explain-answers.ts";
import { answerFigure } from "./figure-answer.ts";
import { answerFunds } from "./funds-answer.ts";
import { helpFor } from "./help-answers.ts";
import { answerMeeting } from "./meeting-answer.ts";
import { answerMissing, answerMyForm } from "./missing-answer.ts";
import { answerMyDay } from "./my-day-answer.ts";
import { notPublished } from "./not-published.ts";
import { answerPeople } from "./people-answer.ts";
import { answerPhotos } from "./photos-answer.ts";
import { answerCalendar, answerNotCollected, answerThanks } from "./plain-answers.ts";
import { answerRecords } from "./records-answer.ts";
import { answerSought } from "./sought-answer.ts";
import { statusOf } from "./status.ts";
import { suggestIn } from "./suggest.ts";
import { answerMending, answerVisits } from "./visits-answer.ts";
import { answerWhatIf } from "./what-if-answer.ts";
import { answerOverview, answerPlace, answerScheme, answerWaiting } from "./whole-answers.ts";

type Kind = Intent["kind"];
/** What was asked, by whom, as understood (`intent`) and as typed. */
export type QuestionOf<K extends Kind> = {
  deps: Deps;
  asker: Asker;
  intent: Extract<Intent, { kind: K }>;
  typed: string;
};
type Answer<K extends Kind> = (question: QuestionOf<K>) => Promise<Reply> | Reply;

/** The answer to each kind of question, within what its asker may see; a new kind is one line here. */
export const ANSWERS: { [K in Kind]: Answer<K> } = {
  status: ({ deps, asker, intent }) => status(deps, asker, intent),
  deadline: ({ deps, asker, intent }) => answerDeadline(deps, asker, intent.period),
  overview: ({ deps, asker }) => answerOverview(deps, asker),
  my_day: ({ asker }) => answerMyDay(asker),
  waiting: ({ deps, asker }) => answerWaiting(deps, asker),
  scheme: ({ deps, asker, intent }) => answerScheme(deps, asker, intent.period),
  place: ({ deps, asker, intent }) => answerPlace(deps, asker, intent.towns),
  photos: ({ deps, asker, intent }) => answerPhotos(deps, asker, intent),
  action: ({ deps, asker, intent }) => answerAction(deps, asker, intent),
  people: ({ deps, asker, intent }) => answerPeople(deps, asker, intent.towns),
  figure: ({ deps, asker, intent }) => answerFigure(deps, asker, intent),
  ranking: ({ deps, asker, intent }) =>
    answerRanking(deps, asker.person, { ...intent, forAll: asker.chat !== null }),
  explain: ({ deps, asker, intent }) => answerWhy(deps, asker.person, intent),
  compare: ({ deps, asker, intent }) => answerCompare(deps, asker.person, intent),
  what_if: ({ deps, asker, intent }) => answerWhatIf(deps, asker, intent),
  annual: ({ deps, asker, intent }) => answerYear(deps, asker, intent.year),
  plan: ({ deps, asker, intent }) => answerPlan(deps, asker, intent),
  stages: ({ deps, asker, intent }) => answerStages(deps, asker, intent),
  awards: ({ deps, asker, intent }) => answerAwards(deps, asker, intent.period),
  book: ({ deps, asker, intent }) => answerBook(deps, asker, intent),
  records: ({ deps, asker, intent }) => answerRecords(deps, asker, intent),
  begin: ({ deps, asker, intent, typed }) => answerBegin(deps, asker, intent, typed),
  funds: ({ deps, asker, intent }) => answerFunds(deps, asker, intent),
  sought: ({ deps, asker, intent }) => answerSought(deps, asker, intent),
  missing: ({ deps, asker, intent }) => answerMissing(deps, asker, intent.period),
  calendar: ({ deps, asker, intent }) => answerCalendar(deps, asker, intent.day),
  meeting: ({ deps, asker, intent }) => answerMeeting(deps, asker, intent.on),
  visits: ({ deps, asker, intent }) => answerVisits(deps, asker, intent),
  mending: ({ deps, asker, intent }) => answerMending(deps, asker, intent),
  not_collected: ({ deps, asker, intent }) => answerNotCollected(deps, asker, intent),
  thanks: ({ asker }) => answerThanks(asker),
  my_form: ({ deps, asker }) => answerMyForm(deps, asker),
  tasks: ({ deps, asker, intent }) => answerList(deps, asker, intent),
  help: async ({ deps, asker }) => plain(await helpFor(deps, asker.person), "help"),
  urgent: ({ deps, asker, intent }) => answerUrgent(deps, asker, intent.towns),
  which: ({ deps, asker, intent }) =>
    plain(
      whichTownCard({
        programme: deps.programme,
        options: intent.options,
        about: doubtAction(intent),
        locale: asker.person.locale,
      }),
      "which",
    ),
  unknown: async ({ deps, asker, intent, typed }) =>
    plain(await suggestIn(deps, asker, intent.parts, typed), "suggest"),
};

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
