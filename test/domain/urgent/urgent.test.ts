import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import { mayApprove, mayEnd, urgent } from "../../../src/domain/procedure/urgent.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { urgentEnds, urgentSpans } from "../../../src/domain/urgent/urgent-times.ts";
import { towns } from "../programmes.ts";

const at = (day: string, time: string) => shanghaiTime(day, time);
const person = (openId: string, role: Person["role"]): Person => ({
  openId,
  role,
  name: openId,
  area: "",
  locale: "zh-CN",
});
const office = person("ou_office", "city_office");
const colleague = person("ou_colleague", "city_office");
const leader = person("ou_leader", "leader");
const official = person("ou_town", "town_official");

const MONDAY = "2026-10-12";
const UNTIL = at(MONDAY, "18:00");
const offer = (id: string) => ({ id, name: id, nameEn: id });
/** Values supplied by the code: the choices, and what was chosen. */
const given = (until: number) => ({
  places: ["qikou", "xinyi"].map(offer),
  approvers: [leader, colleague].map(({ openId }) => offer(openId)),
  ends: [offer(String(until))],
  to: ["qikou"],
  receivers: 2,
  month: 0,
  quarter: 0,
  sendTo: ["qikou"],
  officials: 2,
});
const draft = { towns: ["qikou"], words: "请今天报送", reason: "省里明天调度", approver: leader.openId };
const moment = (actor: Person | null, now: number) => ({ actor, now, programme: towns, evidence: 0 });
const origin = { id: "u1", town: "", period: "", ref: "" };

function proposed(now: number, until = UNTIL, change: Record<string, unknown> = {}) {
  const inputs = { ...given(until), ...draft, until: String(until), ...change };
  return begin(urgent, origin, "propose", inputs, moment(office, now));
}

function reasonOf(taken: ReturnType<typeof take>): string | null {
  return taken.ok ? null : taken.refusal.reason;
}

function waiting(until = UNTIL) {
  const taken = proposed(at(MONDAY, "10:00"), until);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}

describe("who may approve", () => {
  test.each([
    [leader, true],
    [colleague, true],
    [office, false],
    [official, false],
    [person("ou_c", "county_reviewer"), false],
    [person("ou_d", "department"), false],
  ])("%o: %s", (who, may) => {
    expect(mayApprove(who, office.openId)).toBe(may);
  });
});

describe("what may be proposed", () => {
  const now = at(MONDAY, "10:00");
  test.each([
    ["a whole one", {}, null],
    ["no town", { towns: [] }, "not_chosen"],
    ["towns that have all reported", { to: [] }, "no_towns"],
    ["no words", { words: " " }, "empty"],
    ["no reason", { reason: "" }, "empty"],
    ["words too long", { words: "字".repeat(301) }, "too_long"],
    ["a reason too long", { reason: "字".repeat(201) }, "too_long"],
    ["nobody to approve", { approver: "" }, "not_chosen"],
    ["oneself to approve", { approver: office.openId }, "unknown_choice"],
    ["somebody of a town to approve", { approver: official.openId }, "unknown_choice"],
    ["no end", { until: "" }, "not_chosen"],
  ])("%s", (_, change, refused) => {
    expect(reasonOf(proposed(now, UNTIL, change))).toBe(refused);
  });
  test.each([
    ["an end that has passed", now, "end"],
    ["an end in the evening", at(MONDAY, "20:00"), "end"],
    ["the next morning", at("2026-10-13", "10:00"), null],
    ["over 24 hours away", at("2026-10-13", "10:01"), "end"],
  ])("%s", (_, until, refused) => {
    expect(reasonOf(proposed(now, until))).toBe(refused);
  });
  test.each([
    ["before nine", MONDAY, "08:59"],
    ["from six on", MONDAY, "18:00"],
    ["on a Sunday", "2026-10-11", "10:00"],
    ["on a holiday that is a Thursday", "2026-10-01", "10:00"],
  ])("nothing %s", (_, day, time) => {
    expect(reasonOf(proposed(at(day, time)))).toBe("outside_hours");
  });
  test("on a Saturday that is a working day it is", () => {
    expect(reasonOf(proposed(at("2026-10-10", "10:00"), at("2026-10-10", "18:00")))).toBeNull();
  });
});

