import { listRecords } from "../../../db/records.ts";
import { townsByStatus } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Programme, Town } from "../../domain/programme/programme.ts";
import { stage } from "../../domain/stages/stage.ts";

/** These towns without those that left the programme. */
export async function stillIn({ db }: Pick<Deps, "db">, towns: readonly Town[]): Promise<Town[]> {
  const left = towns.length === 0 ? new Set() : await leftTowns(db);
  return towns.filter(({ slug }) => !left.has(slug));
}

/** The towns that left the programme. */
export async function leftTowns(db: Deps["db"]): Promise<Set<string>> {
  const records = await listRecords(db, { procedure: stage.id, states: ["left"] });
  return new Set(records.map(({ town }) => town));
}

/**
 * The pack as a quarter sees it: without the towns that left before it was opened, of which it asks nothing. A town that left
 * later has its report and its rank. The same object where no town is missing.
 */
export async function programmeIn(
  { db, programme }: Pick<Deps, "db" | "programme">,
  period: PeriodId,
): Promise<Programme> {
  const left = await leftTowns(db);
  if (left.size === 0) return programme;
  const opened = new Set([...(await townsByStatus(db, period)).values()].flat());
  return { ...programme, towns: programme.towns.filter(({ slug }) => opened.has(slug) || !left.has(slug)) };
}
