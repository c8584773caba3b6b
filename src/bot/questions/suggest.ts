import { suggested, type Tap } from "../../../cards/ask/questions.ts";
import { suggestCard } from "../../../cards/ask/suggest.ts";
import type { Card } from "../../../cards/card.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { newestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, quarterAt } from "../../domain/calendar/period.ts";
import type { Intent, Understood } from "../../domain/question/intent.ts";
import { understand } from "../../domain/question/understand.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";

/**
 * Possible meanings of a message that was not understood, one button each. Only what has an answer is offered: no
 * ranking that is not published, no report of a quarter that is not open.
 */
export async function suggestIn(deps: Deps, asker: Asker, parts: Understood, typed: string): Promise<Card> {
  const { programme, questions } = deps;
  const { person } = asker;
  const { period: _, ...anyTime } = parts;
  // Where a quarter that was named has no answer, the newest one may have.
  const taps = [parts, anyTime].flatMap((of) => suggested(questions, of, programme, person.role));
  const row = await latestPeriod(deps.db);
  const found = await Promise.all(
    taps.map(async (tap) => {
      const meant = understand(
        tap.phrase,
        programme,
        { period: row?.id ?? quarterAt(deps.clock.now()), records: wordsOfKits(deps.procedures) },
        questions,
      );
      return (await isAnswerable(deps, asker, meant, row?.id ?? null)) ? [tap] : [];
    }),
  );
  // Of one question about one town a single button is enough.
  const same = ({ action }: Tap) => `${action.about} ${action.other.replace(/\d{4}Q\d/, "")}`;
  const once = found.flat().filter((tap, i, all) => all.findIndex((one) => same(one) === same(tap)) === i);
  return suggestCard({ programme, text: typed, suggestions: once, locale: person.locale });
}

/** Whether a question has an answer for this person now. `open`: the newest quarter. */
async function isAnswerable(
  deps: Deps,
  asker: Asker,
  meant: Intent,
  open: PeriodId | null,
): Promise<boolean> {
  switch (meant.kind) {
    case "status":
      return open !== null;
    case "ranking":
    case "explain":
      return (await newestPublication(deps.db, meant.period)) !== null;
    case "missing":
      return open !== null && visibleTowns(deps, asker).size > 0;
    case "my_form":
      return open !== null && (await hasForm(deps, asker, open));
    default:
      return true;
  }
}

/** Whether 我的填报 has something to show: a town's report, or for others the reports they may look into. */
async function hasForm(deps: Deps, asker: Asker, period: PeriodId): Promise<boolean> {
  const { person, chat } = asker;
  if (chat !== null) return false;
  if (person.role === "town_official") return (await findReport(deps.db, period, person.area)) !== null;
  return visibleTowns(deps, asker).size > 0;
}
