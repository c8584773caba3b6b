import { describe, expect, test } from "vitest";
import { procedure, step } from "../../../src/domain/procedure/definition.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";

// A question beside the state: an extension is requested and granted while the work continues.

const work = procedure({
  id: "work",
  key: ({ id }) => id,
  sees: ["office"],
  reasons: ["full"],
  asides: {
    more: { opens: "ask", ends: ["grant"], owes: { post: "county", within: 2 } },
    waiting: { opens: "wait", ends: ["go_on"], holds: true },
  },
  states: {
    open: { colour: "yellow", owes: { post: "town", within: { day: "due" } } },
    over: { colour: "green", ends: true },
  },
  steps: {
    order: step({
      from: "start",
      to: "open",
      who: ["county"],
      asks: {
        town: { kind: "choice", of: ({ towns: all }) => all.map(({ slug }) => ({ id: slug })) },
        due: { kind: "day" },
        share: { kind: "percent" },
      },
      tells: ["town"],
    }),
    ask: step({
      from: ["open"],
      to: "open",
      who: ["town"],
      unless: ["more"],
      asks: { until: { kind: "day", after: "due" } },
      tells: ["county"],
    }),
    grant: step({
      from: ["open"],
      to: "open",
      who: ["county"],
      during: ["more"],
      asks: {},
      sets: (record) => ({ due: record?.data.until ?? "" }),
      tells: ["town"],
    }),
    wait: step({ from: ["open"], to: "open", who: ["town"], unless: ["waiting"], asks: {}, tells: [] }),
    go_on: step({ from: ["open"], to: "open", who: ["town"], during: ["waiting"], asks: {}, tells: [] }),
    end: step({
      from: ["open"],
      to: "over",
      who: ["town"],
      asks: {},
      refuses: (record) => (record?.data.share === 100 ? null : { reason: "full", about: "进度" }),
      tells: [],
    }),
  },
});

const person = (role: Person["role"], area: string): Person => ({
  ...{ openId: `ou_${role}_${area}`, name: role, role, area },
  locale: "zh-CN",
});
const town = person("town_official", "qikou");
const county = person("county_reviewer", "linxian");
const at = (actor: Person, day = "2026-10-12") => ({
  ...{ actor, now: Date.parse(`${day}T10:00:00+08:00`), programme: towns, evidence: 0 },
});
const origin = { id: "w1", town: "", period: "", ref: "" };
const typed = { town: "qikou", due: "2026-10-30", share: "40" };

function ok(taken: ReturnType<typeof take>): ProcedureRecord {
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}
const ordered = ok(begin(work, origin, "order", typed, at(county)));
const asked = ok(take(work, ordered, "ask", { until: "2026-11-13" }, at(town, "2026-10-13")));

describe("beginning", () => {
  test("is for the post of the town that the form names", () => {
    expect(begin(work, origin, "order", { ...typed, town: "xinyi" }, at(county))).toMatchObject({
      refusal: { reason: "not_yours" },
    });
    expect(ordered.town).toBe("qikou");
  });
  test("names every field that cannot be read", () => {
    expect(begin(work, origin, "order", { town: "qikou", due: "x" }, at(county))).toMatchObject({
      refusal: { reason: "not_a_day", field: "due", also: [{ reason: "empty", field: "share" }] },
    });
  });
});

describe("an aside", () => {
  test("is owed beside the state, which stays due as it was", () => {
    expect(asked).toMatchObject({ state: "open", due: "2026-10-30" });
    expect(owed(work, asked, towns)).toMatchObject([
      { what: "open", to: { role: "town_official" }, due: "2026-10-30", ahead: true },
      { what: "more", to: { role: "county_reviewer" }, due: "2026-10-15", ahead: false },
    ]);
  });
  test("is asked once at a time and answered once", () => {
    expect(take(work, asked, "ask", { until: "2026-12-01" }, at(town))).toMatchObject({
      refusal: { reason: "pending" },
    });
    expect(take(work, ordered, "grant", {}, at(county))).toMatchObject({
      refusal: { reason: "not_pending" },
    });
    const granted = ok(take(work, asked, "grant", {}, at(county)));
    expect(granted).toMatchObject({ due: "2026-11-13", data: { due: "2026-11-13" } });
    expect(owed(work, granted, towns).map(({ what }) => what)).toEqual(["open"]);
    expect(offered(work, granted, at(town))).toContain("ask");
  });
  test("may hold up what the state owes", () => {
    const waiting = ok(take(work, ordered, "wait", {}, at(town)));
    expect(owed(work, waiting, towns)).toEqual([]);
    expect(owed(work, ok(take(work, waiting, "go_on", {}, at(town))), towns)).toHaveLength(1);
  });
  test("counts as a movement of whoever owes", () => {
    expect(owed(work, ordered, towns)[0]?.movedAt).toBeNull();
    expect(owed(work, asked, towns)[0]?.movedAt).toBe(at(town, "2026-10-13").now);
  });
});

describe("a press", () => {
  test("on an old card with other words is stale, with the same words it is the one before", () => {
    const revision = ordered.revision;
    const again = (until: string) => take(work, asked, "ask", { until }, { ...at(town), revision });
    expect(again("2026-11-13")).toMatchObject({ ok: true, repeated: true });
    expect(again("2026-11-16")).toMatchObject({ ok: false, refusal: { reason: "pending" } });
  });
  test("is refused with what it is about", () => {
    expect(take(work, ordered, "end", {}, at(town))).toMatchObject({
      refusal: { reason: "full", about: "进度" },
    });
  });
});
