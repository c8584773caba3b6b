import { describe, expect, test } from "vitest";
import { applyInputs, type RawInputs } from "../../../src/domain/report/inputs.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { unequalSums } from "../../../src/domain/report/sums.ts";
import { basis } from "./given.ts";

const content = openingContent(basis);

function applied(raw: RawInputs) {
  const answer = applyInputs(raw, content, basis);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** Problems as `key: problem`. */
function problems(raw: RawInputs): string[] {
  const answer = applyInputs(raw, content, basis);
  return answer.ok ? [] : answer.problems.map(({ key, problem }) => `${key}: ${problem}`);
}

describe("an item of an area: one box", () => {
  test.each([
    ["a percentage", "water.3", "30", 30],
    ["finished, in a word", "water.3", "完成", 100],
    ["finished, in English", "water.3", "Done", 100],
    ["back to not started", "roads.2", "未启动", 0],
    ["the box as it was", "roads.2", "40", 40],
    ["a finished one as it was", "roads.1", "100", 100],
    ["the box left empty", "roads.2", "", 40],
  ])("%s", (_, item, text, expected) => {
    const area = item.slice(0, item.indexOf("."));
    expect(applied({ [`${area}/item.${item}`]: text }).content.areas[area]?.items[item]).toBe(expected);
  });
});

describe("an item with a state beside it, as a reply or an earlier card has it", () => {
  // roads.2 is at 40%, water.3 at 0, roads.1 at 100
  test.each([
    ["a percentage alone", "roads.2", { text: "70", status: "going" }, 70],
    ["people's own way of writing", "roads.2", { text: "七成二", status: "going" }, 72],
    ["nothing touched", "roads.2", { text: "40", status: "going" }, 40],
    ["the box left empty", "roads.2", { text: "", status: "going" }, 40],
    ["done by state, the box as it was", "roads.2", { text: "40", status: "done" }, 100],
    ["back to not started by state", "roads.2", { text: "40", status: "none" }, 0],
    ["100 typed, the state as it was", "roads.2", { text: "100", status: "going" }, 100],
    ["80 typed into a finished item", "roads.1", { text: "80", status: "done" }, 80],
    ["started and a percentage", "water.3", { text: "5", status: "going" }, 5],
    ["finished and 100", "water.3", { text: "100%", status: "done" }, 100],
  ])("%s", (_, item, { text, status }, expected) => {
    const area = item.slice(0, item.indexOf("."));
    const raw = { [`${area}/item.${item}`]: text, [`${area}/item.${item}.status`]: status };
    expect(applied(raw).content.areas[area]?.items[item]).toBe(expected);
  });
  test.each([
    ["under way without a percentage", { text: "", status: "going" }, "going_needs_percent"],
    ["finished at 30%", { text: "30", status: "done" }, "status_contradicts"],
    ["not started at 30%", { text: "30", status: "going" }, null],
    ["more than all of it", { text: "130", status: "none" }, "over_100"],
    ["less than nothing", { text: "-5", status: "none" }, "negative"],
    ["what could mean two things", { text: "0.72", status: "going" }, "ambiguous"],
    ["no figure at all", { text: "快好了", status: "none" }, "not_a_number"],
  ])("%s", (_, { text, status }, expected) => {
    const raw = { "water/item.water.3": text, "water/item.water.3.status": status };
    expect(problems(raw)).toEqual(expected === null ? [] : [`water/item.water.3: ${expected}`]);
  });
});

describe("investment says the same thing three ways (cumulative 180 at the quarter before)", () => {
  const settled = (raw: RawInputs) => applied(raw).content.investment;
  test("the cumulative sum alone leaves the sources as they were", () => {
    expect(settled({ "investment/cumulative": "300" })).toMatchObject({
      cumulative: 300,
      sources: { collective: 100, pairing: 80 },
    });
  });
  test("this quarter's sum is added to the quarter before", () => {
    expect(settled({ "investment/quarter": "120" }).cumulative).toBe(300);
    expect(settled({ "investment/quarter": "120", "investment/cumulative": "" }).cumulative).toBe(300);
  });
  test("the sources alone add up to it", () => {
    const raw = { "investment/source.collective": "160.55", "investment/source.donation": "0.1" };
    expect(settled(raw).cumulative).toBe(240.65);
  });
  test("all three may be typed when they agree", () => {
    const raw = {
      "investment/cumulative": "300",
      "investment/quarter": "120",
      "investment/source.collective": "220",
    };
    expect(settled(raw)).toMatchObject({ cumulative: 300, sources: { collective: 220, pairing: 80 } });
  });
  test("two that disagree both stay as they were typed, and the question between them names both", () => {
    const between = (raw: RawInputs) => unequalSums(settled(raw), 180);
    expect(between({ "investment/cumulative": "300", "investment/quarter": "100" })).toEqual({
      stands: { way: "cumulative", amount: 300 },
      other: { way: "quarter", amount: 280 },
      gap: 20,
    });
    expect(between({ "investment/cumulative": "300", "investment/source.collective": "110" })).toEqual({
      stands: { way: "cumulative", amount: 300 },
      other: { way: "sources", amount: 190 },
      gap: 110,
    });
  });
  test("a sum a person gave is not the sources' any more, were it the same figure", () => {
    const same = applied({ "investment/cumulative": "180" }).content;
    expect(same.investment.derived).toBeUndefined();
    const later = applyInputs({ "investment/source.collective": "60" }, same, basis);
    expect(later.ok && later.content.investment.cumulative).toBe(180);
  });
  test("a sum that follows the sources says so and follows them until somebody gives it", () => {
    const sources = applied({ "investment/source.collective": "160" }).content;
    expect(sources.investment).toMatchObject({ cumulative: 240, derived: "sources" });
    const more = applyInputs(
      { "investment/cumulative": "", "investment/source.pairing": "90" },
      sources,
      basis,
    );
    expect(more.ok && more.content.investment).toMatchObject({ cumulative: 250, derived: "sources" });
  });
  test("a sum by this quarter's figure stays as it was shown when last quarter's moves, and is asked about", () => {
    const { content: quarterly } = applied({ "investment/quarter": "120" });
    expect(quarterly.investment).toMatchObject({ cumulative: 300, quarter: 120, derived: "quarter" });
    const earlier = structuredClone(basis.earlier);
    for (const { content: last } of earlier) last.investment.cumulative = 190;
    const moved = { ...basis, earlier };
    const saved = applyInputs({ "investment/words": "已付款" }, quarterly, moved);
    expect(saved.ok && saved.content.investment.cumulative).toBe(300);
    expect(saved.ok && unequalSums(saved.content.investment, 190)).toMatchObject({
      stands: { way: "cumulative", amount: 300 },
      other: { way: "quarter", amount: 310 },
    });
  });
  test("a source cleared is no longer a source", () => {
    const raw = { "investment/source.pairing": "", "investment/source.collective": "200" };
    expect(settled(raw)).toMatchObject({ cumulative: 200, sources: { collective: 200 } });
  });
  test("约 marks an estimate, on whichever of the boxes it stands", () => {
    expect(applied({ "investment/quarter": "约120" }).estimates).toEqual(["investment/quarter"]);
    expect(applied({ "investment/cumulative": "300左右" }).estimates).toEqual(["investment/cumulative"]);
    expect(applied({ "investment/cumulative": "约180" }).estimates).toEqual([]);
  });
});

describe("a project the plan does not have", () => {
  const blank = (of: Record<string, string>) =>
    Object.fromEntries(Object.entries(of).map(([field, text]) => [`image/project.new.${field}`, text]));
  test("is added under an id of its own", () => {
    const raw = blank({ name: "村口广场", total: "60万", planned: "50", actual: "四成" });
    expect(applied(raw).content.image.projects.at(-1)).toEqual({
      id: "own2",
      name: "村口广场",
      total: 60,
      planned: 50,
      actual: 40,
    });
  });
  test("may be added before its figures are known", () => {
    expect(applied(blank({ name: "村口广场" })).content.image.projects.at(-1)).toMatchObject({
      total: null,
      planned: null,
      actual: null,
    });
  });
  test("figures without a name are not lost: the name is asked for", () => {
    expect(problems(blank({ name: " ", total: "60" }))).toEqual(["image/project.new.name: name_needed"]);
  });
  test("a second one gets the next free id", () => {
    const one = applied(blank({ name: "广场" }));
    const two = applyInputs(blank({ name: "凉亭" }), one.content, basis);
    expect(two.ok && two.content.image.projects.map((p) => p.id)).toEqual(["lane", "own2", "own3"]);
  });
  test.each([
    ["a name over 60 characters", { name: "村".repeat(61) }, ["image/project.new.name: too_long"]],
    ["a percentage over 100", { name: "村", actual: "120" }, ["image/project.new.actual: over_100"]],
    ["a total that is no number", { name: "村", total: "?" }, ["image/project.new.total: not_a_number"]],
  ])("%s is refused", (_, fields, expected) => {
    expect(problems(blank(fields))).toEqual(expected);
  });
});

describe("what is already known is not asked and not lost", () => {
  test.each([
    ["absent", {}],
    ["empty", { "investment/plan": "", "roads/item.roads.1": "", "image/project.lane.planned": "" }],
  ])("a known cell that comes %s keeps its value", (_, raw) => {
    expect(applied(raw).content).toEqual(content);
  });
  test("a known cell may still be corrected", () => {
    expect(applied({ "investment/plan": "450" }).content.investment.plan).toBe(450);
  });
  test("an untouched form changes nothing, whichever way the platform sends empty boxes", () => {
    const empty = { "investment/cumulative": "", "investment/quarter": "", "investment/source.donation": "" };
    expect(applied({}).changed).toEqual([]);
    expect(applied(empty).changed).toEqual([]);
  });
  test("words may be cleared, and 1,000 characters are the most", () => {
    const cleared = applied({ "water/problem": "  " });
    expect(cleared.content.areas.water?.words.problem).toBe("");
    expect(problems({ "water/progress": "水".repeat(1000) })).toEqual([]);
    expect(problems({ "water/progress": "𠮷".repeat(1001) })).toEqual(["water/progress: too_long"]);
  });
});

test("everything is read or nothing is: every wrong box is named at once", () => {
  const raw = {
    "investment/cumulative": "见附表",
    "roads/item.roads.2": "130",
    "roads/progress": "长".repeat(1001),
    "water/item.water.1": "80",
  };
  expect(problems(raw)).toEqual([
    "investment/cumulative: not_a_number",
    "roads/progress: too_long",
    "roads/item.roads.2: over_100",
  ]);
});

test("names that are no cells of this report change nothing", () => {
  const raw = { "roads/item.water.1": "50", constructor: "1", "__proto__/x": "2", "": "3", roads: "4" };
  expect(applied(raw).content).toEqual(content);
});

test("an area can be saved while a sum elsewhere waits to be put right", () => {
  const earlier = structuredClone(basis.earlier);
  for (const { content: before } of earlier) before.investment.cumulative = 500;
  const late = { ...basis, earlier };
  expect(applyInputs({ "roads/progress": "路灯已立杆" }, content, late).ok).toBe(true);
  expect(applyInputs({ "investment/words": "已核对" }, content, late).ok).toBe(false);
});
