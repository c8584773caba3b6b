import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Questions about dates and people in chat on 2026-10-12, while the third quarter is reported.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
});
afterAll(() => world.close());

const words = async (who: Parameters<DemoWorld["who"]>, text: string) =>
  shownIn((await world.who(...who).say(text))[0]).words;

describe("when reports are due", () => {
  it.each([
    "什么时候截止",
    "还有几天",
    "国庆放假算不算在里面",
    "晚交一天扣几分",
    "三季度啥时候锁",
    "deadline",
  ])("%s: the day, the days left, why, the lock and what a day late costs", async (text) => {
    const answer = await words(["town_official", "qikou"], text);
    expect(answer).toContain("10月15日（国庆节放假，已顺延）截止，还有3天（3个工作日）");
    expect(answer.match(/10月15日/g)).toHaveLength(1);
    expect(answer).toContain("第7个工作日：放假不计，调休上班日计入");
    expect(answer).toContain("10月29日后锁定");
    expect(answer).toContain("报送及时扣10分（折合总分0.50分）");
  });

  it("of a quarter whose year has no calendar yet is not known, and not guessed", async () => {
    const answer = await words(["leader"], "四季度什么时候报");
    expect(answer).toContain("2026年第四季度");
    expect(answer).toContain("2027年的节假日安排尚未载入，截止日期暂不能确定");
    expect(answer.match(/尚未载入/g)).toHaveLength(1);
    expect(answer).not.toMatch(/还有\d+天/);
  });
});

describe("who is responsible", () => {
  it.each([
    ["碛口是谁填的", "leader", ""],
    ["临县谁负责", "leader", ""],
    ["我们县谁审", "town_official", "qikou"],
  ] as const)("%s: names and posts, and nothing to reach them by", async (text, role, area) => {
    const answer = await words([role, area], text);
    const posted = world.demo.people.filter(
      (p) => (p.area === "qikou" && p.role.startsWith("town")) || p.area === "linxian",
    );
    expect(posted.length).toBeGreaterThan(2);
    for (const { name } of posted) expect(answer).toContain(name);
    expect(answer).not.toMatch(/ou_|\d{7}/);
  });

  it("谁还没填 stays a question about reports", async () => {
    expect(await words(["leader"], "谁还没填")).toContain("应报13个");
  });
});
