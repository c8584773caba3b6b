import { describe, expect, test } from "vitest";
import { hostedIn, meeting, meetingFacts } from "../../../src/domain/meeting/meeting.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { scoreRow } from "../../../src/domain/ranking/ranking.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns } from "../programmes.ts";

const person = (openId: string, role: Role): Person => ({
  ...{ openId, name: openId, role, area: "" },
  locale: "zh-CN",
});
const office = person("ou_office", "city_office");
const leader = person("ou_leader", "leader");
const at = (actor: Person, day = "2026-10-12") => ({
  ...{ actor, now: Date.parse(`${day}T10:00:00+08:00`), programme: towns, evidence: 0 },
});
const offered = ["@towns", "@departments", "county.linxian"].map((id) => ({ id, name: id, nameEn: id }));
const draft = {
  ...{ town: "qikou", reason: "可看", agenda: "看现场", day: "2026-10-28", time: "09:30", hours: "2" },
  ...{ place: "游客中心", guests: ["@departments"], day_off: "" },
  candidates: [{ id: "qikou", name: "碛口镇", nameEn: "Qikou" }],
  ...{ offered, gap: null },
};
const propose = (change: Record<string, unknown> = {}) =>
  begin(meeting, { id: "m1", town: "", period: "", ref: "" }, "propose", { ...draft, ...change }, at(office));
function proposed(change: Record<string, unknown> = {}) {
  const taken = propose(change);
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.record;
}

describe("a proposal", () => {
  test.each([
    ["in the past", { day: "2026-10-09" }, "date_past"],
    ["on a day off without a reason", { day: "2026-10-31" }, "not_working_day"],
    ["at no time offered", { time: "03:00" }, "unknown_choice"],
    ["with nobody", { guests: [] }, "not_chosen"],
    ["with somebody who is not on the list", { guests: ["town.beijing"] }, "unknown_choice"],
  ] as const)("%s is refused", (_, change, reason) => {
    expect(propose(change)).toMatchObject({ ok: false, refusal: { reason } });
  });

  test("invites the host and its county always, and everybody once", () => {
    const { invited } = meetingFacts(proposed({ guests: ["county.linxian", "@departments"] }));
    expect(invited.slice(0, 2)).toEqual(["town.qikou", "county.linxian"]);
    expect(new Set(invited).size).toBe(invited.length);
    expect(invited).toHaveLength(2 + towns.departments.length);
    expect(meetingFacts(proposed({ guests: ["@towns"] })).invited).toHaveLength(1 + towns.towns.length);
  });

  test("is not approved once its day is past, nor written up before it", () => {
    const late = take(meeting, proposed(), "approve", {}, at(leader, "2026-10-29"));
    expect(late).toMatchObject({ ok: false, refusal: { reason: "day_past" } });
    const called = take(meeting, proposed(), "approve", {}, at(leader));
    if (!called.ok) throw new Error("not called");
    const early = take(meeting, called.record, "minutes", { minutes: "x" }, at(office, "2026-10-27"));
    expect(early).toMatchObject({ ok: false, refusal: { reason: "not_yet" } });
  });
});

test("a meeting that was held gives its host the bonus of its quarter, within the scheme's most", () => {
  const held = { ...proposed(), state: "held" };
  expect([...hostedIn([held, proposed()], "2026Q4")]).toEqual([["qikou", 1]]);
  expect(towns.bonus.hosting).toBeGreaterThan(0);
  const [entrant] = workedEntrants(towns, "2026Q3");
  if (!entrant) throw new Error("no report");
  expect(scoreRow({ ...entrant, bonus: 1 }).values.bonus).toBe(1);
  expect(scoreRow(entrant).values.bonus).toBe(0);
});

test("what a meeting decided has a meeting that took place: once held it is neither withdrawn nor cancelled", () => {
  const held = { ...proposed(), state: "held" };
  for (const step of ["withdraw", "cancel"] as const)
    expect(take(meeting, held, step, { why: "x" }, at(office))).toMatchObject({
      ok: false,
      refusal: { reason: "wrong_state" },
    });
});
