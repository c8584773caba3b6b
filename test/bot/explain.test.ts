import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { type AtClient, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { approved, draft, publishQuarter, WORKED } from "./worked-quarter.ts";

// Questions about reasons, comparisons and missing points, asked in chat, with the figures of scoring.md 4.

let world: DemoWorld;
let official: AtClient;
let leader: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: WORKED });
  official = world.who("town_official", "beiwudang");
  leader = world.who("leader");
});
afterAll(() => world.close());

/** The text of the only card in the answer, without the space that markdown needs around bold text. */
async function asked(who: AtClient, text: string, chatId?: string): Promise<string> {
  const said = await who.say(text, chatId);
  expect(said).toHaveLength(1);
  return shownIn(said[0]).words;
}

describe("while the second quarter is the last one published", () => {
  it("an official's 为什么 is about the own town: third with puming, behind wutong by little", async () => {
    const words = await asked(official, "为什么是这个名次");
    expect(words).toContain("北武当镇为什么是并列第3名");
    expect(words).toContain("2026年第二季度");
    expect(words).toContain("与第2名梧桐镇差异不显著");
  });

  it("a leader's 为什么 without a town brings the ranking, with one it explains that town", async () => {
    expect(await asked(leader, "为什么降了")).toContain("2026年第二季度综合排名");
    expect(await asked(leader, "碛口为什么是第五")).toContain("碛口镇为什么是第5名");
  });

  it("a what-if is answered from what is published, and called an estimate", async () => {
    const words = await asked(official, "怎么才能到第二");
    expect(words).toContain("北武当镇怎样到第2名");
    expect(words).toContain("按2026年第二季度已发布的数据估算");
    expect(words).toContain("离第2名梧桐镇还差 0.60 分");
  });

  it("someone without a town is asked which one is meant, with an example that works", async () => {
    // Of nobody so far: what was spoken of in the last minutes would be meant.
    const [one, another] = [world.who("leader", "", 1), world.who("city_office")];
    const [said] = await one.say("还差多少进前三");
    const example = /“(.+)”/.exec(textIn(said))?.[1] ?? "";
    expect(await asked(one, example)).toContain("怎样到第3名");
    expect(textIn((await another.say("和信义比差在哪"))[0])).toContain("信义和哪个单位比？");
  });
});

describe("while the third quarter is being reported", () => {
  beforeAll(async () => {
    await openPeriod(world.deps, "2026Q3", "test", []);
    for (const town of ["jiajiazhuang", "qikou"]) await approved(world, town);
    await draft(world, "beiwudang");
    await world.settle();
  });

  it("nobody's what-if is counted among unpublished scores: by subtraction they would give them away", async () => {
    for (const [who, text] of [
      [official, "怎么才能到第二"],
      [official, "要追上贾家庄还差多少万"],
      [world.who("county_reviewer", "fangshan"), "北武当还差多少进前二"],
      [world.who("town_official", "puming"), "北武当还差多少进前二"],
      [leader, "北武当还差多少进前二"],
      [world.who("city_office"), "北武当还差多少进前二"],
    ] as const) {
      const words = await asked(who, text);
      expect(words).toContain("按2026年第二季度已发布的数据估算");
      expect(words).not.toMatch(/95\.02|12\.38/);
    }
  });

  it("a what-if about the quarter itself says that it is not published, and which quarters are", async () => {
    const words = await asked(official, "三季度怎么才能到第二");
    expect(words).toContain("2026年第三季度的排名还没有发布");
    expect(words).toContain("已发布的有：2026年第二季度");
    expect(words).not.toMatch(/还差|估算/);
  });
});

