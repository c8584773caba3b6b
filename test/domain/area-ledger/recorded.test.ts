import { expect, test } from "vitest";
import { areaLedger } from "../../../src/domain/area-ledger/area-ledger.ts";
import { cellsOf, spotPairs } from "../../../src/domain/area-ledger/grid.ts";
import { recordedIn } from "../../../src/domain/area-ledger/recorded.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";

// What a content area's ledger says of its items, from what its town and county entered.

const DAY = 86_400_000;
const START = Date.UTC(2026, 5, 10, 2);
const town: Person = {
  openId: "ou_town",
  name: "镇",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};
const county: Person = { ...town, openId: "ou_county", role: "county_reviewer", area: "linxian" };

function ledger(area: string): ProcedureRecord {
  const origin = { id: "l1", town: "qikou", period: "", ref: area };
  const at = { actor: town, now: START, programme: towns, evidence: 0 };
  const begun = begin(areaLedger, origin, "begin", { town: "qikou", area }, at);
  if (!begun.ok) throw new Error(begun.refusal.reason);
  return begun.record;
}

/** `files` were sent since the entry before; `photos` the same as photos. */
type Entry = {
  by?: Person;
  days?: number;
  step: string;
  values: Record<string, unknown>;
  files?: string[];
  photos?: string[];
};

function tried(
  record: ProcedureRecord,
  { by = town, days = 0, step, values, files = [], photos = [] }: Entry,
) {
  const sent = [
    ...files.map((name) => ({ ref: name, name, photo: false })),
    ...photos.map((ref) => ({ ref, name: "", photo: true })),
  ];
  const at = { actor: by, now: START + days * DAY, programme: towns, evidence: sent.length };
  return take(areaLedger, record, step, { ...values, sent }, at);
}

function entered(record: ProcedureRecord, ...entries: Entry[]): ProcedureRecord {
  return entries.reduce((before, entry) => {
    const taken = tried(before, entry);
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
    return taken.record;
  }, record);
}

function refusal(record: ProcedureRecord, entry: Entry): string {
  const taken = tried(record, entry);
  return taken.ok ? "taken" : taken.refusal.reason;
}

const known = (...records: ProcedureRecord[]) => Object.fromEntries(recordedIn(towns, records));

test("a plan is approved with its paper, under way with its share, and nothing is guessed of the others", () => {
  const planning = ledger("planning");
  const done = { step: "register", values: { item: "planning.1", state: "done" } };
  expect(refusal(planning, done)).toBe("no_paper");
  const kept = entered(
    planning,
    { ...done, files: ["总规批复.pdf"] },
    { step: "register", values: { item: "planning.2", state: "going", percent: "七成" } },
    { step: "register", values: { item: "planning.3", state: "going" } },
    { step: "register", values: { item: "planning.4", state: "none" } },
  );
  expect(known(kept)).toEqual({ "planning.1": 100, "planning.2": 70, "planning.4": 0 });
  // The paper of another plan is not this one's.
  expect(refusal(kept, { step: "register", values: { item: "planning.5", state: "done" } })).toBe("no_paper");
});

test("what contradicts itself, says nothing new, or is not of the area is refused", () => {
  const facilities = entered(ledger("facilities"), {
    step: "register",
    values: { item: "facilities.1", state: "going", percent: "60" },
  });
  const entry = (values: Record<string, unknown>) => refusal(facilities, { step: "register", values });
  expect(entry({ item: "facilities.2", state: "done", percent: "60" })).toBe("not_going");
  expect(entry({ item: "facilities.2", state: "going", percent: "160" })).toBe("out_of_range");
  expect(entry({ item: "facilities.1", state: "going", percent: "60" })).toBe("unchanged");
  expect(entry({ item: "planning.1", state: "none" })).toBe("unknown_choice");
  expect(refusal(facilities, { step: "look", values: {} })).toBe("not_here");
  expect(refusal(facilities, { step: "measure", values: {} })).toBe("not_here");
});

