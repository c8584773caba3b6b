import { helpCard } from "../../../cards/ask/help.ts";
import { missingCard } from "../../../cards/ask/missing.ts";
import { statusCard } from "../../../cards/ask/status.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import { bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { asOf } from "../../../cards/living/living.ts";
import { fits } from "../../../cards/size.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { findPeriod, latestPeriod } from "../../../db/periods.ts";
import { latestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, previousPeriod, quarterAt } from "../../domain/calendar/period.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { reportId } from "../../domain/report/report.ts";
import { answerPlan } from "../plan/show-plan.ts";
import { answerList } from "../procedures/answer-list.ts";
import { progressRows, progressSubject } from "../quarter/progress.ts";
import { waitingReview } from "../report/waiting-review.ts";
import { type Asker, readerOf, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { answerUrgent } from "../urgent/answer-urgent.ts";
import { answerAnnual } from "../year/annual.ts";
import { answerAwards } from "../year/awards.ts";
import { answerAction } from "./action-answer.ts";
import { answerDeadline } from "./deadline-answer.ts";
import { doubtAction } from "./doubt-action.ts";
import { answerCompare, answerRanking, answerWhy } from "./explain-answers.ts";
import { answerFigure } from "./figure-answer.ts";
import { notPublished } from "./not-published.ts";
import { answerPeople } from "./people-answer.ts";
import { statusOf } from "./status.ts";
import { suggestIn } from "./suggest.ts";
import { answerWhatIf } from "./what-if-answer.ts";
import { answerOverview, answerPhotos, answerPlace, answerScheme, answerWaiting } from "./whole-answers.ts";

/**
 * Answers a question, within what the asker and the group they asked in may see. In a group, cards are in both
 * languages as far as their size allows; a line of text is in the asker's.
 */
export async function answerIntent(deps: Deps, asker: Asker, intent: Intent, typed: string): Promise<Reply> {
  const { person, chat } = asker;
  const own = await answerInOwnLanguage(deps, asker, intent, typed);
  if (chat === null || !("card" in own)) return own;
  const locale = person.locale === "en" ? "zh-CN" : "en";
  const other = await answerInOwnLanguage(deps, { chat, person: { ...person, locale } }, intent, typed);
  if (!("card" in other)) return own;
  const both = locale === "en" ? bilingualOf(own.card, other.card) : bilingualOf(other.card, own.card);
  return both && fits(both) ? { ...own, card: both } : own;
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
      return answerAnnual(deps, asker, intent.year);
    case "plan":
      return answerPlan(deps, asker, intent);
    case "awards":
      return answerAwards(deps, asker, intent.period);
    case "missing":
      return missing(deps, asker);
    case "my_form":
      return myForm(deps, asker);
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
      return plain(await suggestIn(deps, asker, intent.suggestions, typed), "suggest");
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

async function missing(deps: Deps, asker: Asker): Promise<Reply> {
  const { person, chat } = asker;
  const row = await latestPeriod(deps.db);
  const toOpen = person.role === "city_office" && chat === null ? await quarterToOpen(deps) : null;
  if (toOpen) return { living: { kind: "progress", subject: progressSubject(toOpen) } };
  if (!row) return { text: replyText(person.locale).noOpenPeriod() };
  if (person.role === "city_office" && chat === null)
    return { living: { kind: "progress", subject: progressSubject(row.id) } };
  const visible = visibleTowns(deps, asker);
  const rows = (await progressRows(deps, row.id)).filter((r) => visible.has(r.town.slug));
  if (rows.length === 0) return { text: noticeText[person.locale].notForYou };
  const now = deps.clock.now();
  const quarter = timetable(row.id, deps.programme, row, now);
  const card = missingCard({
    programme: deps.programme,
    period: row.id,
    quarter,
    rows,
    locale: person.locale,
  });
  return { card: asOf(card, now, person.locale), stands: { kind: "missing", subject: row.id } };
}

/** The quarter that has ended and is not opened yet, if any. */
async function quarterToOpen(deps: Deps): Promise<PeriodId | null> {
  const ended = previousPeriod(quarterAt(deps.clock.now()));
  return (await findPeriod(deps.db, ended)) ? null : ended;
}

/**
 * The official's report where they left it, or while objections may be raised the score of one that is done; reviewers and
 * the office get what waits for them.
 */
async function myForm(deps: Deps, asker: Asker): Promise<Reply> {
  const { person } = asker;
  const text = noticeText[person.locale];
  if (asker.chat !== null) return { text: text.inPrivate };
  const row = await latestPeriod(deps.db);
  if (person.role !== "town_official")
    return (row && (await waitingReview(deps, person, row.id))) ?? missing(deps, asker);
  const report = row && (await findReport(deps.db, row.id, person.area));
  if (!row || !report) return { text: replyText(person.locale).noOpenPeriod() };
  const { stage } = timetable(row.id, deps.programme, row, deps.clock.now());
  const kind = stage === "provisional" && report.status === "approved" ? "provisional" : "report";
  return { living: { kind, subject: reportId(row.id, person.area) } };
}

/** What this person can ask, with examples from their own town. */
export async function helpFor(deps: Deps, person: Person): Promise<Card> {
  const [row, publication] = await Promise.all([latestPeriod(deps.db), latestPublication(deps.db)]);
  const town = townsOf(person, deps.programme)[0];
  return helpCard({
    role: person.role,
    programme: deps.programme,
    period: row?.id ?? quarterAt(deps.clock.now()),
    published: publication?.period ?? null,
    ...(town ? { town } : {}),
    locale: person.locale,
  });
}

function plain(card: Card, kind: "help" | "which" | "suggest"): Reply {
  return { card, stands: { kind, subject: "" } };
}