describe("once the third quarter is published", () => {
  beforeAll(async () => {
    for (const town of ["puming", "wutong"]) await approved(world, town);
    await approved(world, "beiwudang");
    await world.moveTo("2026-10-19T10:00:00+08:00");
    await approved(world, "xinyi");
    await world.moveTo("2026-10-23T10:00:00+08:00");
    await approved(world, "kaishan");
    await publishQuarter(world);
  });

  it("the groups' ranking says what is not really different, and the leagues; its full table has the bands", async () => {
    const rankings = world.group("oc_leadinggroup").filter((m) => m.content.includes("三季度综合排名"));
    const { words } = shownIn(rankings.at(-1));
    expect(words).toContain("差异不显著：第4名开栅镇与并列第5名普明镇、北武当镇");
    expect(words).toContain("旅游类：1 碛口镇，2 信义镇，3 普明镇，3 北武当镇");
    const leader = world.who("leader");
    await leader.press(shownIn(rankings.at(-1)), "完整表");
    expect(leader.card("完整表").words).toMatch(/"town":"开栅镇","rank":"第4名"[^}]*\}\],"band":"4–6"/);
  });

  it("each town's own line has its band and the nearest way up", () => {
    const { words } = official.card("2026年第三季度得分");
    expect(words).toContain("并列第5名（区间4–5）");
    expect(words).toContain("项目投资再多约29.88万元，或形象进度再高约0.64个百分点，即可追平第4名开栅镇");
    expect(world.who("town_official", "shuangchi").card().words).not.toContain("最近的一步");
  });

  it("beiwudang fell from third to fifth: investment -4.5, image progress -2, quality -1, passed by three", async () => {
    const words = await asked(official, "北武当为什么是第五");
    expect(words).toContain("较上季 -7.50 分，主要是项目投资 -4.50、形象进度 -2.00");
    expect(words).toContain("报送质量 4.00/5.00，较上季-1.00");
    expect(words).toContain("位次由第3名到 并列第5名");
    expect(words).toMatch(/被碛口镇（.+）、信义镇（.+）、开栅镇（.+）超过，超过了梧桐镇/);
    expect(words).toContain("各项变化相加正好是-7.50");
  });

  it("和信义比差在哪 is the own town against xinyi", async () => {
    const words = await asked(official, "和信义比差在哪");
    expect(words).toContain("低9.22分　北武当镇比信义镇");
    expect(words).toContain("少在：项目投资 6.00、运营方式 1.20、形象进度 1.00");
  });

  it("还差多少 gives the worked sums: 29.88 万元 to kaishan, over the cap to xinyi", async () => {
    expect(await asked(official, "北武当怎么才能到第四")).toContain("再完成约 29.88 万元");
    expect(await asked(official, "要追上信义还差多少万")).toContain(
      "要达到应完成数的110.7%，计分最多计到110%",
    );
    expect(await asked(leader, "梧桐追上普明要多少万")).toContain("再完成约 4,293.33 万元");
  });

  it("every card leads on by its buttons, and stays with its quarter", async () => {
    await official.say("二季度为什么是这个名次");
    await official.press(official.card("北武当镇为什么是并列第3名"), "怎样再上一位");
    expect(official.card("怎样到第2名").words).toContain("2026年第二季度已发布");
    await official.press(official.card("怎样到第2名"), "和梧桐镇比");
    const compared = official.card("北武当镇和梧桐镇比");
    expect(compared.words).toContain("2026年第二季度");
    await official.press(compared, "怎样追平梧桐镇");
    expect(official.card("北武当镇怎样追平梧桐镇").words).toContain("2026年第二季度已发布");
    const ranking = shownIn((await official.say("排名"))[0]);
    await official.press(ranking, "开栅镇");
    expect(official.card("开栅镇为什么是第4名").words).toContain("其中57.4%仍是第4名");
  });

  it("a doubtful name is asked back, and the tap answers the question as it was put", async () => {
    const doubt = shownIn((await official.say("和xy比差在哪"))[0]);
    await official.press(doubt, "信义镇（离石区）");
    expect(official.card("北武当镇和信义镇比").words).toContain("低9.22分　北武当镇比信义镇");
  });

  it("speaks English to those who do", async () => {
    const reader = world.who("town_official", "qikou", 1);
    expect(await asked(reader, "why did we drop")).toContain("Why Qikou ranks 2");
    expect(await asked(reader, "how do we compare with Xinyi")).toContain("4.16 points higher");
    expect(await asked(reader, "how far are we from first place")).toContain(
      "What would bring Qikou to rank 1",
    );
  });

  it("tells plainly what cannot be compared or estimated", async () => {
    expect(textIn((await official.say("和双池比差在哪"))[0])).toContain("双池镇这一季度没有得分");
    expect(textIn((await official.say("追上双池要多少"))[0])).toContain("对方这一季度没有得分");
    expect(textIn((await official.say("怎么才能进前三十"))[0])).toContain("没有这么多");
    expect(await asked(leader, "双池为什么没有名次")).toContain("双池镇没有名次");
  });
});
