import { describe, expect, test } from "vitest";
import { owed, waitsOn } from "../../../src/domain/procedure/owed.ts";
import { isAskedIn, promise, unmadePromises, unsaidPromises } from "../../../src/domain/procedure/promise.ts";
import { beginning, type ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, beginFor, take, takeFor } from "../../../src/domain/procedure/take.ts";
import { towns } from "../programmes.ts";
import { everyone, START } from "./played.ts";

const [official] = everyone(towns);
const at = { actor: official ?? null, now: START, programme: towns, evidence: 0 };
const origin = { id: "p1", town: official?.area ?? "", period: "", ref: "2026Q2/qikou/facilities/0-1" };

function made(quarter: string): ProcedureRecord {
  const begun = begin(promise, origin, "make", { text: "下季度完成主体", quarter }, at);
  if (!begun.ok) throw new Error(begun.refusal.reason);
  return begun.record;
}

test("it is answered with the report of its quarter, by that report's due day", () => {
  expect(made("2026Q3").due).toBe("2026-10-15");
  // The holidays of the year the next report is due in are not announced yet: nothing is late.
  expect(made("2026Q4").due).toBeNull();
  expect(isAskedIn(made("2026Q3"), "2026Q2")).toBe(false);
  expect(isAskedIn(made("2026Q3"), "2026Q3")).toBe(true);
  expect(isAskedIn(made("2026Q3"), "2026Q4")).toBe(true);
});

test("it waits for its town once its quarter is over", () => {
  const [waits] = owed(promise, made("2026Q3"), towns);
  expect(waits && [waitsOn(waits, "2026-09-30"), waitsOn(waits, "2026-10-01")]).toEqual([false, true]);
});

test("it may be put off to a later quarter, which asks again", () => {
  const values = (until: string) => ({ until, reason: "雨季停工" });
  const earlier = take(promise, made("2026Q3"), "put_off", values("2026Q3"), at);
  expect(earlier).toMatchObject({ ok: false, refusal: { reason: "unknown_choice" } });
  const later = take(promise, made("2026Q2"), "put_off", values("2026Q3"), at);
  expect(later).toMatchObject({ ok: true, record: { state: "open", due: "2026-10-15" } });
});

test("what the report does not say any more is no promise", () => {
  const begun = begin(promise, origin, "make", { text: null, quarter: null }, at);
  expect(begun).toMatchObject({ ok: false, refusal: { reason: "not_said" } });
});

test.each([
  ["已兑现", { step: "keep", typed: {} }],
  ["完成了。", { step: "keep", typed: {} }],
  ["未兑现，资金没有到位", { step: "miss", typed: { reason: "资金没有到位" } }],
  ["延后到明年一季度", { step: "put_off", typed: { reason: "延后到明年一季度" }, asks: "" }],
  ["完成80%", null],
])("%s in reply", (words, meant) => {
  expect(promise.reply?.(words)).toEqual(meant);
});

describe("a report that is approved anew", () => {
  const saying = (next: string) => ({
    period: "2026Q2" as const,
    town: official?.area ?? "",
    content: { areas: { facilities: { words: { next } } } },
  });
  const said = (): ProcedureRecord => {
    const values = { text: "下季度完成主体", quarter: "2026Q3" };
    const cause = { step: "", from: "", to: "", by: "c", name: "", post: "", at: START, values: {} };
    const begun = beginFor(promise, origin, "said", values, cause, { programme: towns });
    if (!begun.ok) throw new Error(begun.refusal.reason);
    return begun.record;
  };
  const unsaid = () => takeFor(promise, said(), "unsaid", {}, beginning(said()), { programme: towns });

  test("makes nothing twice, and ends what it says no more", () => {
    expect(unmadePromises(saying("下季度完成主体"), [said()], towns)).toEqual([]);
    expect(unsaidPromises(saying("下季度完成主体"), [said()], towns)).toEqual([]);
    expect(unsaidPromises(saying("下季度完成装修"), [said()], towns)).toHaveLength(1);
    // What its official made is theirs to take back.
    expect(unsaidPromises(saying("下季度完成装修"), [made("2026Q3")], towns)).toEqual([]);
  });

  test("makes again what it had left out, and not what was taken back with a reason", () => {
    const left = unsaid();
    const back = take(promise, said(), "withdraw", { reason: "列错了" }, at);
    const again = (one: typeof left) =>
      unmadePromises(saying("下季度完成主体"), one.ok ? [one.record] : [], towns).length;
    expect([again(left), again(back)]).toEqual([1, 0]);
  });
});
