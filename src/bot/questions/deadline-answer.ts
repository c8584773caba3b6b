import { deadlineCard } from "../../../cards/ask/deadline.ts";
import { findPeriod, latestPeriod } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, quarterAt } from "../../domain/calendar/period.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { schemeOf } from "../quarter/scheme.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "什么时候截止": of the quarter named, else of the one being reported. */
export async function answerDeadline(deps: Deps, asker: Asker, named?: PeriodId): Promise<Reply> {
  const { person, chat } = asker;
  const now = deps.clock.now();
  const row = named ? await findPeriod(deps.db, named) : await latestPeriod(deps.db);
  const period = named ?? row?.id ?? quarterAt(now);
  const card = deadlineCard({
    programme: deps.programme,
    quarter: timetable(period, deps.programme, row ?? UNOPENED, now),
    scheme: await schemeOf(deps, period),
    now,
    mine: person.role === "town_official" && chat === null,
    looks: visibleTowns(deps, asker).size > 0,
    locale: person.locale,
  });
  return { card, stands: { kind: "deadline", subject: period } };
}
