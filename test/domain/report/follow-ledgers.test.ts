import { expect, test } from "vitest";
import { figuresIn } from "../../../src/domain/area-ledger/recorded.ts";
import { touchedInputs } from "../../../src/domain/report/box-text.ts";
import { findCell } from "../../../src/domain/report/cells.ts";
import { missingParts, sectionState } from "../../../src/domain/report/completeness.ts";
import type { Basis } from "../../../src/domain/report/content.ts";
import type { OwnField } from "../../../src/domain/report/fields.ts";
import { followLedgers } from "../../../src/domain/report/follow-ledgers.ts";
import type { RawInputs } from "../../../src/domain/report/inputs.ts";
import { type Report, reportSchema, startReport } from "../../../src/domain/report/report.ts";
import { towns } from "../programmes.ts";
import { basis, done, firstBasis, official, quarter, save, situation, submit } from "./given.ts";

// A draft follows what the ledgers of its town say, and nothing that a person gave.

const saying = (says: Record<string, number>, of = basis): Basis => ({
  ...of,
  recorded: new Map(Object.entries(says)),
});
const WELL = saying({ "water.1": 100, "water.2": 70 });
const water = ({ content }: Report) => content.areas.water;
const draft = () => followLedgers(startReport(basis), WELL);
const saved = (raw: RawInputs, section: string, report: Report, at = WELL) =>
  done(save(raw, section, report.revision), report, situation(official, { basis: at }));

test("items of an area nobody has saved follow, are marked, and are asked no more", () => {
  expect(water(draft())).toMatchObject({
    items: { "water.1": 100, "water.2": 70, "water.3": 0 },
    derived: ["water.1", "water.2"],
  });
  expect(findCell("water/item.water.2", draft().content, WELL)).toMatchObject({
    value: 70,
    previous: 20,
    derived: "ledger",
  });
  expect(reportSchema.parse(JSON.parse(JSON.stringify(draft())))).toEqual(draft());
  // Nothing to follow, nothing new.
  expect(followLedgers(draft(), WELL)).toEqual(draft());
  const untouched = startReport(basis);
  expect(followLedgers(untouched, saying({}))).toBe(untouched);
});

test("they go on following after the area was saved with their boxes empty", () => {
  const after = saved({ "water/progress": "管网铺设过半。" }, "water", draft());
  expect(water(after)).toMatchObject({
    derived: ["water.1", "water.2"],
    words: { progress: "管网铺设过半。" },
  });
  const later = saying({ "water.1": 100, "water.2": 85 });
  expect(water(followLedgers(after, later))?.items["water.2"]).toBe(85);
  // What the ledger does not say any more is asked again, with the figure it had.
  expect(water(followLedgers(after, saying({ "water.1": 100 })))).toMatchObject({
    items: { "water.2": 70 },
    derived: ["water.1"],
  });
});

test("what a person typed stands, even where it is what the ledger says", () => {
  const typed = saved({ "water/item.water.2": "55" }, "water", draft());
  const same = saved({ "water/item.water.2": "70" }, "water", draft());
  for (const report of [typed, same]) {
    const later = water(followLedgers(report, saying({ "water.1": 100, "water.2": 90 })));
    expect(later?.derived).toEqual(["water.1"]);
    expect(later?.items["water.2"]).toBe(report === typed ? 55 : 70);
  }
});

test("an area that was saved before its ledger said anything stays as it was confirmed", () => {
  const before = saved({ "water/progress": "照常推进。" }, "water", startReport(basis), basis);
  expect(followLedgers(before, WELL)).toBe(before);
});

test("what was submitted follows nothing, and holds what the ledger said then", () => {
  const full = done(save(quarter, "investment"), draft(), situation(official, { basis: WELL }));
  const submitted = done(submit, full, situation(official, { basis: WELL }));
  expect(water(submitted)).toMatchObject({ items: { "water.2": 70 }, derived: ["water.1", "water.2"] });
  expect(followLedgers(submitted, saying({ "water.2": 95 }))).toBe(submitted);
});

test("a first quarter's area is complete without a press once its ledger says everything", () => {
  const all = saying({ "water.1": 100, "water.2": 70, "water.3": 0 }, firstBasis);
  const some = saying({ "water.1": 100 }, firstBasis);
  const lacking = (at: Basis) =>
    missingParts(followLedgers(startReport(firstBasis), at), at).map(({ section }) => section);
  expect(lacking(all)).not.toContain("water");
  expect(lacking(some)).toContain("water");
  expect(sectionState(followLedgers(startReport(firstBasis), all), all, "water")).toBe("kept");
});

test("a form as it was drawn gives nothing: the boxes of what follows are empty", () => {
  const drawn = draft();
  const boxes = { "water/item.water.1": "", "water/item.water.2": "", "water/item.water.3": "" };
  expect(touchedInputs(boxes, drawn, WELL)).toEqual({});
  expect(water(saved(boxes, "water", drawn))?.derived).toEqual(["water.1", "water.2"]);
});

const JOBS: OwnField = {
  id: "posts",
  of: "investment",
  kind: "count",
  required: true,
  cumulative: true,
  name: "新增就业岗位",
  nameEn: "New jobs",
  unit: { name: "个", nameEn: "jobs" },
  said: [],
};
const counting: Basis = {
  ...basis,
  programme: { ...basis.programme, fields: [JOBS] },
  recorded: new Map(),
  figures: new Map([["posts", 120]]),
};

test("a figure of the pack that a ledger keeps is taken from it, and is asked no more", () => {
  const report = followLedgers(startReport(counting), counting);
  const cell = findCell("investment/count.posts", report.content, counting);
  expect(cell).toMatchObject({ value: 120, derived: "ledger" });
  const after = saved({ "investment/cumulative": "400" }, "investment", report, counting);
  const later = { ...counting, figures: new Map([["posts", 130]]) };
  expect(followLedgers(after, later).content.investment).toMatchObject({ more: { posts: 130 } });
  expect(missingParts(after, counting).some((missing) => missing.kind === "own")).toBe(false);
  // What a person gives stands.
  const typed = saved({ "investment/count.posts": "90" }, "investment", report, counting);
  expect(followLedgers(typed, later).content.investment.more).toEqual({ posts: 90 });
  expect(typed.content.investment.byLedger).toBeUndefined();
});

test("a figure is the same by its name or id, in the same unit", () => {
  const [area] = towns.areas.filter(({ figures }) => figures.some(({ id }) => id === "jobs"));
  const log = [{ step: "begin", from: "", to: "kept", by: "", name: "", post: "", at: 0, values: {} }];
  const ledger = {
    ...{ id: "l1", procedure: "area_ledger", town: "qikou", period: "", ref: "", state: "kept" },
    ...{ revision: 1, due: null, log, data: { area: area?.id ?? "", values: { jobs: 120 } } },
  };
  const figures = (field: object) =>
    Object.fromEntries(figuresIn({ ...towns, fields: [{ ...JOBS, ...field }] }, [ledger]));
  expect(figures({})).toEqual({ posts: 120 });
  expect(figures({ id: "jobs", name: "岗位" })).toEqual({ jobs: 120 });
  expect(figures({ unit: { name: "人", nameEn: "people" } })).toEqual({});
  expect(figures({ name: "培训人次" })).toEqual({});
});
