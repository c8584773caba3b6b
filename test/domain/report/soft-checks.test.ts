import { describe, expect, test } from "vitest";
import type { Basis, ReportContent } from "../../../src/domain/report/content.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { binomialTail, imageProgress, modifiedZ, softFlags } from "../../../src/domain/report/soft-checks.ts";
import { workedTowns } from "../../fixtures/worked-example.ts";
import { towns } from "../programmes.ts";
import { basis } from "./given.ts";

// The figures of scoring.md 5. Every flag is a question, never a penalty.

/** The kinds of flags after a change to a normal quarter. */
function flagged(change: (content: ReportContent) => void, of: Basis = basis): string[] {
  const content = openingContent(of);
  Object.assign(content.investment, { cumulative: 300, sources: { collective: 160, pairing: 140 } });
  for (const project of content.image.projects) project.actual = 72;
  change(content);
  return softFlags(content, of).map((flag) => flag.key);
}

test("a normal quarter raises no question", () => {
  expect(flagged(() => {})).toEqual([]);
});

describe("round numbers", () => {
  test("P(X >= k) for n figures ending in 0 or 5 by chance of 0.2", () => {
    expect(binomialTail(12, 9, 0.2)).toBeCloseTo(6.2198e-5, 9);
    expect(binomialTail(12, 6, 0.2)).toBeCloseTo(0.0194, 4);
    expect(binomialTail(12, 0, 0.2)).toBeCloseTo(1, 12);
    expect(binomialTail(12, 13, 0.2)).toBe(0);
  });
  const figures = (round: number, odd: number) => (content: ReportContent) => {
    content.image.projects = Array.from({ length: round + odd }, (_, i) => ({
      id: `p${i}`,
      name: `${i}`,
      total: 100,
      planned: 41,
      actual: i < round ? 40 : 41.37,
    }));
    content.investment.sources = {};
  };
  const severity = (round: number, odd: number) => {
    const content = openingContent(basis);
    figures(round, odd)(content);
    return softFlags(content, basis).find((flag) => flag.kind === "round_numbers")?.severity;
  };
  test("9 of 12 is flagged, 6 of 12 watched, 3 of 12 is nothing", () => {
    expect([severity(9, 3), severity(6, 6), severity(3, 9)]).toEqual(["flag", "watch", undefined]);
  });
  test("fewer than eight figures say nothing", () => {
    expect([severity(7, 0), severity(8, 0)]).toEqual([undefined, "flag"]);
  });
});

describe("a jump against the town's own earlier increments", () => {
  const increments = [210, 230, 190, 220, 205];
  test("210, 230, 190, 220, 205 and then 600: modified z 26.3055", () => {
    expect(modifiedZ(600, increments)).toBeCloseTo(26.3055, 4);
    expect(modifiedZ(210, increments)).toBe(0);
    expect(modifiedZ(5, [3, 3, 3])).toBe(Number.POSITIVE_INFINITY);
    expect(modifiedZ(3, [3, 3, 3])).toBe(0);
  });
  /** Five quarters with these increments, 2025Q2 to 2026Q2; cumulative sums restart in 2026. */
  const history = (given: number[]): Basis => {
    const periods = ["2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"] as const;
    let sum = 0;
    const earlier = periods.map((period, i) => {
      if (period === "2026Q1") sum = 0;
      sum += given[i] ?? 0;
      const content = openingContent(basis);
      content.investment.cumulative = sum;
      return { period, content };
    });
    return { ...basis, plan: { ...basis.plan, investment: 5000 }, earlier };
  };
  const jumps = (given: number[], increment: number) => {
    const of = history(given);
    const content = openingContent(of);
    content.investment.cumulative = (of.earlier.at(-1)?.content.investment.cumulative ?? 0) + increment;
    return softFlags(content, of).filter((flag) => flag.kind === "jump");
  };
  test("is flagged beyond 3.5, with the usual sum beside it", () => {
    expect(jumps(increments, 600)).toMatchObject([{ values: { increment: 600, median: 210 } }]);
    expect(jumps(increments, 250)).toEqual([]);
    expect(jumps(increments, 20)).toHaveLength(1);
  });
  test("where every quarter was alike, half more or less is flagged", () => {
    expect(jumps([200, 200, 200, 200, 200], 301)).toHaveLength(1);
    expect(jumps([200, 200, 200, 200, 200], 300)).toEqual([]);
  });
  test("fewer than four earlier quarters are too few to judge", () => {
    const of = history(increments);
    const content = openingContent(of);
    content.investment.cumulative = 5000;
    expect(softFlags(content, { ...of, earlier: of.earlier.slice(2) }).map((f) => f.kind)).not.toContain(
      "jump",
    );
  });
});

