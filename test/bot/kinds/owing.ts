import type { ProcedureKit } from "../../../cards/record/kit.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { commit } from "../../../db/commit.ts";
import { saveRecord } from "../../../db/records.ts";
import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import { type Owed, owed } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedEvery } from "../../domain/procedure/played.ts";
import { startWorld, type World, type WorldOptions } from "../world.ts";

// Every procedure in every state, and with every open question, that owes a step: brought there by the steps of the people
// whose they are.

export type Owing = { kit: ProcedureKit; record: ProcedureRecord; debt: Owed };

/** A day named by a form, where the state waits until then. */
const NAMED_DAY = "2026-10-16";
/** What else the code gives, to go with that day. */
const NEARER: Record<string, Record<string, unknown>> = {
  promise: { quarter: "2026Q3" },
  year_task: { steps: "主体:2026-10-14:70" },
};
/** Records of a year are of the last one, so that the days that follow from it are known. */
const YEAR = "2025";

/** What a definition's states and asides wait for. */
export function waitings({ states, asides = {} }: Procedure): string[] {
  return [...Object.entries(states), ...Object.entries(asides)].flatMap(([name, { owes }]) =>
    owes ? [name] : [],
  );
}

/** One record for each thing that is waited for, of every procedure. */
export function everyOwing(programme: Programme): Owing[] {
  return KITS.flatMap((kit, k) => {
    const { definition } = kit;
    const played = playedEvery(definition, programme, givenTo(definition));
    return waitings(definition).map((what, i): Owing => {
      const found = played.find((one) => owed(definition, one, programme).some((debt) => debt.what === what));
      if (!found) throw new Error(`${definition.id} never waits for ${what}`);
      const about = {
        id: `k${k}w${i}`,
        revision: 1,
        ...(found.ref === "2026" ? { ref: YEAR, due: null } : {}),
      };
      const record = { ...found, ...about };
      const debt = owed(definition, record, programme).find((one) => one.what === what);
      if (!debt) throw new Error(`${definition.id} does not wait for ${what}`);
      return { kit, record, debt };
    });
  });
}

/** The values the code gives, and near days where a state waits until one that a form names. */
function givenTo({ id, states, asides = {} }: Procedure): Record<string, unknown> {
  const days = [...Object.values(states), ...Object.values(asides)].flatMap(({ owes }) =>
    typeof owes?.within === "object" && "day" in owes.within ? [[owes.within.day, NAMED_DAY]] : [],
  );
  return { ...Object.fromEntries(days), ...GIVEN[id], ...NEARER[id] };
}

/** A world of one person a post, two of the office, with these records in it and the groups of the county and the leaders. */
export async function worldOf(
  programme: Programme,
  records: readonly ProcedureRecord[],
  options: Partial<WorldOptions> = {},
): Promise<World> {
  const people = everyone(programme);
  const world = await startWorld({ people, programme, ...options });
  await put(world, records);
  return world;
}

/** Stores records as they are. */
async function put({ deps }: World, records: readonly ProcedureRecord[]): Promise<void> {
  const writes = records.flatMap((record) => {
    const kit = KITS.find(({ definition }) => definition.id === record.procedure);
    if (!kit) throw new Error(`no procedure ${record.procedure}`);
    // Records that could not be open beside each other stand for different towns' or years'.
    const { open } = openness(kit.definition, record);
    return saveRecord(deps.db, record, { open, openKey: open ? record.id : null, numberKey: null });
  });
  await commit(deps.db, { audit: null, writes }, deps.clock.now());
}
