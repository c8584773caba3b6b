import type { Card } from "../../../cards/card.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { drawRecord } from "../procedures/record-view.ts";
import { drawProgress } from "../quarter/progress.ts";
import { drawTownResult } from "../quarter/town-result.ts";
import { drawReport, drawReview } from "../report/card-for-status.ts";
import type { LivingKind } from "../sending/card-kinds.ts";
import { drawProposals } from "../tasks/proposals.ts";
import { drawTask } from "../tasks/task-view.ts";
import { drawNotice } from "../undelivered/tell-office.ts";
import { drawUrgentNews } from "../urgent/news.ts";

/**
 * Draws one kind of card from the state now, as this reader may see it: `subject` is the record (`2026Q3/qikou`), `view`
 * what the card shows so far. Null where the record does not concern this reader. What is drawn has nothing to fill in: a
 * living card may be replaced at any moment, so a form is opened by a button on it. `late`: what it asks for is over, so
 * that it is not sent any more, and one that is out says so.
 */
export type Draw = (
  deps: Deps,
  subject: string,
  reader: Person,
  view: string,
) => Promise<{ card: Card; view?: string; late?: boolean } | null>;

/** How each living kind is drawn. A new kind is a line here and one in `sending/card-kinds.ts`, which names its subjects. */
export const drawings: Record<LivingKind, Draw> = {
  report: drawReport,
  review: drawReview,
  progress: drawProgress,
  provisional: drawTownResult,
  line: drawTownResult,
  task: drawTask,
  task_proposals: drawProposals,
  record: drawRecord,
  urgent_news: drawUrgentNews,
  notice: drawNotice,
};
