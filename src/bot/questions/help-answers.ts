import { helpCard } from "../../../cards/ask/help.ts";
import type { Card } from "../../../cards/card.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";

/** What this person can ask, with examples from their own town; the first time also what comes by itself. */
export async function helpFor(
  deps: Deps,
  person: Person,
  { first = false }: { first?: boolean } = {},
): Promise<Card> {
  const [row, publication] = await Promise.all([latestPeriod(deps.db), latestPublication(deps.db)]);
  const town = townsOf(person, deps.programme)[0];
  return helpCard({
    role: person.role,
    programme: deps.programme,
    questions: deps.questions,
    period: publication?.period ?? row?.id ?? quarterAt(deps.clock.now()),
    ...(town ? { town } : {}),
    ...(first ? { greets: person.deputy ? ("deputy" as const) : ("holder" as const) } : {}),
    locale: person.locale,
  });
}
