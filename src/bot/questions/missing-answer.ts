import { type MissingRow, MOST_NAMED, missingCard } from "../../../cards/ask/missing.ts";
import { asOf } from "../../../cards/living/living.ts";
import { periodName } from "../../../cards/names.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { findPeriod, latestPeriod } from "../../../db/periods.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, previousPeriod, quarterAt } from "../../domain/calendar/period.ts";
import { isRanked } from "../../domain/quarter/supplement.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { reportId } from "../../domain/report/report.ts";
import { progressOf, progressSubject, townStates } from "../quarter/progress.ts";
import { waitingReview } from "../report/waiting-review.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { awayTowns, programmeIn } from "../stages/still-in.ts";
import { notPublished } from "./not-published.ts";

/** "谁还没报": of the running quarter, or of an earlier one that was opened. */
export async function answerMissing(deps: Deps, asker: Asker, named?: PeriodId): Promise<Reply> {
  const { person, chat } = asker;
  const row = named ? await findPeriod(deps.db, named) : await latestPeriod(deps.db);
  if (named && !row) return notPublished(deps, person.locale, named);
  const toOpen = !named && person.role === "city_office" && chat === null ? await quarterToOpen(deps) : null;
  if (toOpen) return { living: { kind: "progress", subject: progressSubject(toOpen) } };
  if (!row) return { text: replyText(person.locale).noOpenPeriod() };
  if (person.role === "city_office" && chat === null)
    return { living: { kind: "progress", subject: progressSubject(row.id) } };
  const visible = visibleTowns(deps, asker);
  const rows = await missingRows(deps, row.id, visible);
  if (rows.length === 0) {
    const { locale } = person;
    return { text: visible.size > 0 ? replyText(locale).allAway() : noticeText[locale].notForYou };
  }
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

/** The state of every town the asker may see, and of the drafts the card names how far they have come. */
async function missingRows(
  deps: Deps,
  period: PeriodId,
  visible: ReadonlySet<string>,
): Promise<MissingRow[]> {
  const { towns: asked } = await programmeIn(deps, period);
  const towns = asked.filter(({ slug }) => visible.has(slug));
  const states = await townStates(deps, period, towns);
  const drafts = states.filter(({ state }) => state === "draft").slice(0, MOST_NAMED);
  const rows = await progressOf(
    deps,
    period,
    drafts.map(({ town }) => town),
  );
  const known = new Map(rows.map((one) => [one.town, one]));
  return states.map((one) => known.get(one.town) ?? one);
}

/** The quarter that has ended and is not opened yet, if any. */
async function quarterToOpen(deps: Deps): Promise<PeriodId | null> {
  const ended = previousPeriod(quarterAt(deps.clock.now()));
  return (await findPeriod(deps.db, ended)) ? null : ended;
}

/**
 * The official's report where they left it, or while objections may be raised the score of one that is done and ranked;
 * reviewers and the office get what waits for them.
 */
export async function answerMyForm(deps: Deps, asker: Asker): Promise<Reply> {
  const { person } = asker;
  const text = noticeText[person.locale];
  if (asker.chat !== null) return { text: text.inPrivate };
  const row = await latestPeriod(deps.db);
  if (person.role !== "town_official")
    return (row && (await waitingReview(deps, person, row.id))) ?? answerMissing(deps, asker);
  const report = row && (await findReport(deps.db, row.id, person.area));
  const words = replyText(person.locale);
  const away = (await awayTowns(deps)).get(person.area);
  if (away && report?.status !== "approved") return { text: words.townAway[away] };
  if (!row) return { text: words.noOpenPeriod() };
  if (!report || Object.keys(report.saved).length === 0) {
    const { towns } = await programmeIn(deps, row.id);
    const asked = report && towns.some(({ slug }) => slug === person.area);
    if (!asked) return { text: words.notAsked(periodName(row.id, person.locale)) };
  }
  const { stage } = timetable(row.id, deps.programme, row, deps.clock.now());
  const isScored = report.status === "approved" && isRanked(report);
  const kind = stage === "provisional" && isScored ? "provisional" : "report";
  return { living: { kind, subject: reportId(row.id, person.area) } };
}
