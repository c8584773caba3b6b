import { findPeriod } from "../../../db/periods.ts";
import { recordsSaying } from "../../../db/records.ts";
import { townsByStatus } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { addDays, shanghaiTime } from "../../domain/calendar/shanghai-time.ts";
import type { Programme, Town } from "../../domain/programme/programme.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { type Absence, type Away, absencesOf, awayAt, isExcused } from "../../domain/stages/absence.ts";
import { stage } from "../../domain/stages/stage.ts";

// Towns that left the programme or are paused: nothing is asked of them.

/** When each town was away that ever was. */
async function absences(db: Deps["db"]): Promise<Map<string, Absence[]>> {
  const records = await recordsSaying(db, ['"to":"left"', '"step":"pause"'], stage.id);
  return new Map(records.map((record) => [record.town, absencesOf(record)]));
}

/** The towns that are away now, and why. */
export async function awayTowns({ db, clock }: Pick<Deps, "db" | "clock">): Promise<Map<string, Away>> {
  const now = clock.now();
  return new Map(
    [...(await absences(db))].flatMap(([town, of]): Array<[string, Away]> => {
      const why = awayAt(of, now);
      return why ? [[town, why]] : [];
    }),
  );
}

/** These towns without those that are away. */
export async function stillIn(deps: Pick<Deps, "db" | "clock">, towns: readonly Town[]): Promise<Town[]> {
  const away = towns.length === 0 ? new Map() : await awayTowns(deps);
  return towns.filter(({ slug }) => !away.has(slug));
}

/** The pack without the towns that are away: what may be chosen and asked. The same object where none is. */
export async function presentPack(deps: Pick<Deps, "db" | "clock" | "programme">): Promise<Programme> {
  const { programme } = deps;
  return packOf(programme, await stillIn(deps, programme.towns));
}

/** The pack with these of its towns. The same object where they are all. */
function packOf(programme: Programme, towns: Town[]): Programme {
  return towns.length === programme.towns.length ? programme : { ...programme, towns };
}

/**
 * The pack as a quarter sees it: without the towns that were away when they would have been asked, unless their report is
 * approved, which then has its rank. The same object where no town is missing.
 */
export async function programmeIn(
  deps: Pick<Deps, "db" | "programme" | "clock">,
  period: PeriodId,
): Promise<Programme> {
  const { db, programme, clock } = deps;
  const away = await absences(db);
  if (away.size === 0) return programme;
  const now = clock.now();
  const row = await findPeriod(db, period);
  const { due } = timetable(period, programme, row ?? UNOPENED, now);
  const asked = {
    openedAt: row?.openedAt ?? now,
    dueBy: due === null ? null : shanghaiTime(addDays(due, 1), "00:00"),
    at: row?.status === "published" ? (row.closedAt ?? now) : now,
  };
  const approved = new Set((await townsByStatus(db, period)).get("approved"));
  const towns = programme.towns.filter(
    ({ slug }) => approved.has(slug) || !isExcused(away.get(slug) ?? [], asked),
  );
  return packOf(programme, towns);
}
