import { afterAll, beforeAll, expect, test } from "vitest";
import { recordTitle } from "../../../cards/record/facts.ts";
import { commit } from "../../../db/commit.ts";
import { findRecord } from "../../../db/records.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { noticesOf } from "../../../src/bot/procedures/notices.ts";
import { drawMyDay } from "../../../src/bot/reminders/my-day.ts";
import { myDaySubject } from "../../../src/bot/sending/my-day-subject.ts";
import { hasButton } from "../../../src/domain/procedure/definition.ts";
import { holdsAddress } from "../../../src/domain/procedure/posts.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { everyone } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import { wordsOf } from "../card-reading.ts";
import { pressForged } from "../deliver.ts";
import type { World } from "../world.ts";
import { everyOwing, type Owing, worldOf } from "./owing.ts";

// At eight in the evening everything that every procedure waits for is announced to the posts that owe it; during the night
// every post is given to somebody else.

const before = everyone(towns);
const after = before.map((one, i) => ({ ...one, openId: `ou_new_${i}`, name: `继任${i}` }));
/** The town's official, who is given another post. */
const MOVED = { ...officialIn(before), role: "department", area: "finance" } as const;
const owing = everyOwing(towns);
const called = ({ kit, debt }: Owing) => `${kit.definition.id} ${debt.what}`;
/** What a person owes by name, and not by a post, does not pass on. */
const ofPosts = owing.filter(({ debt }) => "role" in debt.to).map((one) => [called(one), one] as const);
const titleOf = ({ kit, record }: Owing) => recordTitle({ programme: towns, kit, record, locale: "zh-CN" });

function officialIn(of: readonly Person[]): Person {
  const official = of.find(({ role }) => role === "town_official");
  return official ?? expect.fail("nobody fills in for the town");
}

let world: World;
let had: Map<string, number>;
const inbox = (openId: string) => world.inbox(openId).map(({ content }) => content);

beforeAll(async () => {
  const strangers = after.map((one) => ({ ...one, name: "" }));
  world = await worldOf(
    towns,
    owing.map(({ record }) => record),
    { people: [...before, ...strangers] },
  );
  const { deps } = world;
  await beat(deps);
  await world.jumpTo("2026-10-12T20:00:00+08:00");
  for (const { record, debt } of owing) {
    const told = noticesOf(deps, [{ record, receivers: [debt.to] }]);
    await commit(deps.db, { audit: null, outbox: told }, deps.clock.now());
  }
  await world.settle();
  had = new Map(before.map(({ openId }) => [openId, inbox(openId).length]));
  const lines = [...after, MOVED].map((one, i) => ({ ...one, line: i + 1 }));
  expect((await importRoster(deps, lines, "test", false)).ok).toBe(true);
  await world.settle();
  expect(after.flatMap(({ openId }) => inbox(openId))).toEqual([]);
  await world.jumpTo("2026-10-13T09:30:00+08:00");
  await beat(deps);
  await world.settle();
});
afterAll(() => world.close());

test.each(ofPosts)("%s: reaches the successors, who see it in 等我办的 and may go on", async (_, one) => {
  const { record, debt, kit } = one;
  const successors = after.filter((person) => holdsAddress(person, debt.to));
  expect(successors.length).toBeGreaterThan(0);
  for (const person of successors) {
    const own = await drawMyDay(world.deps, myDaySubject(person), person);
    expect(wordsOf(own?.card ?? expect.fail("no card"))).toContain(titleOf(one).slice(0, 40));
    const at = { actor: person, now: world.clock.now(), programme: towns, evidence: 3 };
    expect(offered(kit.definition, record, at)).not.toEqual([]);
  }
  const said = successors.flatMap(({ openId }) => inbox(openId)).join("\n");
  expect(said).toContain(titleOf(one).slice(0, 40));
});

test.each(ofPosts)(
  "%s: the predecessor hears nothing more, and a press on an old card says why",
  async (_, one) => {
    const { record, debt, kit } = one;
    const may = (person: Person) => holdsAddress(person, debt.to) && person.openId !== debt.notBy;
    const at = { now: world.clock.now(), programme: towns, evidence: 3 };
    const steps = offered(kit.definition, record, { ...at, actor: after.find(may) ?? null });
    const step = steps.find((one) => hasButton(kit.definition.steps[one])) ?? expect.fail("no button");
    for (const { openId } of before.filter((person) => holdsAddress(person, debt.to))) {
      const isElsewhere = openId === MOVED.openId;
      if (isElsewhere) expect(inbox(openId).join()).not.toContain(titleOf(one).slice(0, 40));
      else expect(inbox(openId)).toHaveLength(had.get(openId) ?? 0);
      const press = `step__${record.id}__${step}__${record.revision}`;
      const { answer } = await pressForged(world, openId, `om_${openId}${record.id}`, press);
      expect(answer.toast?.content).toContain(isElsewhere ? "不由您办理" : "还不在");
      expect((await findRecord(world.deps.db, record.id))?.revision).toBe(record.revision);
    }
  },
);
