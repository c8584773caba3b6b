import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordTitle } from "../../../cards/record/facts.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { findRecord } from "../../../db/records.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { followUp } from "../../../src/bot/procedures/effects.ts";
import { newRecordForm } from "../../../src/bot/procedures/new-record.ts";
import type { Deps } from "../../../src/deps.ts";
import { maySeeRecord } from "../../../src/domain/procedure/owed.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedEvery, START } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import { atClient, shownIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import type { World } from "../world.ts";
import { everyOwing, worldOf } from "./owing.ts";

// The pack leaves a procedure out while records of it are open: nobody is chased for them and nothing moves them, but
// whoever could read one still can; nothing offers it, and what would have begun one goes on without.

const ids = KITS.map(({ definition }) => definition.id);
const without = (left: readonly string[]): Programme => ({
  ...towns,
  procedures: Object.fromEntries(left.map((id) => [id, { off: true, days: {} }])),
});
const off = without(ids);
const owing = everyOwing(towns);
const people = everyone(towns);
const named = owing.map((one): [string, (typeof owing)[number]] => [
  `${one.kit.definition.id} ${one.debt.what}`,
  one,
]);

let world: World;
let before: number;
const messages = () => world.sandbox.state().messages.length;
beforeAll(async () => {
  world = await worldOf(
    off,
    owing.map(({ record }) => record),
  );
  await beat(world.deps);
  before = messages();
  for (const day of ["10-13", "10-15", "10-16", "10-20", "10-28", "11-10", "11-13", "11-19"]) {
    await world.moveTo(`2026-${day}T09:06:00+08:00`);
    await beat(world.deps);
    await world.settle();
  }
});
afterAll(() => world.close());

test("of none is anybody reminded, and no time moves one", async () => {
  const said = world.sandbox
    .state()
    .messages.slice(before)
    .map(({ content }) => content)
    .join();
  expect(said).not.toContain("等我办的");
  for (const { kit, record } of owing)
    expect(said).not.toContain(recordTitle({ programme: off, kit, record, locale: "zh-CN" }));
  for (const { record } of owing)
    expect((await findRecord(world.deps.db, record.id))?.revision).toBe(record.revision);
});

test.each(named)(
  "%s: whoever could read it still can, and an old card says why it stands still",
  async (_, one) => {
    const { record, kit } = one;
    const { definition } = kit;
    for (const person of people)
      expect(maySeeRecord(definition, record, person, off)).toBe(
        maySeeRecord(definition, record, person, towns),
      );
    const reader = people.find((person) => maySeeRecord(definition, record, person, towns));
    if (!reader) throw new Error("nobody may read it");
    const shown = await pressForged(world, reader.openId, `om_s${record.id}`, `show__${record.id}`);
    expect(shown.status).toBe(200);
    const card = shownIn(world.inbox(reader.openId).at(-1));
    expect(card.words).toContain("本市暂不使用这项流程");
    expect(JSON.stringify(card.card)).not.toMatch(/"(step|form|new|begin)__/);
    const at = { now: START, programme: towns, evidence: 3 };
    const pressed = (step: string) => !definition.steps[step]?.byReply && !definition.steps[step]?.along;
    const mayOf = (actor: (typeof people)[number]) =>
      offered(definition, record, { ...at, actor }).filter(pressed);
    const actor = people.find((person) => mayOf(person).length > 0);
    const press = `step__${record.id}__${actor && mayOf(actor)[0]}__${record.revision}`;
    const { answer } = await pressForged(world, actor?.openId ?? "", `om_${record.id}`, press);
    expect(answer.toast?.content).toContain("本市暂不使用这项流程");
  },
);

test.each(ids)("%s begins on no form, in no list and by no sentence", async (id) => {
  for (const person of people) {
    expect(await newRecordForm(world.deps, person, id, { town: "", period: "", ref: "" })).toBeNull();
    expect(
      await newRecordForm(world.deps, person, id, { town: "xinyi", period: "2026Q3", ref: "2026" }),
    ).toBeNull();
  }
  const office = people.find(({ role }) => role === "city_office");
  const kit = KITS.find(({ definition }) => definition.id === id);
  const client = atClient(world, office?.openId ?? "");
  const name = kit?.words["zh-CN"].name ?? "";
  for (const said of [name, `新建${name}`, "帮助"]) {
    await client.say(said);
    const answer = world.inbox(client.openId).at(-1);
    expect(answer?.content).not.toMatch(new RegExp(`"(new|begin)__${id}__`));
  }
});

describe("what another procedure would bring about does without it", () => {
  test.each(KITS.map((kit) => [kit.definition.id, kit] as const))("%s", async (id, kit) => {
    const { definition } = kit;
    const all = playedEvery(definition, towns, GIVEN[id] ?? {});
    const alone: Deps = { ...world.deps, programme: without(ids.filter((other) => other !== id)) };
    const whole: Deps = { ...world.deps, programme: towns };
    for (const after of all) {
      const step = after.log.at(-1)?.step ?? "";
      const taking = { before: null, after };
      const usual = await followUp(whole, step, taking).then(
        () => true,
        () => false,
      );
      if (usual) await followUp(alone, step, taking);
    }
  });
});
