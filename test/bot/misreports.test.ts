import { afterAll, beforeAll, expect } from "vitest";
import { allPublications } from "../../db/publications.ts";
import { listRecords } from "../../db/records.ts";
import { verifyPublication } from "../../src/domain/ranking/verify-publication.ts";
import { story } from "../story.ts";
import { type AtClient, type Pressed, shownIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";
import { LOCKED } from "./worked-quarter.ts";

// A figure that a check contradicts: two members of the office decide, the ranking shows it, and the town is
// informed.

let world: DemoWorld;
let office: AtClient;
let colleague: AtClient;
let qikou: AtClient;
let proposed: Pressed;
const progress = () => office.card("报送进度");
const latest = async () => (await allPublications(world.deps.db)).at(-1);

const finding = {
  town: "qikou",
  indicator: "inv",
  found: "6,500",
  reason: "抽查合同和付款凭证，在建工程少算三项。",
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi"], open: true });
  office = world.who("city_office");
  colleague = world.who("city_office", "", 1);
  qikou = world.who("town_official", "qikou");
  for (const [n, town] of ["qikou", "xinyi"].entries()) {
    const person = world.who("town_official", town);
    const filled = await fillSections(person, person.card(), await figuresOf(world, "2026Q3", town));
    await person.press(await sendPhoto(person, filled, n), "提交审核");
  }
  for (const county of ["linxian", "lishi"]) {
    const reviewer = world.who("county_reviewer", county);
    await reviewer.press(reviewer.card("待审核"), "通过");
  }
  await office.say("谁还没报");
});
afterAll(() => world.close());

const { step, chapter } = story(
  "a misreported figure is proposed by one, confirmed by another, and counts where figures are counted",
);

chapter("a figure found misreported", () => {
  step("is proposed on a form; what is wrong with it is said, and nothing typed is lost", async () => {
    const form = await office.press(progress(), "核查数据");
    const same = await office.press(form, "提出，交另一位同志确认", { ...finding, found: "8820" });
    expect(same.toast).toContain("与填报数相同");
    const silent = await office.press(same, "提出，交另一位同志确认", { ...finding, reason: " " });
    expect(silent.toast).toBe("请写明依据。");
    expect(silent.words).toContain("6,500");
    const absent = await office.press(silent, "提出，交另一位同志确认", { ...finding, town: "wutong" });
    expect(absent.toast).toContain("没有审核通过的报表");
    proposed = await office.press(absent, "提出，交另一位同志确认", finding);
    expect(proposed.words).toContain("填报 8,820.00万元，核实 6,500.00万元，相差 26.3%");
    expect(proposed.words).toContain("另扣 1.5 分");
    expect(proposed.words).not.toContain("确认认定");
  });

  step("counts for nothing until a second person confirms it, and cannot be proposed twice", async () => {
    const propose = async (shown: typeof proposed, found: typeof finding) => {
      const form = await office.press(await office.press(shown, "返回"), "核查数据");
      return office.press(form, "提出，交另一位同志确认", found);
    };
    const same = await propose(proposed, finding);
    expect(same.toast).toBe("刚才已经办好了。");
    const again = await propose(same, { ...finding, found: "6400" });
    expect(again.toast).toContain("已经提出过认定");
    await office.press(again, "返回");
    expect(() => qikou.card("数据核查结果")).toThrow();
  });

  step("confirmed by another colleague, is told to the town in private, with the evidence", async () => {
    const confirmed = await colleague.press(colleague.card("不实数据认定"), "确认认定");
    expect(confirmed.toast).toContain("已确认");
    expect(confirmed.words).toContain("该指标按 0 分计，另扣 1.5 分");
    const told = qikou.card("数据核查结果");
    expect(told.words).toContain("在建工程少算三项");
    expect(world.group("oc_alltowns").some((m) => m.content.includes("数据核查结果"))).toBe(false);
    const late = await colleague.press(confirmed, "返回");
    expect(late.words).toContain("报送进度");
  });

  step("counts in the published ranking, which marks the town and can be computed again", async () => {
    await world.moveTo(LOCKED);
    await office.say("谁还没报");
    await office.press(progress(), "公布暂定得分");
    await world.moveTo("2026-11-04T09:00:00+08:00");
    const published = await office.press(await office.press(progress(), "刷新"), "发布排名");
    expect(published.toast).toContain("已发布");
    const publication = await latest();
    if (!publication) throw new Error("nothing published");
    const values = publication.inputs.table.rows.find(({ id }) => id === "qikou")?.values;
    expect(values).toMatchObject({ invested: 0, deduct: 1.5 });
    expect(publication.inputs.misreports).toEqual([
      { town: "qikou", indicator: "inv", claimed: 8820, found: 6500 },
    ]);
    const row = publication.result.rows.find(({ town }) => town === "qikou");
    expect(row).toMatchObject({ misreport: true, contributions: { inv: 0 } });
    expect(verifyPublication(publication)).toEqual([]);
    const news = world.group("oc_alltowns").filter((m) => m.content.includes("综合排名"));
    expect(shownIn(news.at(-1)).words).toContain("核查不实");
  });
});

