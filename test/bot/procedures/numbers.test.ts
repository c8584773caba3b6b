import { afterAll, beforeAll, expect, test } from "vitest";
import { Conflict, commit } from "../../../db/commit.ts";
import { listRecords, saveRecord } from "../../../db/records.ts";
import { beginRecord, takeStep } from "../../../src/bot/procedures/take-step.ts";
import { bulletin } from "../../../src/domain/bulletin/bulletin.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { slip } from "../../domain/task/given.ts";
import { atClient, shownIn } from "../at-client.ts";
import { startWorld, type World } from "../world.ts";

// A number is given once, whoever asks for it in the same instant: of a 督办 item, which takes the next one, and of a
// bulletin, whose second office is told.

const who = (role: Role, area = ""): Person => {
  return { openId: `ou_${role}${area}`, name: role, role, area, locale: "zh-CN" };
};
const [office, leader] = [who("city_office"), who("leader")];
const departments = [who("department", "housing"), who("department", "finance")];

let world: World;
beforeAll(async () => {
  world = await startWorld({
    now: "2026-10-12T10:00:00+08:00",
    people: [office, leader, who("town_official", "qikou")],
  });
});
afterAll(() => world.close());

const cause = (key: string) => ({ actor: office, inbox: [`event:${key}`] });
const items = () => listRecords(world.deps.db, { procedure: "supervision" });

test("of 督办 items begun at once each has its own number, on its card, in the list, and to be asked for by", async () => {
  const begun = await Promise.all(
    [1, 2, 3, 4].map((n) => {
      const origin = { id: `item${n}`, town: "", period: "", ref: "" };
      const typed = { ...slip, title: `第${n}件`, due: "2026-12-31" };
      return beginRecord(
        world.deps,
        cause(`item ${n}`),
        { procedure: "supervision", step: "issue", origin },
        typed,
      );
    }),
  );
  expect(begun.map(({ kind }) => kind)).toEqual(["done", "done", "done", "done"]);
  const numbers = (await items()).map(({ data }) => data.number);
  expect(numbers.toSorted()).toEqual(["2026/1", "2026/2", "2026/3", "2026/4"]);
  await world.settle();
  const third = (await items()).find(({ data }) => data.number === "2026/3");
  const title = `督办〔2026〕3号：${third?.data.title}`;
  const town = atClient(world, "ou_town_officialqikou");
  expect(town.card("等我办的").words).toContain(`\n${title}\n还有`);
  const client = atClient(world, office.openId);
  expect(shownIn((await client.say("督办"))[0]).words).toContain(title);
  for (const said of ["督办〔2026〕3号", "督办3号怎么样了"]) {
    const { words } = shownIn((await client.say(said))[0]);
    expect(words, said).toContain(title);
    expect(words, said).not.toContain("督办〔2026〕2号");
  }
});

const { present, ...given } = GIVEN.bulletin ?? {};

/** A signed bulletin of a quarter, stored. */
async function signed(period: string): Promise<ProcedureRecord> {
  const { db, programme, clock } = world.deps;
  const at = (actor: Person) => ({ actor, now: clock.now(), programme, evidence: 0 });
  const origin = { id: `b${period}`, town: "", period, ref: "" };
  const begun = begin(bulletin, origin, "draft", given, at(office));
  if (!begun.ok) throw new Error(begun.refusal.reason);
  let record = begun.record;
  await commit(db, { audit: null, writes: saveRecord(db, record, openness(bulletin, record)) }, clock.now());
  const agreed = departments.map((one): [string, Person] => ["agree", one]);
  const steps: Array<[string, Person]> = [["send_round", office], ...agreed, ["sign", leader]];
  for (const [step, actor] of steps) {
    const taken = take(bulletin, record, step, { ...given, present, number: 8 }, at(actor));
    if (!taken.ok) throw new Error(`${step}: ${taken.refusal.reason}`);
    record = taken.record;
    await commit(
      db,
      { audit: null, writes: saveRecord(db, record, openness(bulletin, record)) },
      clock.now(),
    );
  }
  return record;
}

test("of two bulletins issued under one number at once the first has it, and the second is told so", async () => {
  const records = [await signed("2026Q1"), await signed("2026Q2")];
  const issued = await Promise.all(
    records.map(({ id }) =>
      takeStep(world.deps, cause(id), { id, step: "issue" }, { number: "8" }, { present: present ?? null }),
    ),
  );
  const told = issued.map((one) => (one.kind === "refused" ? one.refusal.reason : one.kind));
  expect(told.toSorted()).toEqual(["done", "number_taken"]);
});

test("the database itself takes no number twice", async () => {
  const { db, clock } = world.deps;
  const third = await signed("2026Q3");
  const [year] = shanghaiDay(clock.now()).split("-");
  const keys = { ...openness(bulletin, third), numberKey: `bulletin ${year}/8` };
  const again = { ...third, revision: third.revision + 1 };
  await expect(
    commit(db, { audit: null, writes: saveRecord(db, again, keys) }, clock.now()),
  ).rejects.toBeInstanceOf(Conflict);
});
