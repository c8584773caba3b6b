import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReport } from "../../db/reports.ts";
import { boxesOf, photo, type Shown } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, typingFor } from "./fill-quarter.ts";
import { counting, onward } from "./tap-count.ts";

// What a quarter costs the person who reports it, counted from the cards (tap-count.ts). 60 Chinese or 120 other
// characters a minute.

const WORDS: Record<string, string> = {
  "investment/words": "本季度以政府投资为主，民间资本到位较好。",
  "image/words": "保护修缮已完成主体，停车场正在铺装。",
  "positioning/progress": "新增民宿十二家，就业岗位增加。",
  "facilities/progress": "污水处理厂已通水试运行。",
};

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "puming"], open: true });
});
afterAll(() => world.close());

describe("a normal town's quarter", () => {
  it("takes at most 12 taps and 3 minutes, with money, projects and all six areas moved on", async () => {
    const official = world.who("town_official", "qikou");
    const { cost, press } = counting(official);
    const wanted = { ...(await figuresOf(world, "2026Q3", "qikou")), ...WORDS, "investment/cumulative": "" };

    let at: Shown = await press(official.card(), "open__investment");
    for (let forms = 0; forms < 8; forms += 1) {
      askedOnlyWhatIsUnknown(at);
      if (at.words.includes("形象进度\n进度填百分比")) {
        await official.reply(at, photo(1));
        cost.taps += 3;
      }
      at = await press(at, onward(at), typingFor(at, wanted));
    }

    expect(at.words).toContain("已提交");
    const stored = await findReport(world.deps.db, "2026Q3", "qikou");
    expect(stored).toMatchObject({ status: "submitted", missingPhotos: [], pending: [] });
    expect(stored?.content.investment).toMatchObject({ cumulative: 8820, plan: 12000 });
    expect(cost.taps).toBeLessThanOrEqual(12);
    expect(cost.chinese / 60 + cost.other / 120).toBeLessThanOrEqual(3);
  });

  it("takes 8 where only money and projects moved on: areas need no touch, but leaving newly due items is asked about", async () => {
    const official = world.who("town_official", "puming");
    const { cost, press } = counting(official);
    const wanted = { ...(await figuresOf(world, "2026Q3", "puming")), "investment/cumulative": "" };
    const money = await press(official.card(), "open__investment");
    const image = await press(money, onward(money), typingFor(money, wanted));
    await official.reply(image, photo(2));
    cost.taps += 3;
    const overview = await press(image, "保存", typingFor(image, wanted));
    expect(overview.words).toMatch(/新到期的 \d+ 项还没有填，提交后按0计，约少[\d.]+分/);
    expect((await press(overview, "提交审核")).words).toContain("已提交");
    expect(cost).toMatchObject({ taps: 8, chinese: 0 });
  });
});

/** No box for the year's plan, a project's planned progress or total, or anything finished last quarter. */
function askedOnlyWhatIsUnknown(at: Shown): void {
  const boxes = boxesOf(at);
  expect(Object.keys(boxes).length).toBeGreaterThan(0);
  expect(boxes).not.toHaveProperty(["investment/plan"]);
  expect(Object.keys(boxes).filter((name) => /project\.p\d\.(planned|total)$/.test(name))).toEqual([]);
  const finished = Object.entries(boxes).filter(
    ([name, value]) => name.includes("/item.") && value === "100",
  );
  expect(finished).toEqual([]);
}
