import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn, textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { sendDigest } from "./send-digest.ts";

// "周报": the current state of the digest.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "jiajiazhuang"], open: true });
});
afterAll(() => world.close());

describe("asking for the digest", () => {
  it.each(["周报", "看一下本周的周报", "发我周报。", "weekly digest"])(
    "%s shows it to the office in private, marked as a preview",
    async (words) => {
      const [answer] = await world.who("city_office").say(words);
      const shown = shownIn(answer);
      expect(shown.words).toContain("十镇工作周报");
      expect(shown.card.header.text_tag_list?.[0]?.text.content).toBe("预览");
    },
  );

  it("speaks the asker's language", async () => {
    const [answer] = await world.who("leader", "", 2).say("weekly digest");
    expect(shownIn(answer).words).toContain("Nothing has ever run by the clock");
  });

  it("in a group answers in private; the group reads a line", async () => {
    const leader = world.who("leader");
    const [line] = await leader.say("周报", "oc_leadinggroup");
    expect(textIn(line)).toBe("周报已私下发给您。");
    expect(leader.card("十镇工作周报").words).toContain("预览");
  });

  it("shows a reviewer the county's own and a town nothing", async () => {
    const [own] = await world.who("county_reviewer", "linxian").say("周报");
    expect(shownIn(own).words).toContain("临县工作周报");
    const [answer] = await world.who("town_official", "qikou").say("周报");
    expect(JSON.stringify(answer)).not.toContain("减负账本");
  });

  it("stores nothing: the next digest is compared with the last that was sent", async () => {
    await sendDigest(world, "weekly", "2026-W42");
    const [again] = await world.who("leader").say("周报");
    expect(shownIn(again).words).not.toContain("本期要事");
  });
});

describe("the other digests", () => {
  it("of a month and of a quarter go out too, each compared with its own kind", async () => {
    await sendDigest(world, "monthly", "2026-09");
    const month = shownIn(world.group("oc_leadinggroup").at(-1));
    expect(month.words).toContain("十镇工作月报");
    expect(month.words).toContain("9月1日—9月30日");
    await sendDigest(world, "quarterly", "2026Q2");
    const quarter = shownIn(world.group("oc_leadinggroup").at(-1));
    expect(quarter.words).toContain("十镇工作季报");
    expect(quarter.words).toContain("各县（市、区）得分（13个）");
    const county = shownIn(world.group("oc_linxian").at(-1));
    expect(county.words).toContain("临县工作季报");
    expect(county.words).not.toContain("各县（市、区）得分");
  });
});
