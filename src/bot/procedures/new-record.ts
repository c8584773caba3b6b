import type { Card } from "../../../cards/card.ts";
import { type Again, newRecordCard } from "../../../cards/record/form.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { type At, hasButton, type Procedure } from "../../domain/procedure/definition.ts";
import type { Origin } from "../../domain/procedure/record.ts";
import { mayBegin } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { presentTown } from "../../domain/programme/programme.ts";
import type { LivingRecord } from "../sending/card-kinds.ts";
import { presentPack } from "../stages/still-in.ts";
import { givenTo } from "./effects.ts";

type About = Pick<Origin, "town" | "period" | "ref">;

/**
 * The form that creates a record, with the input so far; null if this person may not create one. `from`: the
 * living card it replaces, to which its back button leads.
 */
export async function newRecordForm(
  deps: Deps,
  person: Person,
  procedure: string,
  origin: About,
  { again, from }: { again?: Again | undefined; from?: LivingRecord | undefined } = {},
): Promise<Card | null> {
  const kit = kitOf(deps.procedures, procedure);
  const programme = kit?.definition.outlasts ? deps.programme : await presentPack(deps);
  const at = { actor: person, now: deps.clock.now(), programme, evidence: 0 };
  const starts = kit ? startsOf(kit.definition, origin, at) : [];
  const [first] = starts;
  if (!kit || first === undefined) return null;
  const asking = { about: origin, record: null, typed: again?.typed ?? {}, actor: person };
  const given = kit.start ? await givenTo(deps, `${procedure}.${first}`, asking) : {};
  const view = {
    programme,
    kit,
    origin,
    starts,
    given,
    reader: person,
    locale: person.locale,
    ...(from ? { from } : {}),
  };
  return newRecordCard(view, again);
}

/** The steps by which somebody may begin a record about this by a button, in the order of the definition. */
export function startsOf(definition: Procedure, about: About, at: At): string[] {
  return Object.entries(definition.steps).flatMap(([name, step]) =>
    hasButton(step) && mayBegin(definition, name, about, at) ? [name] : [],
  );
}

/** Parses a button's `about`: `period/town/ref`; null where there is no such town or quarter. */
export function readOrigin({ programme }: Deps, about: string): About | null {
  const [period = "", town = "", ...ref] = about.split("/");
  const known = (period === "" || parsePeriod(period)) && (town === "" || presentTown(programme, town));
  return known ? { period, town, ref: ref.join("/") } : null;
}