test("figures are measured against the goals the county sets: reached in part, or kept within", () => {
  const values = { "values.planned_area": "2.9", "values.start_area": "1.2" };
  const planning = entered(ledger("planning"), { step: "measure", values });
  expect(known(planning)).toEqual({});
  const goals = { "goals.planned_area": "3", "goals.start_area": "1", basis: "规划批复" };
  expect(refusal(planning, { step: "aim", values: goals })).toBe("not_yours");
  const aimed = entered(planning, { by: county, step: "aim", values: goals });
  // Above its limit is for people to explain.
  expect(known(aimed)).toEqual({ "planning.8": 100 });
  const positioning = entered(
    ledger("positioning"),
    { by: county, step: "aim", values: { "goals.jobs": "300", "goals.tax": "500", basis: "年度任务" } },
    { step: "measure", values: { "values.jobs": "299", "values.tax": "620" } },
  );
  expect(known(positioning)).toEqual({ "positioning.5": 100, "positioning.6": 99.6 });
});

const PROBLEMS = ["appearance.6", "appearance.7", "appearance.8", "appearance.9", "appearance.10"];
const looked = (place: string, problems: string[], verdict: string, more: Partial<Entry> = {}): Entry => ({
  step: "look",
  values: { place, problems, verdict },
  ...more,
});

test("a place counts once all its problems were looked at, by how many are in order", () => {
  const [first = "", ...rest] = PROBLEMS;
  const some = entered(ledger("appearance"), looked("appearance.2", [first], "found", { photos: ["p1"] }));
  expect(known(some)).toEqual({});
  const whole = entered(some, looked("appearance.2", rest, "clear"));
  expect(known(whole)).toEqual({ "appearance.2": 80 });
  const mended = entered(whole, looked("appearance.2", [first], "mended", { days: 3, photos: ["p2"] }));
  expect(known(mended)).toEqual({ "appearance.2": 100 });
});

test("a problem is owed by its town until its day, shown mended with a photo, and never clear without it", () => {
  const place = "appearance.1";
  const appearance = ledger("appearance");
  const found = { place, problems: ["appearance.8"], verdict: "found", until: "2026-06-18" };
  expect(refusal(appearance, { step: "look", values: found })).toBe("no_photo");
  expect(refusal(appearance, looked(place, ["appearance.8"], "mended", { photos: ["x"] }))).toBe(
    "nothing_there",
  );
  const past = { step: "look", values: { ...found, until: "2026-06-09" }, photos: ["p1"] };
  expect(refusal(appearance, past)).toBe("date_past");
  const holiday = { step: "look", values: { ...found, until: "2026-06-20" }, photos: ["p1"] };
  expect(refusal(appearance, holiday)).toBe("not_working_day");
  const needed = { ...holiday, values: { ...holiday.values, day_off: "端午游客多，先清理" } };
  expect(refusal(appearance, needed)).toBe("taken");
  const open = entered(
    appearance,
    { by: county, step: "look", values: found, photos: ["p1"] },
    looked(place, ["appearance.9"], "found", { days: 1, photos: ["p2"] }),
  );
  expect(open).toMatchObject({ state: "mending", due: "2026-06-18" });
  expect(owed(areaLedger, open, towns)).toMatchObject([{ to: { role: "town_official", area: "qikou" } }]);
  expect(refusal(open, looked(place, ["appearance.8"], "clear"))).toBe("still_there");
  const half = entered(open, looked(place, ["appearance.8"], "mended", { days: 4, photos: ["p3"] }));
  // Ten working days from the day it was found, over the Dragon Boat Festival.
  expect(half).toMatchObject({ state: "mending", due: "2026-06-26" });
  const over = entered(half, looked(place, ["appearance.9"], "mended", { days: 5, photos: ["p4"] }));
  expect(over.state).toBe("kept");
  expect(owed(areaLedger, over, towns)).toEqual([]);
});

test("the same spot is paired with its newest photo of an earlier quarter, the newest pair first", () => {
  const record = entered(
    ledger("appearance"),
    looked("appearance.2", ["appearance.8"], "found", { photos: ["june 1", "june 2"] }),
    looked("appearance.3", ["appearance.8"], "clear", { photos: ["square"] }),
    looked("appearance.2", ["appearance.8"], "mended", { days: 40, photos: ["july"] }),
    looked("appearance.3", ["appearance.8"], "clear", { days: 41, photos: ["square again"] }),
    looked("appearance.2", ["appearance.8"], "clear", { days: 42, photos: ["july 2"] }),
  );
  const pairs = spotPairs(cellsOf(record)).map(({ before, after }) => [before.ref, after.ref]);
  expect(pairs).toEqual([
    ["june 2", "july 2"],
    ["square", "square again"],
  ]);
});
