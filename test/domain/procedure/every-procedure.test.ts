import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import { maySeeRecord, owed } from "../../../src/domain/procedure/owed.ts";
import { holdsAddress } from "../../../src/domain/procedure/posts.ts";
import { type ProcedureRecord, parseRecord, stateOn } from "../../../src/domain/procedure/record.ts";
import { withTown } from "../../../src/domain/procedure/rest.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import { towns } from "../programmes.ts";
import { GIVEN } from "./given.ts";
import { everyone, playedTo, START } from "./played.ts";

// Rules for every procedure, whatever its states: a new definition is tested once it is in the list.

const people = everyone(towns);
const procedures = KITS.map(({ definition }): [string, Procedure] => [definition.id, definition]);

describe.each(procedures)("%s", (id, definition) => {
  const given = GIVEN[id] ?? {};
  const played = playedTo(definition, towns, given);
  const at = (person: number, now = START) => {
    const actor = people[person % people.length] ?? null;
    return { actor, now, programme: towns, evidence: 3 };
  };

  test("every state is reached by its steps, and every step leads from and to a state it has", () => {
    expect([...played.keys()].sort()).toEqual(Object.keys(definition.states).sort());
    for (const { from, to } of Object.values(definition.steps)) {
      if (typeof to === "string" && to !== "same") expect(definition.states).toHaveProperty(to);
      for (const state of from === "start" ? [] : from) expect(definition.states).toHaveProperty(state);
    }
  });

  test("who owes a step may see the record and take one; what is over is owed by nobody", () => {
    for (const record of played.values()) {
      const owes = owed(definition, record, towns);
      if (!openness(definition, record).open) expect(owes).toEqual([]);
      for (const { to } of owes) {
        if ("openId" in to) continue;
        const holders = people.filter((person) => holdsAddress(person, to));
        expect(holders.some((actor) => maySeeRecord(definition, record, actor, towns))).toBe(true);
        const may = holders.flatMap((actor) => offered(definition, record, { ...at(0), actor }));
        expect(may).not.toEqual([]);
      }
    }
  });

  test("while its town is away it is owed by nobody and moves no more; back, it stands where it stood", () => {
    for (const record of played.values()) {
      if (!openness(definition, record).open) continue;
      const cause = { step: "pause", from: "", to: "", by: "", name: "", post: "", at: START, values: {} };
      const rests = withTown(definition, record, "town_paused", cause);
      const offers = (one: ProcedureRecord) =>
        people.map((actor) => offered(definition, one, { ...at(0), actor }));
      const seen = (one: ProcedureRecord) =>
        people.map((actor) => maySeeRecord(definition, one, actor, towns));
      expect(openness(definition, rests)).toEqual({ ...openness(definition, record), open: false });
      expect(owed(definition, rests, towns)).toEqual([]);
      expect(offers(rests).flat()).toEqual([]);
      const back = withTown(definition, rests, "town_back", cause);
      expect(owed(definition, back, towns)).toEqual(owed(definition, record, towns));
      expect(offers(back)).toEqual(offers(record));
      expect(seen(back)).toEqual(seen(record));
      expect(parseRecord(JSON.parse(JSON.stringify(back))).data).toEqual(record.data);
    }
  });

  test("whatever is pressed by whomever: no step from a state it does not start in, none by a stranger to it", () => {
    const press = fc.record({
      person: fc.nat(people.length - 1),
      step: fc.constantFrom(...Object.keys(definition.steps)),
      typed: fc.dictionary(
        fc.constantFrom(...Object.values(definition.steps).flatMap(({ asks }) => Object.keys(asks))),
        fc.oneof(
          fc.string(),
          fc.constantFrom("other", "8820", "2026-12-31", "已核对"),
          fc.array(fc.string()),
        ),
      ),
      minutes: fc.nat(10_000),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...played.values()),
        fc.array(press, { maxLength: 12 }),
        (first, presses) => {
          let record: ProcedureRecord = first;
          for (const { person, step, typed, minutes } of presses) {
            const before = record;
            const when = at(person, (record.log.at(-1)?.at ?? START) + minutes * 60_000);
            const offers = offered(definition, record, when);
            const taken = take(definition, record, step, { ...typed, ...given }, when);
            if (!taken.ok) continue;
            expect(offers).toContain(step);
            expect(definition.steps[step]?.from).toContain(before.state);
            record = taken.record;
            expect(record).toMatchObject({ id: before.id, revision: before.revision + 1 });
            const to = definition.steps[step]?.to;
            const named = typeof to === "object" ? record.data[to.field] : to;
            expect(record.state).toBe(named === "same" ? before.state : named);
            expect(record.log.slice(0, -1)).toEqual(before.log);
            expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
          }
          const last = record.log.at(-1);
          expect(stateOn(record, shanghaiDay(last?.at ?? 0))).toBe(record.state);
          expect(stateOn(record, "2020-01-01")).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a programme that switched it off begins none and moves none", () => {
    const programme = { ...towns, procedures: { [id]: { off: true, days: {} } } };
    for (const [index] of people.entries()) {
      const when = { ...at(index), programme };
      for (const record of played.values()) {
        expect(offered(definition, record, when)).toEqual([]);
        expect(owed(definition, record, programme)).toEqual([]);
      }
      const origin = { id: "1", town: towns.towns[0]?.slug ?? "", period: "2026Q3", ref: "" };
      for (const step of Object.keys(definition.steps))
        expect(begin(definition, origin, step, given, when).ok).toBe(false);
    }
  });
});
