import { expect, test } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { addWorkingDays } from "../../../src/domain/calendar/working-days.ts";
import { packNotes } from "../../../src/domain/pack/pack-notes.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { towns } from "../../domain/programmes.ts";
import { everyOwing, type Owing, waitings } from "./owing.ts";

// The pack gives what a procedure waits for other working days: what is asked for from then on is due by them, what was
// promised before stays as it was told.

const DAYS = 7;
const given: Programme = {
  ...towns,
  procedures: Object.fromEntries(
    KITS.map(({ definition }) => [
      definition.id,
      { off: false, days: Object.fromEntries(waitings(definition).map((what) => [what, DAYS])) },
    ]),
  ),
};
const withinOf = ({ kit: { definition }, debt: { what } }: Owing) =>
  (definition.states[what] ?? definition.asides?.[what])?.owes?.within;
const after = (day: string, days: number) => {
  const last = addWorkingDays(day, days);
  return last.known ? last.day : null;
};
const usual = everyOwing(towns);
const changed = everyOwing(given);
const called = ({ kit, debt }: Owing) => `${kit.definition.id} ${debt.what}`;

const counted = changed.flatMap((one) =>
  typeof withinOf(one) === "number" ? [[called(one), one] as const] : [],
);
/** The records of a year are due by a day of their own, which the world of this test moved. */
const told = usual.flatMap((one) =>
  one.record.ref === "2025" && one.record.due === null ? [] : [[called(one), one] as const],
);

test.each(counted)("%s is due by the pack's days, where it is asked for anew", (_, { debt }) => {
  expect(debt.due).toBe(after(shanghaiDay(debt.since), DAYS));
});

test.each(told)("%s stays due on the day it was promised for", (_, { kit, record, debt }) => {
  const due = owed(kit.definition, record, given).find(({ what }) => what === debt.what)?.due;
  expect(due).toBe(debt.due);
});

test.each([
  ["area_ledger mending", after("2026-10-12", DAYS)],
  ["visit under_way", after("2026-10-13", DAYS)],
])("%s: where nobody names a day, it is the pack's too", (name, due) => {
  expect(changed.find((one) => called(one) === name)?.debt.due).toBe(due);
});

test("the pack's check names days that nothing counts", () => {
  const counted = new Set(
    usual.flatMap((one) => {
      const within = withinOf(one);
      return typeof within === "number" || (within && "usually" in within) ? [called(one)] : [];
    }),
  );
  const said = packNotes(
    given,
    KITS.map(({ definition }) => definition),
  ).flatMap((note) => (note.kind === "unknown" ? [`${note.path[1]} ${note.name}`] : []));
  const others = usual.map(called).filter((name) => !counted.has(name));
  expect(said.sort()).toEqual(others.sort());
  expect(others).toContain("rectification mending");
});

test("no wording of a procedure states a number of days", () => {
  const words = KITS.flatMap(({ definition, words: both }) => [`${definition.id}: ${JSON.stringify(both)}`]);
  const stated = words.flatMap(
    (all) => all.match(/[^",]*(\d+|[一二三五七十])个工作日[^",]*|[^",]*\d+ working days?[^",]*/g) ?? [],
  );
  expect(stated).toEqual([]);
});
