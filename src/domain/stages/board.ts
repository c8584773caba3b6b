import { openAside } from "../procedure/aside.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { STAGES, type Stage } from "../programme/stage-schema.ts";
import { type Standing, standingOn } from "./history.ts";
import { papersMissing } from "./ladder.ts";
import { type Goal, goalsAhead, isBehind } from "./phase-years.ts";
import { stage } from "./stage.ts";

/**
 * A town on the board. `goal`: the next one; `behind`: the one whose year is over; `papers`: what is missing for the next
 * stage, and `moving`: the stage that waits for a decision, for those who may know; null `standing`: not entered.
 */
export type BoardRow = {
  town: Town;
  standing: Standing | null;
  goal: Goal | null;
  behind: Goal | null;
  papers: ReadonlyArray<{ id: string; name: string; nameEn: string }>;
  moving: Stage | null;
};

/**
 * Where these towns stood at the end of a day. `knows`: the towns of which the reader may know more than the stage; of an
 * earlier day than `today` only the stage is said.
 */
export function boardRows(
  programme: Programme,
  records: readonly ProcedureRecord[],
  of: {
    towns: readonly Town[];
    years: ReadonlyMap<number, number | null>;
    day: string;
    today: string;
    knows: ReadonlySet<string>;
  },
): BoardRow[] {
  const byTown = new Map(records.map((record) => [record.town, record]));
  return of.towns.map((town) => {
    const record = byTown.get(town.slug);
    const standing = record ? standingOn(record, of.day) : null;
    const ahead = goalsAhead(programme, town, standing?.stage ?? "not_started", of.years);
    const more = record && of.day === of.today && of.knows.has(town.slug) ? record : null;
    return {
      town,
      standing,
      goal: ahead[0] ?? null,
      // What is paused is not judged.
      behind: (standing?.side !== "paused" && ahead.find((goal) => isBehind(goal, of.day))) || null,
      papers: more ? papersMissing(programme, more) : [],
      moving: more && openAside(stage, more, "moving") ? stageIn(more) : null,
    };
  });
}

/** The number of towns in each stage, in the order of the stages; towns that are not entered are not counted. */
export function stageCounts(rows: readonly BoardRow[]): Array<[stage: Stage, n: number]> {
  return STAGES.map((one): [Stage, number] => [
    one,
    rows.filter(({ standing }) => standing?.stage === one).length,
  ]).filter(([, n]) => n > 0);
}

function stageIn({ data }: ProcedureRecord): Stage | null {
  return STAGES.find((one) => one === data.stage) ?? null;
}
