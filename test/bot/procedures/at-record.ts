import { findRecord, listRecords } from "../../../db/records.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { type AtClient, type Pressed, type Shown, shownIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import type { World } from "../world.ts";

// A record at its reader's client: its card, its steps by kind of action, and steps forged by whoever.

export type AtRecord = {
  /** The newest record of a procedure. */
  newest: (procedure: string) => Promise<ProcedureRecord>;
  /** The record's card as this person sees it now. */
  seen: (who: AtClient, id: string) => Promise<Shown>;
  /** Presses a step on the record's card, and fills in its form if it has one. */
  take: (who: AtClient, id: string, step: string, fill?: Record<string, unknown>) => Promise<Pressed>;
  /** A press no card offers; returns the answer's text. */
  forged: (who: AtClient, id: string, step: string, fill?: Record<string, unknown>) => Promise<string>;
};

export function atRecord(world: World): AtRecord {
  let looks = 0;
  const load = async (id: string): Promise<ProcedureRecord> => {
    const record = await findRecord(world.deps.db, id);
    if (!record) throw new Error(`no record ${id}`);
    return record;
  };
  const seen: AtRecord["seen"] = async (who, id) => {
    looks += 1;
    await pressForged(world, who.openId, `om_look_${looks}`, `show__${id}`);
    return shownIn(world.inbox(who.openId).findLast(({ msg_type }) => msg_type === "interactive"));
  };
  return {
    newest: async (procedure) => {
      const record = (await listRecords(world.deps.db, { procedure })).at(-1);
      if (!record) throw new Error(`no ${procedure}`);
      return record;
    },
    seen,
    take: async (who, id, step, fill) => {
      const shown = await seen(who, id);
      const { revision } = await load(id);
      if (fill === undefined) return who.press(shown, `step__${id}__${step}`);
      const form = await who.press(shown, `form__${id}__${step}`);
      return who.press(form, `step__${id}__${step}__${revision}`, fill);
    },
    forged: async (who, id, step, fill = {}) => {
      looks += 1;
      const { revision } = await load(id);
      const press = `step__${id}__${step}__${revision}`;
      const pressed = await pressForged(world, who.openId, `om_forged_${looks}`, press, fill);
      return pressed.answer.toast?.content ?? "";
    },
  };
}
