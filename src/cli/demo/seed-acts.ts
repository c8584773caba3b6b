import { causeId } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import { beginRecord, takeStep } from "../../bot/procedures/take-step.ts";
import type { Deps } from "../../deps.ts";
import type { Demo } from "./demo-file.ts";
import { holder } from "./holder.ts";
import { seedRecordPaper, seedRecordPhoto } from "./seed-photo.ts";

type Act = Demo["acts"][number];

/** The steps of other procedures under way, each at its own time, to be taken in this order. */
export function actsOf(deps: Deps, demo: Demo): Array<{ at: number; take: () => Promise<void> }> {
  return demo.acts.map((act) => ({
    at: act.at,
    take: () => takeAct({ ...deps, clock: { now: () => act.at } }, demo, act),
  }));
}

async function takeAct(deps: Deps, demo: Demo, act: Act): Promise<void> {
  const { begins, step, values, photo, paper, town, period, ref } = act;
  const { role, area } = act.by;
  const cause = { actor: holder(demo, role, area), inbox: [] };
  const id = begins === undefined ? await idOf(deps, act) : idNamed(act.record);
  if (photo) await seedRecordPhoto(deps, id, cause.actor.openId);
  if (paper) await seedRecordPaper(deps, id, paper, cause.actor.openId);
  const origin = { id, town: role === "town_official" ? area : town, period, ref };
  const done =
    begins === undefined
      ? await takeStep(deps, cause, { id, step }, values)
      : await beginRecord(deps, cause, { procedure: begins, step, origin }, values);
  if (done.kind !== "done") throw new Error(`the demo's ${step} of ${act.record}: ${JSON.stringify(done)}`);
}

/** The record an act is about: the named one, or one that it began. */
async function idOf({ db }: Deps, { record, child }: Act): Promise<string> {
  const parent = idNamed(record);
  if (!child) return parent;
  const records = await listRecords(db, { procedure: child.procedure });
  const found = records.find(
    ({ ref, town, data }) =>
      ref === parent &&
      Object.entries(child.where).every(([field, value]) => ({ ...data, town })[field] === value),
  );
  if (!found) throw new Error(`the demo's ${record} began no such ${child.procedure}`);
  return found.id;
}

function idNamed(name: string): string {
  return causeId(`demo ${name}`).slice(0, 16);
}