describe("money and site", () => {
  const ledgers = (actual: number) =>
    flagged((content) => {
      // Investment: 300 of 400 × 0.75 = 1.00
      for (const project of content.image.projects) project.actual = actual;
    });
  test("0.15 apart is still in step, more is a question", () => {
    expect(ledgers(75 * 0.85)).toEqual([]);
    expect(ledgers(75 * 0.84)).toEqual(["two_ledgers:image"]);
    expect(ledgers(75 * 1.15)).toEqual([]);
    expect(ledgers(75 * 1.16)).toEqual(["two_ledgers:image"]);
  });
  test("every town of the worked example keeps step; 贾家庄镇 with 1.20 and 1.05 just so", () => {
    const asked = (["q2", "q3"] as const).flatMap((q) =>
      workedTowns.map((town) => {
        const of: Basis = {
          programme: towns,
          town: town.slug,
          period: q === "q2" ? "2026Q2" : "2026Q3",
          plan: { investment: town.plan, dueFrom: {}, projects: [] },
          earlier: [],
        };
        const content = openingContent(of);
        const { invested, imagePlanned: planned, imageActual: actual } = town[q];
        content.investment.cumulative = invested;
        content.image.projects = [{ id: "p", name: "p", total: 20_000, planned, actual }];
        return softFlags(content, of).filter((flag) => flag.kind === "two_ledgers").length;
      }),
    );
    expect(asked).toEqual(asked.map(() => 0));
  });
  test("projects are weighed by what they cost; one figure missing and nothing can be said", () => {
    const content = openingContent(basis);
    content.image.projects = [
      { id: "a", name: "a", total: 300, planned: 50, actual: 40 },
      { id: "b", name: "b", total: 100, planned: 90, actual: 100 },
    ];
    expect(imageProgress(content)).toEqual({ planned: 60, actual: 55 });
    for (const project of content.image.projects) project.total = null;
    expect(imageProgress(content)).toBeNull();
  });
});

describe("the rest", () => {
  test.each<[string, (content: ReportContent) => void, string[]]>([
    [
      "the same sum two quarters running",
      (c) => {
        Object.assign(c.investment, { cumulative: 180 });
        for (const p of c.image.projects) p.actual = 48;
      },
      ["stagnation:investment"],
    ],
    [
      "more than 60% of the year in one quarter",
      (c) => {
        c.investment.cumulative = 180 + 240.01;
      },
      ["cliff:investment", "two_ledgers:image"],
    ],
    [
      "60% of the year in one quarter",
      (c) => {
        c.investment.cumulative = 180 + 240;
      },
      ["two_ledgers:image"],
    ],
    [
      "a year's plan other than the office's",
      (c) => {
        c.investment.plan = 390;
      },
      ["plan_changed:investment"],
    ],
    [
      "visible progress going backwards",
      (c) => {
        for (const p of c.image.projects) p.actual = 47;
        c.investment.cumulative = 200;
      },
      ["backwards:image/project.lane.actual"],
    ],
    [
      "an item going backwards",
      (c) => {
        if (c.areas.roads) c.areas.roads.items["roads.2"] = 39;
      },
      ["backwards:roads/item.roads.2"],
    ],
  ])("%s", (_, change, expected) => {
    expect(flagged(change)).toEqual(expected);
  });
  test("words copied from last quarter, at 0.9 alike and from ten characters on", () => {
    const words = (before: string, now: string) => {
      const earlier = structuredClone(basis.earlier);
      const area = earlier[0]?.content.areas.roads;
      if (area) area.words.progress = before;
      return flagged(
        (c) => {
          if (c.areas.roads) c.areas.roads.words.progress = now;
        },
        { ...basis, earlier },
      );
    };
    const text = "主村道硬化三公里，已完成路基整平和排水沟开挖";
    expect(words(text, text)).toEqual(["copied_words:roads"]);
    expect(words(text, `${text}。`)).toEqual(["copied_words:roads"]);
    expect(words(text, "路灯立杆四十盏，主路面摊铺完工，正在划线验收")).toEqual([]);
    expect(words("按计划推进", "按计划推进")).toEqual([]);
  });
  test("a figure typed with 约 is asked about by its cell", () => {
    const flags = softFlags(openingContent(basis), basis, ["roads/item.roads.2"]);
    expect(flags).toContainEqual({
      key: "estimate:roads/item.roads.2",
      kind: "estimate",
      section: "roads",
      severity: "watch",
      values: { cell: "roads/item.roads.2" },
    });
  });
  test("no flag has the key of another, so each question has its own answer", () => {
    const content = openingContent(basis);
    Object.assign(content.investment, { plan: 390, cumulative: 700 });
    for (const area of Object.values(content.areas))
      for (const id of Object.keys(area.items)) area.items[id] = 0;
    const keys = softFlags(content, basis, ["image/words"]).map((flag) => flag.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
