import { latestPeriod } from "../../../../db/periods.ts";
import { listRecords, recordsSaying } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { openness } from "../../../domain/procedure/keys.ts";
import { owed } from "../../../domain/procedure/owed.ts";
import { beginning, type ProcedureRecord } from "../../../domain/procedure/record.ts";
import { isResting, RESTS, type RestStep, WAKES, withTown } from "../../../domain/procedure/rest.ts";
import { presentTown } from "../../../domain/programme/programme.ts";
import { type Absence, absencesOf } from "../../../domain/stages/absence.ts";
import { toldBy } from "../notices.ts";
import { kitFor } from "../record-view.ts";
import type { Also, Effect } from "./effect.ts";

/** How a rest shows in a stored record. */
const RESTED = RESTS.map((step) => `"step":"${step}"`);

/**
 * Once its town left the programme or is paused, every open record of it rests, of whatever procedure; once the town is
 * back, each goes on where it stood. Those who owed a step are told, but for town and county, which hear of the town itself.
 */
export const townAway: Effect = async (deps, { before, after }) => {
  const [was, is] = [before ? away(before) : null, away(after)];
  if ((was === null) === (is === null)) return {};
  const step: RestStep = is === null ? WAKES : is === "left" ? "town_left" : "town_paused";
  const all = await (is === null ? recordsSaying(deps.db, RESTED) : listRecords(deps.db, { open: true }));
  const records = all.filter((record) => isOf(deps, record, after.town));
  const also = records
    .filter((record) => (is === null ? isResting(record) : mayRest(deps, record)))
    .map((record) => moved(deps, after, record, step));
  const quarter = (await latestPeriod(deps.db))?.id;
  const touched = quarter ? [`progress ${quarter}`, `quarter ${quarter}`] : [];
  return { also, data: { along: also.length }, touched: ["stages", ...touched] };
};

function away(record: ProcedureRecord): Absence["why"] | null {
  const last = absencesOf(record).at(-1);
  return last?.until === null ? last.why : null;
}

/** Whether a record is of a town or of one merged into it, or addressed to it. */
function isOf({ programme }: Deps, { data, town: of }: ProcedureRecord, town: string): boolean {
  return data.to === `town.${town}` || presentTown(programme, of)?.slug === town;
}

function mayRest(deps: Deps, record: ProcedureRecord): boolean {
  const { definition } = kitFor(deps, record);
  return definition.outlasts !== true && openness(definition, record).open;
}

function moved(deps: Deps, stage: ProcedureRecord, record: ProcedureRecord, step: RestStep): Also {
  const { definition } = kitFor(deps, record);
  const cause = stage.log.at(-1) ?? beginning(stage);
  const after = withTown(definition, record, step, cause);
  const hear = toldBy(deps, stage, ["town", "county"]).map((one) => JSON.stringify(one));
  const tells = owed(definition, step === WAKES ? after : record, deps.programme)
    .map(({ to }) => to)
    .filter((to) => !hear.includes(JSON.stringify(to)));
  return { before: record, after, step, tells };
}
