import { kitOf } from "../../../cards/record/kit.ts";
import type { Deps } from "../../deps.ts";
import type { Procedure, Refusal } from "../../domain/procedure/definition.ts";
import type { Values } from "../../domain/procedure/record.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import type { Away } from "../../domain/stages/absence.ts";
import { awayTowns } from "../stages/still-in.ts";
import type { Also } from "./effects/effect.ts";

// Nothing new begins about a town that left the programme or is paused, whoever begins it and in whatever way.

type Definition = Pick<Procedure, "outlasts" | "steps">;
type About = { town: string; data?: Values };

/** Why nothing of this procedure may begin about a town, or be addressed to it; null where it may. */
export async function whyAway(deps: Deps, { outlasts }: Definition, about: About): Promise<Refusal | null> {
  return outlasts || townOf(about) === "" ? null : reasonOf(await awayTowns(deps), about);
}

function reasonOf(away: ReadonlyMap<string, Away>, about: About): Refusal | null {
  const why = away.get(townOf(about));
  return why ? { reason: `town_${why}` } : null;
}

/** The same before a town is chosen: where the form asks for one and every town of this person is away. */
export async function whyNone(
  deps: Deps,
  definition: Definition,
  { town }: About,
  person: Person,
): Promise<Refusal | null> {
  const asks = Object.values(definition.steps).some(({ from, asks }) => from === "start" && "town" in asks);
  if (town !== "" || !asks) return whyAway(deps, definition, { town });
  if (definition.outlasts) return null;
  const away = await awayTowns(deps);
  const whys = townsOf(person, deps.programme).map(({ slug }) => reasonOf(away, { town: slug }));
  const [first = null] = whys;
  return whys.includes(null) ? null : first;
}

/** What a step brings about, without the records it would begin about towns that are away. */
export async function withoutAway(deps: Deps, also: readonly Also[]): Promise<Also[]> {
  if (also.every(({ before }) => before !== null)) return [...also];
  const away = await awayTowns(deps);
  return also.filter(
    ({ before, after }) =>
      before !== null ||
      kitOf(deps.procedures, after.procedure)?.definition.outlasts === true ||
      reasonOf(away, after) === null,
  );
}

function townOf({ town, data }: About): string {
  const to = String(data?.to ?? "");
  return town === "" && to.startsWith("town.") ? to.slice("town.".length) : town;
}
