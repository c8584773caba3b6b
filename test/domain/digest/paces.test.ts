import { describe, expect, it } from "vitest";
import { digestFacts } from "../../../src/domain/digest/digest-facts.ts";
import type { Audience, DigestInput } from "../../../src/domain/digest/facts.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { towns } from "../programmes.ts";
import { calm, NOW } from "./given.ts";

const slugs = towns.towns.map(({ slug }) => slug);
const running = calm.quarter;
if (!running) throw new Error("the quarter runs");

/** A report of the running quarter with so much of a plan of 1,000 万元 invested, saved and in this state. */
function report(town: string, status: Report["status"], cumulative: number): Report {
  const basis = { programme: towns, town, period: "2026Q3" as const, earlier: [] };
  const started = startReport({ ...basis, plan: { investment: 1000, dueFrom: null, projects: [] } });
  const investment = { ...started.content.investment, plan: 1000, cumulative };
  return { ...started, status, content: { ...started.content, investment } };
}

const open = (reports: Report[], change: Partial<DigestInput> = {}): DigestInput => ({
  ...calm,
  quarter: { ...running, status: "open", reports },
  ...change,
});
const paces = (input: DigestInput, audience: Audience = "leading_group") =>
  digestFacts(input, audience, NOW).paces;

describe("investment against the schedule in a digest", () => {
  it("is the running quarter's once half of the towns have handed in, furthest behind first", () => {
    const half = Math.ceil(slugs.length / 2);
    const reports = slugs
      .slice(0, half)
      .map((slug, i) => report(slug, i % 2 ? "approved" : "submitted", 350 + i * 70));
    const found = paces(open(reports));
    expect(found).toMatchObject({ period: "2026Q3", published: false });
    expect(found?.rows).toHaveLength(slugs.length);
    // 70 % of the year's plan is due by the third quarter's end.
    expect(found?.rows[0]).toEqual({ town: slugs[0], ratio: 0.5, light: "red" });
    expect(found?.rows.slice(half).map(({ ratio }) => ratio)).toEqual(slugs.slice(half).map(() => null));
  });

  it("is the last published one's before that, as it was frozen", () => {
    const found = paces(open([report("qikou", "submitted", 1)]));
    expect(found).toMatchObject({ period: "2026Q3", published: true });
    expect(found?.rows.find(({ town }) => town === "qikou")).toMatchObject({ light: "green", ratio: 1.05 });
    expect(found?.rows.at(-1)).toMatchObject({ town: "shuangchi", ratio: null });
  });

  it("holds no draft, whoever reads it", () => {
    const drafts = open(
      slugs.map((slug) => report(slug, "draft", 999)),
      { ranking: null },
    );
    const county = towns.counties[0]?.slug ?? "";
    for (const audience of ["leading_group", { county }] as const) expect(paces(drafts, audience)).toBeNull();
  });

  it("tells a county of several towns only what is published, for each reads what is said of the others", () => {
    const [first, second] = towns.towns;
    if (!first || !second) throw new Error("two towns");
    const programme = {
      ...towns,
      towns: towns.towns.map((town) => (town === second ? { ...town, countyCode: first.countyCode } : town)),
    };
    const county = programme.counties.find(({ code }) => code === first.countyCode)?.slug ?? "";
    const handedIn = [report(first.slug, "submitted", 1), report(second.slug, "submitted", 2)];
    expect(paces({ ...open(handedIn, { ranking: null }), programme }, { county })).toBeNull();
    const alone = open([report(first.slug, "submitted", 350)], { ranking: null });
    expect(paces(alone, { county })?.rows).toEqual([{ town: first.slug, ratio: 0.5, light: "red" }]);
  });

  it("counts with a town's own schedule", () => {
    const schedules = new Map([["qikou", [0.1, 0.2, 0.35, 1] as [number, number, number, number]]]);
    const all = slugs.map((slug) => report(slug, "approved", 350));
    const found = paces(open(all, { schedules }));
    expect(found?.rows.at(-1)).toEqual({ town: "qikou", ratio: 1, light: "green" });
  });
});
