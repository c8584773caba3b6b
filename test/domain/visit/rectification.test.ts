import { expect, test } from "vitest";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { mendingOf, rectification } from "../../../src/domain/visit/rectification.ts";
import { towns } from "../programmes.ts";

const person = (openId: string, role: Role, area = ""): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const office = person("ou_office", "city_office");
const county = person("ou_county", "county_reviewer", "linxian");
const town = person("ou_town", "town_official", "qikou");
const at = (actor: Person, evidence = 0, day = "2026-10-12") => ({
  ...{ actor, now: Date.parse(`${day}T10:00:00+08:00`), programme: towns, evidence },
});
const step = (
  record: ProcedureRecord,
  name: string,
  typed: Record<string, unknown>,
  when: ReturnType<typeof at>,
) => take(rectification, record, name, { day_off: "", ...typed }, when);
function ok(taken: ReturnType<typeof begin>): ProcedureRecord {
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.record;
}
const found = () =>
  ok(
    begin(
      rectification,
      { id: "r1", town: "qikou", period: "", ref: "v1" },
      "find",
      { town: "qikou", finding: "驳岸坍塌", photos: [] },
      at(office),
    ),
  );
const ordered = () => ok(step(found(), "order", { until: "2026-10-23" }, at(county)));
const reported = () => ok(step(ordered(), "report", { done: "已加固" }, at(town, 1)));

test.each([
  ["reported before it is ordered", found, "report", { done: "x" }, at(town, 1), "wrong_state"],
  [
    "ordered by another county",
    found,
    "order",
    {},
    at(person("ou_x", "county_reviewer", "lishi")),
    "not_yours",
  ],
  ["ordered for a past day", found, "order", { until: "2026-10-09" }, at(county), "date_past"],
  [
    "ordered for a day off without a reason",
    found,
    "order",
    { until: "2026-10-17" },
    at(county),
    "not_working_day",
  ],
  [
    "reported by another town",
    ordered,
    "report",
    {},
    at(person("ou_y", "town_official", "xinyi"), 1),
    "not_yours",
  ],
  ["reported without a photo", ordered, "report", { done: "x" }, at(town), "no_evidence"],
  ["closed by the town", reported, "close", {}, at(town), "not_yours"],
  [
    "sent back for the same day",
    reported,
    "reject",
    { why: "x", until: "2026-10-23" },
    at(office),
    "not_later",
  ],
] as const)("it is not %s", (_, record, name, typed, when, reason) => {
  expect(step(record(), name, typed, when)).toMatchObject({ ok: false, refusal: { reason } });
});

test("whoever reported it does not close it, in whatever post", () => {
  const moved = { ...office, openId: town.openId };
  for (const name of ["close", "reject"])
    expect(step(reported(), name, { why: "x", until: "2026-10-30" }, at(moved))).toMatchObject({
      ok: false,
      refusal: { reason: "second_person" },
    });
});

test("sent back, it needs another photo, and is late from the new day on", () => {
  const again = ok(step(reported(), "reject", { why: "北段", until: "2026-10-30" }, at(office, 2)));
  expect(step(again, "report", { done: "x" }, at(town, 2))).toMatchObject({ ok: false });
  expect(step(again, "report", { done: "x" }, at(town, 3)).ok).toBe(true);
  expect(mendingOf(again, "2026-10-30").late).toBe(false);
  expect(mendingOf(again, "2026-10-31").late).toBe(true);
});
