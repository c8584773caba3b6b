import { describe, expect, test } from "vitest";
import * as z from "zod";
import { procedure, step } from "../../../src/domain/procedure/definition.ts";
import { offeredSchema } from "../../../src/domain/procedure/field.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import { type ProcedureRecord, stateOn } from "../../../src/domain/procedure/record.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";
import { inspection } from "./inspection.ts";

// A procedure of four states, with every reason for which its steps may be refused.

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const person = (role: Person["role"], area = "", openId: string = role): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const office = person("city_office");
const county = person("county_reviewer", "linxian");
const town = person("town_official", "qikou");
const when = (actor: Person, day = "2026-10-12", evidence = 1) => {
  return { actor, now: at(day), programme: towns, evidence };
};
const origin = { id: "i1", town: "qikou", period: "", ref: "" };

function ok(taken: ReturnType<typeof take>): ProcedureRecord {
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}
const found = ok(begin(inspection, origin, "find", { finding: "驳岸坍塌" }, when(office)));
const ordered = ok(take(inspection, found, "order", { until: "2026-10-30" }, when(county, "2026-10-13")));
const done = { done: "已修复", area: "0.2平方公里" };
const reported = ok(take(inspection, ordered, "report", done, when(town, "2026-10-20")));

describe("a step", () => {
  test("is read by the readers every form uses, and kept with who and when", () => {
    expect(reported.data).toEqual({
      finding: "驳岸坍塌",
      until: "2026-10-30",
      done: "已修复",
      area: 0.2,
      shown: 1,
    });
    expect(reported.log.map((entry) => [entry.step, entry.by, entry.post, entry.from, entry.to])).toEqual([
      ["find", "city_office", "city_office ", "", "found"],
      ["order", "county_reviewer", "county_reviewer linxian", "found", "rectifying"],
      ["report", "town_official", "town_official qikou", "rectifying", "reported"],
    ]);
  });

  test.each([
    [
      "by somebody of another town",
      ordered,
      "report",
      done,
      when(person("town_official", "xinyi")),
      "not_yours",
    ],
    ["from a state it does not start in", found, "report", done, when(town), "wrong_state"],
    ["without its evidence", ordered, "report", done, when(town, "2026-10-20", 0), "no_evidence"],
    ["without words", ordered, "report", { ...done, done: " " }, when(town), "empty"],
    ["with too many words", ordered, "report", { ...done, done: "字".repeat(21) }, when(town), "too_long"],
    [
      "with a figure nobody can read",
      ordered,
      "report",
      { ...done, area: "许多" },
      when(town),
      "not_a_number",
    ],
    ["for the procedure's own reason", ordered, "report", { ...done, area: "0" }, when(town), "nothing_done"],
    ["on a day off", found, "order", { until: "2026-10-31" }, when(county), "not_working_day"],
    ["on no day", found, "order", { until: "下个月" }, when(county), "not_a_day"],
    [
      "to a day no later",
      reported,
      "reject",
      { why: "不合格", until: "2026-10-30" },
      when(office),
      "not_later",
    ],
    ["that began the record, once more", reported, "find", { finding: "又" }, when(office), "wrong_state"],
    ["that the procedure does not have", reported, "praise", {}, when(office), "wrong_state"],
  ] as const)("is refused %s", (_, record, name, typed, moment, reason) => {
    expect(take(inspection, record, name, typed, moment)).toMatchObject({ ok: false, refusal: { reason } });
  });

  test("that needs a second pair of eyes is not for whoever took the first", () => {
    const same = take(inspection, reported, "close", {}, when(town));
    expect(same).toMatchObject({ ok: false, refusal: { reason: "second_person" } });
    const deputy = { ...town, openId: "deputy" };
    expect(take(inspection, reported, "close", {}, when(deputy)).ok).toBe(true);
    expect(offered(inspection, reported, when(town))).toEqual([]);
    expect(offered(inspection, reported, when(office))).toEqual(["reject", "close"]);
  });

  test("pressed twice on the same card is taken once; on an old card it is refused", () => {
    const twice = { ...when(town), revision: ordered.revision };
    expect(take(inspection, reported, "report", done, twice)).toEqual({
      ok: true,
      record: reported,
      repeated: true,
    });
    const old = { ...when(office), revision: 1 };
    expect(take(inspection, reported, "close", {}, old)).toMatchObject({ refusal: { reason: "stale" } });
  });
});

describe("what is owed", () => {
  test("is owed by a post, within working days or by the day a step named", () => {
    expect(owed(inspection, found, towns)[0]).toMatchObject({
      to: { role: "county_reviewer", area: "linxian" },
      due: "2026-10-14",
    });
    expect(owed(inspection, ordered, towns)[0]).toMatchObject({
      to: { role: "town_official", area: "qikou" },
      due: "2026-10-30",
    });
  });
  test("has the days the pack gives it", () => {
    const programme = { ...towns, procedures: { inspection: { off: false, days: { found: 4 } } } };
    const slow = ok(begin(inspection, origin, "find", { finding: "裂缝" }, { ...when(office), programme }));
    expect(slow.due).toBe("2026-10-16");
  });
  test("has no day in a year whose calendar is not known", () => {
    const later = ok(begin(inspection, origin, "find", { finding: "裂缝" }, when(office, "2031-03-03")));
    expect(later.due).toBeNull();
  });
});

