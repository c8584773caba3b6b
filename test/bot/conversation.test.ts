import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// What is said after an answer, and what is asked to be done, in the middle of the third quarter (2026-10-12).

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

type Who = Parameters<DemoWorld["who"]>;
const words = async (who: Who, text: string) => shownIn((await world.who(...who).say(text))[0]).words;

describe("a follow-up keeps what is not said anew", () => {
  it("from one answer to the next: figure, town, quarter, and who is first", async () => {
    const leader: Who = ["leader"];
    expect(await words(leader, "碛口二季度得分")).toContain("88.14");
    expect(await words(leader, "那投资呢")).toContain("4,560.00万元");
    expect(await words(leader, "信义呢")).toContain("2,880.00万元");
    expect(await words(leader, "一季度")).toContain("1,050.00万元");
    expect(await words(leader, "谁最高")).toContain("3,000.00万元");
  });

  it("for ten minutes", async () => {
    const leader: Who = ["leader", "", 1];
    await words(leader, "碛口二季度得分");
    await world.moveTo("2026-10-12T10:15:00+08:00");
    expect(await words(leader, "那投资呢")).toContain("没太明白");
  });

  it("and through the choice between several towns", async () => {
    const leader = world.who("leader");
    const which = shownIn((await leader.say("xy二季度投资多少"))[0]);
    await leader.press(which, "信义镇（离石区）");
    const { words: said } = leader.card();
    expect(said).toContain("2,880.00万元");
    expect(said).toContain("2026年第二季度");
  });
});

describe("what is to be done", () => {
  it("is refused to who may not, with a button that asks the office, once a day", async () => {
    const town = world.who("town_official", "jinluo");
    const refused = shownIn((await town.say("催一下临县"))[0]);
    expect(refused.words).toContain("您没有权限");
    const office = world.demo.people.find(({ role }) => role === "city_office")?.openId ?? "";
    const asked = () =>
      world.inbox(office).filter(({ content }) => content.includes("请您办理：催报")).length;
    const before = asked();
    const button = refused.words.split("\n").find((line) => line.startsWith("请")) ?? "";
    expect((await town.press(refused, button)).toast).toContain("已转给");
    expect((await town.press(refused, button)).toast).toContain("已转给");
    expect(asked()).toBe(before + 1);
  });

  it.each([
    [["city_office"], "给没报的都发个提醒", "发加急提醒"],
    [["city_office"], "试算权重", "试算权重"],
    [["city_office"], "导出三季度通报", "还没有发布"],
    [["city_office"], "发布三季度排名", "2026年第三季度"],
    [["town_official", "jiajiazhuang"], "我们报的这个数不对", "退回"],
    [["town_official", "puming"], "我调走了", "交接"],
    [["town_official", "wutong"], "发布三季度排名", "您没有权限"],
    [["county_reviewer", "liulin"], "我这边留誉的我已经看过了怎么给他通过", "留誉"],
  ] as Array<[Who, string, string]>)("%j %s: %s", async (who, text, expected) => {
    expect(await words(who, text)).toContain(expected);
  });
});

describe("what waits, and the whole", () => {
  it.each([
    [["city_office"], "哪些县还没审", "信义镇（离石区）：已提交，待审核"],
    [["city_office"], "哪些县还没审", "留誉镇（柳林县）"],
    [["city_office"], "退回的改了没", "北武当镇（方山县）：已退回"],
    [["leader"], "全市怎么样", "已报6个，共13个"],
    [["county_reviewer", "lishi"], "全市怎么样", "信义镇：已报1个，共1个"],
    [["leader"], "三季度怎么样", "10月15日"],
    [["leader"], "几个绿灯", "6个，绿灯"],
    [["leader"], "二季度留誉的灯", "红灯"],
    [["leader"], "哪些镇进度滞后", "西营镇"],
    [["leader"], "分是怎么算的", "项目投资"],
    [["leader"], "开栅镇定位是什么", "沙棘"],
    [["leader"], "碛口如果再完成五百万投资能到第几", "第2名"],
    [["leader"], "文水 汾阳 孝义 三个县情况", "98.26"],
    [["leader"], "贾家庄文创园二期卡在哪", "用地"],
  ] as Array<[Who, string, string]>)("%j %s: %s", async (who, text, expected) => {
    expect(await words(who, text)).toContain(expected);
  });
});
