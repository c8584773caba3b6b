import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/domain/people.ts";
import { shanghaiTime } from "../../../src/domain/shanghai-time.ts";
import { urgentEnds, urgentSpans } from "../../../src/domain/urgent/urgent-times.ts";
import {
  asOf,
  checkDecision,
  checkDraft,
  checkRefusal,
  mayApprove,
  type UrgentRequest,
} from "../../../src/domain/urgent-request.ts";

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
const request: UrgentRequest = {
  id: "u1",
  towns: ["qikou"],
  words: "请今天报送",
  reason: "省里明天调度",
  proposedBy: office.openId,
  proposedAt: at(MONDAY, "10:00"),
  approver: leader.openId,
  expiresAt: at(MONDAY, "18:00"),
  status: "proposed",
  decidedAt: null,
};

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
  const draft = {
    towns: ["qikou"],
    words: "请今天报送",
    reason: "省里明天调度",
    approver: leader,
    expiresAt: at(MONDAY, "18:00"),
  };
  const now = at(MONDAY, "10:00");
  test.each([
    ["all that is asked", {}, null],
    ["no town", { towns: [] }, "no_towns"],
    ["no words", { words: "  " }, "empty"],
    ["no reason", { reason: "\n" }, "empty"],
    ["301 characters", { words: "字".repeat(301) }, "too_long"],
    ["300 characters", { words: "字".repeat(300) }, null],
    ["a reason of 201", { reason: "字".repeat(201) }, "too_long"],
    ["nobody to approve it", { approver: null }, "approver"],
    ["oneself", { approver: office }, "approver"],
    ["a town's official", { approver: official }, "approver"],
    ["no end", { expiresAt: Number.NaN }, "end"],
    ["an end that has passed", { expiresAt: now }, "end"],
    ["an end in the evening", { expiresAt: at(MONDAY, "20:00") }, "end"],
    ["the next morning", { expiresAt: at("2026-10-13", "10:00") }, null],
    ["over 24 hours away", { expiresAt: at("2026-10-13", "10:01") }, "end"],
  ])("%s", (_, change, refused) => {
    expect(checkDraft({ ...draft, ...change }, office.openId, now)).toBe(refused);
  });
  test.each([
    ["before nine", MONDAY, "08:59"],
    ["from six on", MONDAY, "18:00"],
    ["on a Sunday", "2026-10-11", "10:00"],
    ["on a holiday that is a Thursday", "2026-10-01", "10:00"],
  ])("nothing %s", (_, day, time) => {
    expect(checkDraft(draft, office.openId, at(day, time))).toBe("outside_hours");
  });
  test("on a Saturday that is a working day it is", () => {
    const saturday = { ...draft, expiresAt: at("2026-10-10", "18:00") };
    expect(checkDraft(saturday, office.openId, at("2026-10-10", "10:00"))).toBeNull();
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
    for (const expiresAt of urgentEnds(now)) {
      const draft = { towns: ["qikou"], words: "a", reason: "b", approver: leader, expiresAt };
      expect(checkDraft(draft, office.openId, now)).toBeNull();
    }
  });
});

describe("who decides", () => {
  const now = at(MONDAY, "11:00");
  test.each([
    ["the named one approves", leader, "approve", null],
    ["the named one refuses", leader, "refuse", null],
    ["the named one does not withdraw", leader, "withdraw", "not_named"],
    ["the proposer withdraws", office, "withdraw", null],
    ["the proposer does not approve", office, "approve", "not_named"],
    ["a colleague who was not named does nothing", colleague, "approve", "not_named"],
    ["nor refuses", colleague, "refuse", "not_named"],
  ] as const)("%s", (_, who, verdict, refused) => {
    expect(checkDecision(request, who, verdict, now)).toBe(refused);
  });
  test("who has left the post that lets them approve does not", () => {
    expect(checkDecision(request, { ...leader, role: "department" }, "approve", now)).toBe("not_named");
  });
  test("once: what is decided stays so", () => {
    for (const status of ["sent", "refused", "withdrawn", "over"] as const)
      expect(checkDecision({ ...request, status }, leader, "approve", now)).toBe("decided");
  });
  test("until its end, to the millisecond, and approving only in working hours", () => {
    const overnight = { ...request, expiresAt: at("2026-10-13", "10:00") };
    expect(checkDecision(request, leader, "approve", request.expiresAt - 1)).toBeNull();
    expect(checkDecision(request, leader, "approve", request.expiresAt)).toBe("expired");
    expect(checkDecision(overnight, leader, "approve", at(MONDAY, "20:00"))).toBe("outside_hours");
    expect(checkDecision(overnight, leader, "refuse", at(MONDAY, "20:00"))).toBeNull();
    expect(checkDecision(overnight, leader, "approve", at("2026-10-13", "09:00"))).toBeNull();
  });
  test("a refusal gives its reason", () => {
    expect([checkRefusal("先电话联系"), checkRefusal(" "), checkRefusal("字".repeat(201))]).toEqual([
      null,
      "empty",
      "too_long",
    ]);
  });
});

test("time makes it void, or over once sent; what ended otherwise stays as it is", () => {
  const later = request.expiresAt;
  expect(asOf(request, later - 1).status).toBe("proposed");
  expect(asOf(request, later).status).toBe("expired");
  expect(asOf({ ...request, status: "sent" }, later).status).toBe("over");
  expect(asOf({ ...request, status: "refused" }, later).status).toBe("refused");
});

test("this month and this quarter begin by Shanghai's days", () => {
  expect(urgentSpans(at("2026-11-01", "00:00"))).toEqual({
    month: at("2026-11-01", "00:00"),
    quarter: at("2026-10-01", "00:00"),
  });
  expect(urgentSpans(at("2026-10-31", "23:59"))).toMatchObject({ month: at("2026-10-01", "00:00") });
});