describe("a record", () => {
  test("says where it stood on any past day", () => {
    expect(
      ["2026-10-11", "2026-10-12", "2026-10-19", "2026-12-31"].map((day) => stateOn(reported, day)),
    ).toEqual([null, "found", "rectifying", "reported"]);
  });
  test("holds its key until it ends", () => {
    const closed = ok(take(inspection, reported, "close", {}, when(office)));
    expect(openness(inspection, reported)).toMatchObject({
      open: true,
      openKey: "inspection qikou 驳岸坍塌",
    });
    expect(openness(inspection, closed)).toMatchObject({ open: false, openKey: null });
  });
});

describe("a step that time takes", () => {
  const notice = procedure({
    id: "notice",
    key: ({ town }) => town,
    sees: [],
    reasons: [],
    states: {
      open: { colour: "blue", owes: { post: "town", within: 2 } },
      sent: { colour: "green" },
      void: { colour: "grey", ends: true },
    },
    steps: {
      give: step({
        from: "start",
        to: "open",
        who: ["office"],
        asks: { until: { kind: "given", schema: z.number() } },
        tells: [],
      }),
      answer: step({ from: ["open"], to: "sent", who: ["town"], asks: {}, tells: [] }),
      lapse: step({ from: ["open"], to: "void", who: [], asks: {}, tells: [], after: "due" }),
      end: step({ from: ["sent"], to: "void", who: [], asks: {}, tells: [], after: { moment: "until" } }),
    },
  });
  const time = (day: string, clock: string) => {
    return { actor: null, now: Date.parse(`${day}T${clock}:00+08:00`), programme: towns, evidence: 0 };
  };
  const until = Date.parse("2026-10-20T15:00:00+08:00");
  const open = ok(begin(notice, origin, "give", { until }, when(office)));

  test("is taken when the day it is owed by is over, and by nobody", () => {
    expect(open.due).toBe("2026-10-14");
    expect(offered(notice, open, time("2026-10-14", "23:59"))).toEqual([]);
    expect(offered(notice, open, time("2026-10-15", "00:00"))).toEqual(["lapse"]);
    for (const actor of [office, town])
      expect(offered(notice, open, when(actor, "2026-10-20"))).not.toContain("lapse");
    const lapsed = ok(take(notice, open, "lapse", {}, time("2026-10-15", "00:00")));
    expect(lapsed.log.at(-1)).toMatchObject({ by: "", name: "", to: "void" });
  });

  test("is taken at the moment a field holds, and takes nothing that is a person's", () => {
    const sent = ok(take(notice, open, "answer", {}, when(town)));
    expect(offered(notice, sent, time("2026-10-20", "14:59"))).toEqual([]);
    expect(offered(notice, sent, time("2026-10-20", "15:00"))).toEqual(["end"]);
    expect(take(notice, open, "answer", {}, time("2026-10-20", "15:00"))).toMatchObject({ ok: false });
  });
});

describe("what a step asks for", () => {
  const places = (ids: string[]) => ids.map((id) => ({ id, name: id, nameEn: id }));
  const table = procedure({
    id: "table",
    key: ({ ref }) => ref,
    sees: [],
    reasons: [],
    states: { open: { colour: "blue" } },
    steps: {
      begin: step({
        from: "start",
        to: "open",
        who: ["office"],
        asks: {
          score: { kind: "figures", of: () => [{ id: "a" }, { id: "b" }], least: 0, most: 100 },
          whom: { kind: "choice", of: "people" },
          people: { kind: "given", schema: offeredSchema },
        },
        tells: [],
      }),
      change: step({
        from: ["open"],
        to: "open",
        who: ["office"],
        asks: { score: { kind: "figures", of: () => [{ id: "a" }, { id: "b" }], least: 0, most: 100 } },
        tells: [],
      }),
    },
  });
  const typed = { "score.a": "８7.5分", "score.b": "", whom: "x", people: places(["x", "y"]) };
  const began = (change: Record<string, unknown>) =>
    begin(table, origin, "begin", { ...typed, ...change }, when(office));

  test("a number for each of several: what is left empty stays as it was", () => {
    const first = ok(began({}));
    expect(first.data.score).toEqual({ a: 87.5 });
    const next = ok(take(table, first, "change", { "score.b": "90" }, when(office)));
    expect(next.data.score).toEqual({ a: 87.5, b: 90 });
  });

  test.each([
    ["a figure above the most", { "score.a": "100.5" }, "out_of_range"],
    ["no figure", { "score.a": "很多" }, "not_a_number"],
    ["somebody who is not among those the code gives", { whom: "z" }, "unknown_choice"],
  ])("%s is refused", (_, change, reason) => {
    expect(began(change)).toMatchObject({ ok: false, refusal: { reason } });
  });
});
