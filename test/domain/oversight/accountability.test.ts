import { expect, test } from "vitest";
import { accountability } from "../../../src/domain/oversight/accountability.ts";
import { honours } from "../../../src/domain/oversight/honours.ts";
import { listing } from "../../../src/domain/oversight/listing.ts";
import { isTimed } from "../../../src/domain/procedure/by-time.ts";
import { isConfidential, maySeeRecord } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../procedure/given.ts";
import { playedTo, START } from "../procedure/played.ts";
import { towns } from "../programmes.ts";

const person = (role: Role, area = "", openId = `ou_${role}_${area}`): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const office = person("city_office");
const leader = person("leader");
const at = (actor: Person) => ({ actor, now: START, programme: towns, evidence: 0 });
const [town, other] = towns.towns;
const typed = { to: `town.${town?.slug}`, measure: "reminder", matter: "进度滞后", reason: "连续两季" };

function proposed(change: Record<string, unknown> = {}) {
  const origin = { id: "r1", town: "", period: "", ref: "" };
  return begin(accountability, origin, "propose", { ...typed, before: [], ...change }, at(office));
}
function made(taken: ReturnType<typeof begin>): ProcedureRecord {
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}
const past = (measure: string) => ({ measure, day: "2026-03-02", matter: "进度滞后" });

test("nothing of it is ever taken by time, and none of it goes to a group", () => {
  for (const definition of [accountability, honours, listing]) {
    expect(isTimed(definition)).toBe(false);
    for (const record of playedTo(definition, towns, GIVEN[definition.id] ?? {}).values())
      expect(isConfidential(definition, record)).toBe(true);
    for (const { tells } of Object.values(definition.steps))
      expect(tells.filter((to: unknown) => typeof to === "string" && /group|all_towns/.test(to))).toEqual([]);
  }
});

test("each measure comes after the one before it, of the same unit", () => {
  const refusal = (measure: string, ...before: unknown[]) => {
    const taken = proposed({ measure, before });
    return taken.ok ? null : taken.refusal.reason;
  };
  expect(refusal("reminder")).toBeNull();
  expect(refusal("talk")).toBe("no_reminder");
  expect(refusal("talk", past("reminder"))).toBeNull();
  expect(refusal("accountability", past("reminder"))).toBe("no_talk");
  expect(refusal("accountability", past("reminder"), past("talk"))).toBeNull();
});

test("whoever put it forward does not decide on it, even as a leader now", () => {
  const record = made(proposed());
  const promoted = { ...leader, openId: office.openId };
  for (const step of ["decide", "drop"])
    expect(take(accountability, record, step, { decision: "同意", before: [] }, at(promoted))).toMatchObject({
      ok: false,
      refusal: { reason: "second_person" },
    });
});

test("the unit sees it once it is decided; another town never, nor a department", () => {
  const strangers = [
    person("town_official", other?.slug),
    person("county_reviewer", towns.counties.find(({ code }) => code === other?.countyCode)?.slug),
    person("department", "housing"),
  ];
  const played = playedTo(accountability, towns, GIVEN.accountability ?? {});
  for (const [state, record] of played) {
    const unit = person("town_official", town?.slug);
    expect(maySeeRecord(accountability, record, unit, towns), state).toBe(
      state !== "proposed" && state !== "dropped",
    );
    for (const one of strangers) expect(maySeeRecord(accountability, record, one, towns)).toBe(false);
    for (const one of [office, leader]) expect(maySeeRecord(accountability, record, one, towns)).toBe(true);
  }
});
