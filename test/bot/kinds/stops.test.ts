import { expect, test } from "vitest";
import { findRecord } from "../../../db/records.ts";
import { chaseStep } from "../../../db/task-schema.ts";
import { beat, runDue } from "../../../src/bot/heartbeat/beat.ts";
import { takeStep } from "../../../src/bot/procedures/take-step.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import { recordItem } from "../../../src/domain/reminders/owed-item.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, fill } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import type { World } from "../world.ts";
import { everyOwing, type Owing, worldOf } from "./owing.ts";

// The reminders of a day are planned and not sent yet when the steps are taken that were waited for: none of them goes out,
// and none comes on the days after.

const people = everyone(towns);
const owing = everyOwing(towns);
const called = ({ kit, debt }: Owing) => `${kit.definition.id} ${debt.what}`;
/** One record of each procedure at a time, since several of one town could not be open beside each other. */
const rounds = [0, 1, 2, 3, 4, 5].map((n) => owing.filter(({ record }) => record.id.endsWith(`w${n}`)));
const LATER = ["2026-11-11", "2026-11-13"];
/** What these wait for needs photos, a file or a settled year, or has lapsed by then. */
const NEED_MORE = [
  ...["urgent proposed", "annual self", "annual draft", "assessment open", "town_plan drafting"],
  ...["area_ledger mending", "stage rectifying"],
  ...["acceptance mending", "acceptance mended", "acceptance passed"],
];

/** Takes steps until it waits no more for what it did; whether anybody could. */
async function moved(world: World, { kit: { definition }, record, debt }: Owing): Promise<boolean> {
  const { deps } = world;
  const words = (longest: number) => "字".repeat(Math.min(longest, 20));
  const given = GIVEN[definition.id] ?? {};
  let now = record;
  for (const actor of people)
    for (const [step, { asks }] of Object.entries(definition.steps)) {
      const at = { actor, now: deps.clock.now(), programme: towns, evidence: 0 };
      if (!offered(definition, now, at).includes(step)) continue;
      const typed = { ...fill(asks, { programme: towns, words, given, record: now, actor }), ...given };
      const cause = { actor, inbox: [`${record.id} ${step} ${actor.openId}`] };
      await takeStep(deps, cause, { id: record.id, step }, typed);
      now = (await findRecord(deps.db, record.id)) ?? now;
      if (!owed(definition, now, towns).some(({ what }) => what === debt.what)) return true;
    }
  return false;
}

test.each(rounds.map((round) => [round.map(called).join(", "), round] as const))("%s", async (_, round) => {
  const world = await worldOf(
    towns,
    round.map(({ record }) => record),
  );
  const { deps } = world;
  try {
    await beat(deps);
    await world.jumpTo("2026-11-10T09:06:00+08:00");
    await runDue(deps, (job) => job === "chase");
    const over: string[] = [];
    const left: string[] = [];
    for (const one of round) {
      if (await moved(world, one)) over.push(recordItem(one.record.id, one.debt.what));
      else left.push(called(one));
    }
    expect(left.filter((name) => !NEED_MORE.includes(name))).toEqual([]);
    await world.settle();
    for (const day of LATER) {
      await world.jumpTo(`${day}T09:06:00+08:00`);
      await beat(deps, (job) => job === "chase");
    }
    const items = (await deps.db.select().from(chaseStep)).map(({ item }) => item);
    expect(items.filter((item) => over.includes(item))).toEqual([]);
  } finally {
    await world.close();
  }
});
