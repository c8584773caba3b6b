import { notPublishedCard } from "../../../cards/ask/not-published.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { findPeriod, latestPeriod } from "../../../db/periods.ts";
import { publishedPeriods } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** The answer about a quarter without a published result: its stage, and the quarters that have one. */
export async function notPublished(deps: Deps, locale: Locale, period?: PeriodId): Promise<Reply> {
  const published = await publishedPeriods(deps.db);
  if (!period || published.length === 0) return { text: replyText(locale).nothingPublished() };
  const [row, latest] = await Promise.all([findPeriod(deps.db, period), latestPeriod(deps.db)]);
  const { programme } = deps;
  const card = notPublishedCard({
    programme,
    period,
    quarter: timetable(period, programme, row ?? UNOPENED, deps.clock.now()),
    reported: row !== null || latest === null || period > latest.id,
    published: published.toReversed(),
    locale,
  });
  return { card, stands: { kind: "ranking", subject: `unpublished ${period}` } };
}
