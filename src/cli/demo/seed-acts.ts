import * as z from "zod";
import { causeId } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import { beginRecord, takeStep } from "../../bot/procedures/take-step.ts";
import { currentScheme } from "../../bot/quarter/scheme.ts";
import { proposedWeights, tryWeights } from "../../bot/weights/try-weights.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import type { Values } from "../../domain/procedure/record.ts";
import { weights } from "../../domain/procedure/weights.ts";
import type { Demo } from "./demo-file.ts";
import { holder } from "./holder.ts";
import { seedRecordPaper, seedRecordPhoto } from "./seed-photo.ts";

type Act = Demo["acts"][number];

/** Something that happened at `at`; without `told` nobody of the demo got its messages, but calendars their entries. */
export type Seed = { at: number; told: boolean; take: () => Promise<unknown> };

/** The steps of other procedures under way, each at its own time. */
export function actsOf(deps: Deps, demo: Demo): Seed[] {
  return demo.acts.map((act) => ({
    ...{ at: act.at, told: act.told },
    take: () => takeAct({ ...deps, clock: { now: () => act.at } }, demo, act),
  }));
}

async function takeAct(deps: Deps, demo: Demo, act: Act): Promise<void> {
  const { begins, step, values, photo, paper, town, period, about } = act;
  const { role, area } = act.by;
  const cause = { actor: holder(demo, role, area), inbox: [] };
  const id = begins === undefined ? await idOf(deps, act) : idNamed(act.record);
  if (photo) await seedRecordPhoto(deps, id, cause.actor.openId);
  if (paper) await seedRecordPaper(deps, id, paper, cause.actor.openId);
  const ref = about ? await idWhere(deps, about) : act.ref;
  const origin = { id, town: role === "town_official" ? area : town, period, ref };
  const given = begins === weights.id ? await tried(deps, act) : {};
  const done =
    begins === undefined
      ? await takeStep(deps, cause, { id, step }, values)
      : await beginRecord(deps, cause, { procedure: begins, step, origin }, values, given);
  if (done.kind !== "done") throw new Error(`the demo's ${step} of ${act.record}: ${JSON.stringify(done)}`);
}

/** What a proposal of other weights stores: they are tried first, on the figures of a quarter. */
async function tried(deps: Deps, { period, values, record }: Act): Promise<Values> {
  const quarter = parsePeriod(period);
  const typed = z.record(z.string(), z.string()).parse(values);
  const from = await currentScheme(deps);
  const trial = quarter && (await tryWeights(deps, quarter, from, typed));
  if (!trial?.ok) throw new Error(`the demo's ${record}: ${trial?.reason ?? "no quarter"}`);
  return proposedWeights(deps, from, trial);
}

/** The record an act is about: the named one, or one that it began. */
async function idOf(deps: Deps, { record, child }: Act): Promise<string> {
  const parent = idNamed(record);
  return child ? idWhere(deps, child, parent) : parent;
}

/** The record of a procedure that has these values; of those that `parent` began. */
async function idWhere(
  { db }: Deps,
  { procedure, where }: NonNullable<Act["about"]>,
  parent?: string,
): Promise<string> {
  const found = (await listRecords(db, { procedure })).find(
    ({ ref, town, data }) =>
      (parent === undefined || ref === parent) &&
      Object.entries(where).every(([field, value]) => ({ ...data, town })[field] === value),
  );
  if (!found) throw new Error(`the demo has no ${procedure} of ${JSON.stringify(where)}`);
  return found.id;
}

function idNamed(name: string): string {
  return causeId(`demo ${name}`).slice(0, 16);
}
