import { type Suggestion, suggestCard } from "../../../cards/ask/suggest.ts";
import type { Card } from "../../../cards/card.ts";
import { query } from "../../../cards/query.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, quarterAt } from "../../domain/calendar/period.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { understand } from "../../domain/question/understand.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";

/**
 * Possible meanings of a message that was not understood, one button each. Only what has an answer is offered: no
 * ranking that is not published, no report of a quarter that is not open.
 */
export async function suggestIn(deps: Deps, asker: Asker, phrases: string[], typed: string): Promise<Card> {
  const row = await latestPeriod(deps.db);
  const period = row?.id ?? quarterAt(deps.clock.now());
  const meant = phrases.map((phrase) => understand(phrase, deps.programme, { period }));
  const found = await Promise.all(meant.map((intent) => answerable(deps, asker, intent, row?.id ?? null)));
  // Two phrases may mean the same; one button is enough.
  const once = [...new Map(found.flat().map((one) => [JSON.stringify(one), one])).values()];
  const { locale } = asker.person;
  return suggestCard({ programme: deps.programme, text: typed, suggestions: once, locale });
}

/** What asks an intent again by a button; none if it has no answer for this person now. `open`: the newest quarter. */
async function answerable(
  deps: Deps,
  asker: Asker,
  meant: Intent,
  open: PeriodId | null,
): Promise<Suggestion[]> {
  switch (meant.kind) {
    case "status":
      return open ? [query.status(meant.town.slug)] : [];
    case "ranking": {
      const published = await (meant.period
        ? findPublication(deps.db, meant.period)
        : latestPublication(deps.db));
      return published ? [query.ranking(published.period)] : [];
    }
    case "explain":
      return meant.town && (await latestPublication(deps.db)) ? [query.explain(meant.town.slug)] : [];
    case "missing":
      return open && visibleTowns(deps, asker).size > 0 ? [query.missing(open)] : [];
    case "my_form":
      return open && (await hasForm(deps, asker, open)) ? [query.myForm()] : [];
    case "help":
      return [query.help()];
    default:
      return [];
  }
}

/** Whether 我的填报 has something to show: a town's report, or for others the reports they may look into. */
async function hasForm(deps: Deps, asker: Asker, period: PeriodId): Promise<boolean> {
  const { person, chat } = asker;
  if (chat !== null) return false;
  if (person.role === "town_official") return (await findReport(deps.db, period, person.area)) !== null;
  return visibleTowns(deps, asker).size > 0;
}