describe("when it may end", () => {
  const ends = (day: string, time: string) =>
    urgentEnds(at(day, time)).map((ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(5, 16));
  test("usually at 18:00, or earlier by an hour at least, or the next morning within a day", () => {
    expect(ends(MONDAY, "10:30")).toEqual(["10-12T18:00", "10-12T12:00", "10-12T15:00", "10-13T10:00"]);
    expect(ends(MONDAY, "11:30")).toEqual(["10-12T18:00", "10-12T15:00", "10-13T10:00"]);
    expect(ends(MONDAY, "16:00")).toEqual(["10-12T18:00", "10-13T10:00", "10-13T12:00", "10-13T15:00"]);
  });
  test("never on a day off", () => {
    expect(ends("2026-10-16", "16:00")).toEqual(["10-16T18:00"]);
    expect(ends("2026-09-30", "16:00")).toEqual(["09-30T18:00"]);
  });
  test.each(["09:00", "11:30", "17:59"])("every end offered at %s is one that is taken", (time) => {
    const now = at(MONDAY, time);
    for (const end of urgentEnds(now)) expect(mayEnd(end, now)).toBe(true);
  });
});

describe("who decides", () => {
  const now = at(MONDAY, "11:00");
  const decide = (actor: Person | null, step: string, when = now, record = waiting()) =>
    reasonOf(take(urgent, record, step, { ...given(UNTIL), why: "先电话联系" }, moment(actor, when)));
  test.each([
    ["the named one approves", leader, "approve", null],
    ["the named one refuses", leader, "refuse", null],
    ["the named one does not withdraw", leader, "withdraw", "not_yours"],
    ["the proposer withdraws", office, "withdraw", null],
    ["the proposer does not approve", office, "approve", "not_yours"],
    ["a colleague who was not named does nothing", colleague, "approve", "not_yours"],
    ["nor refuses", colleague, "refuse", "not_yours"],
  ] as const)("%s", (_, who, step, refused) => {
    expect(decide(who, step)).toBe(refused);
  });
  test("who has left the post that lets them approve does not", () => {
    expect(decide({ ...leader, role: "department" }, "approve")).toBe("not_yours");
  });
  test("once: what is decided stays so", () => {
    const taken = take(urgent, waiting(), "approve", given(UNTIL), moment(leader, now));
    if (!taken.ok) throw new Error(taken.refusal.reason);
    for (const step of ["approve", "refuse"])
      expect(decide(leader, step, now, taken.record)).toBe("wrong_state");
  });
  test("until its end, to the millisecond, and approving only in working hours", () => {
    const overnight = waiting(at("2026-10-13", "10:00"));
    expect(decide(leader, "approve", UNTIL - 1)).toBeNull();
    expect(decide(leader, "approve", UNTIL)).toBe("expired");
    expect(decide(leader, "approve", at(MONDAY, "20:00"), overnight)).toBe("outside_hours");
    expect(decide(leader, "refuse", at(MONDAY, "20:00"), overnight)).toBeNull();
    expect(decide(leader, "approve", at("2026-10-13", "09:00"), overnight)).toBeNull();
  });
  test("nothing is sent where everybody has reported, or nobody would receive it", () => {
    const nobody = { ...given(UNTIL), sendTo: [] };
    expect(reasonOf(take(urgent, waiting(), "approve", nobody, moment(leader, now)))).toBe("all_done");
    const empty = { ...given(UNTIL), officials: 0 };
    expect(reasonOf(take(urgent, waiting(), "approve", empty, moment(leader, now)))).toBe("no_receiver");
  });
});

test("time makes it void, or over once sent; what ended otherwise stays as it is", () => {
  const byTime = (record: ReturnType<typeof waiting>, now: number) =>
    offered(urgent, record, moment(null, now));
  const after = (step: string, actor: Person) => {
    const inputs = { ...given(UNTIL), why: "否" };
    const taken = take(urgent, waiting(), step, inputs, moment(actor, at(MONDAY, "11:00")));
    if (!taken.ok) throw new Error(taken.refusal.reason);
    return taken.record;
  };
  expect(byTime(waiting(), UNTIL - 1)).toEqual([]);
  expect(byTime(waiting(), UNTIL)).toEqual(["expire"]);
  expect(byTime(after("approve", leader), UNTIL)).toEqual(["end"]);
  expect(byTime(after("refuse", leader), UNTIL)).toEqual([]);
});

test("this month and this quarter begin by Shanghai's days", () => {
  expect(urgentSpans(at("2026-11-01", "00:00"))).toEqual({
    month: at("2026-11-01", "00:00"),
    quarter: at("2026-10-01", "00:00"),
  });
  expect(urgentSpans(at("2026-10-31", "23:59"))).toMatchObject({ month: at("2026-10-01", "00:00") });
});
