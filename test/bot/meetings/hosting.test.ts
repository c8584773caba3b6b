import { afterAll, beforeAll, expect, test } from "vitest";
import { commit } from "../../../db/commit.ts";
import { saveRecord } from "../../../db/records.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import { meeting } from "../../../src/domain/meeting/meeting.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { approved } from "../worked-quarter.ts";

// Hosting a meeting on site is a bonus of the scheme, fed by the meeting's record and typed nowhere.

let world: DemoWorld;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi"], open: true });
  await world.moveTo("2026-10-14T14:00:00+08:00");
  for (const town of ["qikou", "xinyi"]) await approved(world, town);
});
afterAll(() => world.close());

/** A meeting the third quarter saw, as its record stands once it was held. */
async function held(town: string): Promise<void> {
  const { programme, db } = world.deps;
  const person = (role: Person["role"]): Person => ({
    openId: role,
    name: role,
    role,
    area: "",
    locale: "zh-CN",
  });
  const at = (actor: Person, day: string) => ({
    ...{ actor, now: Date.parse(`${day}T10:00:00+08:00`), programme, evidence: 0 },
  });
  const [office, leader] = [person("city_office"), person("leader")];
  const choice = (id: string) => [{ id, name: id, nameEn: id }];
  const draft = {
    ...{
      town,
      reason: "可看",
      agenda: "看现场",
      day: "2026-09-16",
      time: "09:30",
      hours: "2",
      place: "广场",
    },
    ...{
      guests: ["@counties"],
      day_off: "",
      candidates: choice(town),
      offered: choice("@counties"),
      gap: null,
    },
  };
  const origin = { id: `m_${town}`, town: "", period: "", ref: "" };
  let taken = begin(meeting, origin, "propose", draft, at(office, "2026-09-01"));
  if (taken.ok) taken = take(meeting, taken.record, "approve", {}, at(leader, "2026-09-02"));
  if (taken.ok) taken = take(meeting, taken.record, "minutes", { minutes: "好" }, at(office, "2026-09-16"));
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  const { record } = taken;
  const writes = saveRecord(db, { ...record, revision: 1 }, openness(meeting, record));
  await commit(db, { audit: { actor: "test", kind: "test.held", subject: town }, writes }, world.clock.now());
}

test("a town that hosted one in the quarter scores the pack's points more", async () => {
  const scoreOf = async (town: string) => {
    const { result } = await computeRanking(world.deps, "2026Q3");
    return result.rows.find((row) => row.town === town);
  };
  const before = await scoreOf("qikou");
  const other = await scoreOf("xinyi");
  await held("qikou");
  const after = await scoreOf("qikou");
  const { hosting } = world.deps.programme.bonus;
  expect(hosting).toBeGreaterThan(0);
  expect((after?.score ?? 0) - (before?.score ?? 0)).toBeCloseTo(hosting, 6);
  expect(after?.contributions.bonus).toBe(hosting);
  expect((await scoreOf("xinyi"))?.score).toBe(other?.score);
});
