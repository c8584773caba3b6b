import type { Card } from "../../../cards/card.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { drawRecord } from "../procedures/record-view.ts";
import { drawProgress } from "../quarter/progress.ts";
import { drawTownResult } from "../quarter/town-result.ts";
import { drawMyDay } from "../reminders/my-day.ts";
import { drawReport, drawReview } from "../report/card-for-status.ts";
import type { LivingKind } from "../sending/card-kinds.ts";
import { drawBoard } from "../stages/stages.ts";
import { drawNotice } from "../undelivered/tell-office.ts";
import { drawUrgentNews } from "../urgent/news.ts";

/**
 * Draws one kind of card from the present state, as this reader may see it. `subject`: the record (`2026Q3/qikou`);
 * `view`: what the card shows so far. Null where the record does not concern this reader. Drawn cards have no inputs,
 * because a living card may be replaced at any moment; forms are opened by buttons. `late`: the request is over, so
 * that the card is no longer sent and an existing one says so.
 */
export type Draw = (
  deps: Deps,
  subject: string,
  reader: Person,
  view: string,
) => Promise<{ card: Card; view?: string; late?: boolean } | null>;

/**
 * The drawing function of each living kind. A new kind is a line here and one in `sending/card-kinds.ts`, which names
 * its subjects.
 */
export const drawings: Record<LivingKind, Draw> = {
  report: drawReport,
  review: drawReview,
  progress: drawProgress,
  provisional: drawTownResult,
  line: drawTownResult,
  record: drawRecord,
  my_day: drawMyDay,
  phased_goals: drawBoard,
  urgent_news: drawUrgentNews,
  notice: drawNotice,
};