chapter("after publication", () => {
  step("a confirmed finding makes a corrected ranking beside the first, told in the same chats", async () => {
    const form = await office.press(progress(), "核查数据");
    const wrong = { town: "xinyi", indicator: "img", found: "30", reason: "现场核查，主体未封顶。" };
    await office.press(form, "提出，交另一位同志确认", wrong);
    await colleague.press(colleague.card("主体未封顶"), "确认认定");
    const publication = await latest();
    expect(publication).toMatchObject({ period: "2026Q3", seq: 2 });
    expect(publication?.inputs.misreports).toHaveLength(2);
    expect(publication?.result.rows.filter(({ misreport }) => misreport)).toHaveLength(2);
    for (const chat of ["oc_leadinggroup", "oc_alltowns"])
      expect(world.group(chat).filter((m) => m.content.includes("数据核查结果"))).toHaveLength(1);
    const xinyi = world.who("town_official", "xinyi");
    expect(xinyi.card("数据核查结果").words).toContain("另扣 3 分");
    // Both towns' results say that they are corrected ones, and what stood there before.
    expect(xinyi.card("第三季度得分").words).toMatch(
      /已更正：以下按.+的更正计算。首次发布时为[\d.]+分，第\d名。/,
    );
    expect(qikou.card("第三季度得分").words).toMatch(/排名已于.+更正，本单位的得分和位次不变|已更正：/);
  });

  step("a proposal the office drops counts for nothing", async () => {
    await office.say("谁还没报");
    const form = await office.press(progress(), "核查数据");
    const doubtful = { town: "xinyi", indicator: "inv", found: "1000", reason: "群众反映，待查。" };
    const mine = await office.press(form, "提出，交另一位同志确认", doubtful);
    const withdrawn = await office.press(mine, "撤回");
    expect(withdrawn.toast).toContain("不计入排名");
    // The colleague's card is updated automatically.
    expect(colleague.card("群众反映").words).toContain("不予认定");
    expect((await latest())?.seq).toBe(2);
  });

  step("proposed by two colleagues at once is one finding, and counts once", async () => {
    const wrong = { town: "xinyi", indicator: "inv", found: "2000", reason: "两位同志同时发现。" };
    const propose = (by: AtClient) =>
      pressForged(world, by.openId, `om_${by.openId}`, "begin__misreport__2026Q3//__propose", wrong);
    const both = await Promise.all([propose(office), propose(colleague)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const said = both.map(({ answer }) => answer.toast?.content).sort();
    expect(said).toEqual(["已提出，等待另一位同志确认。", "这项已经提出过认定。"]);
    const open = await listRecords(world.deps.db, { procedure: "misreport", states: ["proposed"] });
    expect(open).toHaveLength(1);
    const by = open[0]?.log[0]?.by === office.openId ? colleague : office;
    await by.press(by.card("两位同志同时发现"), "确认认定");
    const row = (await latest())?.inputs.table.rows.find(({ id }) => id === "xinyi");
    // 3 points for the image figure before and 3 for this one; not 9.
    expect(row?.values.deduct).toBe(6);
  });
});
