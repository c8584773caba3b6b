import { afterAll, beforeAll, expect } from "vitest";
import { findPublication } from "../../db/publications.ts";
import { findReport } from "../../db/reports.ts";
import { announceProvisional } from "../../src/bot/quarter/provisional.ts";
import { publish } from "../../src/bot/quarter/publish.ts";
import { countyOf, townBySlug } from "../../src/domain/programme/programme.ts";
import { verifyPublication } from "../../src/domain/ranking/verify-publication.ts";
import { INVESTMENT } from "../../src/domain/report/content.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, type Shown, shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, saveButton, sendPhoto } from "./fill-quarter.ts";
import { approved, draft, LOCKED } from "./worked-quarter.ts";

// 补报: one town reports after the provisional result, another after publication, from a form opened before.
// Both reports are stored and reviewed, labelled on every card, not ranked, and shown to no one else.

const IS = "这是补报：留存、审核，不参加本季度排名";
const NOW = "现在报送的计为补报：留存、审核，不参加本季度排名";
/** Towns that report in time, after the provisional result, and after publication. */
const [IN_TIME, AFTER_RESULT, AFTER_PUBLICATION] = ["xinyi", "puming", "qikou"];

let world: DemoWorld;
let office: AtClient;
/** The county reviewer of a town. */
const reviewer = (slug: string): AtClient => {
  const town = townBySlug(world.deps.programme, slug);
  if (!town) throw new Error(`no town ${slug}`);
  return world.who("county_reviewer", countyOf(world.deps.programme, town).slug);
};
let puming: AtClient;
let qikou: AtClient;
let form: Shown;
let printed = "";
const asked = async (person: AtClient, words: string) => shownIn((await person.say(words))[0]);
const publication = () => findPublication(world.deps.db, "2026Q3");

beforeAll(async () => {
  world = await startDemoWorld({
    ...{ towns: [IN_TIME, AFTER_RESULT, AFTER_PUBLICATION], now: "2026-10-12T09:00:00+08:00", open: true },
  });
  office = world.who("city_office");
  puming = world.who("town_official", AFTER_RESULT);
  qikou = world.who("town_official", AFTER_PUBLICATION);
  await approved(world, IN_TIME);
  await draft(world, AFTER_PUBLICATION);
  await world.moveTo(LOCKED);
  const announced = await announceProvisional(world.deps, "2026Q3", "test");
  if (!announced.ok) throw new Error(announced.reason);
  await world.settle();
});
afterAll(() => world.close());

const { step, chapter } = story("a report that comes when the quarter no longer ranks it");

chapter("after the provisional result", () => {
  step("the town's form says what a report sent now counts as", async () => {
    const overview = await asked(puming, "我的填报");
    expect(overview.words).toContain("暂定得分已公布");
    expect(overview.words).toContain(NOW);
  });

  step("it is taken as a 补报, under a button of that name", async () => {
    const filled = await fillSections(
      puming,
      await asked(puming, "我的填报"),
      await figuresOf(world, "2026Q3", AFTER_RESULT),
    );
    const sent = await puming.press(await sendPhoto(puming, filled, 1), "提交补报");
    expect(sent.toast).toBe("已提交为补报，等待县级审核；不参加本季度排名。");
    expect(sent.words).toContain(IS);
  });

  step("the county reads the same words, and approves it as what it is", async () => {
    const county = reviewer(AFTER_RESULT);
    const review = county.card("待审核");
    expect(review.words).toContain(IS);
    expect(JSON.stringify(review.card)).toContain("这是补报：通过后留存，不参加本季度排名。");
    expect((await county.press(review, "通过")).toast).toBe("已通过。");
    const own = await asked(puming, "我的填报");
    expect(own.words).toContain("已审核通过");
    expect(own.words).toContain(IS);
  });

  step("the office sees it in its row, and neither waits for it nor counts it", async () => {
    await office.say("谁还没报");
    const { words } = office.card("报送进度");
    expect(words).toMatch(/普明镇.{0,120}补报/);
    const stored = await findReport(world.deps.db, "2026Q3", AFTER_RESULT);
    expect(stored).toMatchObject({ status: "approved", supplement: true });
  });

  step("no figure of it is found misreported: the reason names it", async () => {
    const check = await office.press(office.card("报送进度"), "核查数据");
    const finding = { town: AFTER_RESULT, indicator: "inv", found: "1", reason: "抽查凭证" };
    const refused = await office.press(check, "提出，交另一位同志确认", finding);
    expect(refused.toast).toContain("该单位本季度报送的是补报，不参加排名");
    expect(boxesOf(refused).reason).toBe("抽查凭证");
  });
});

chapter("published while a form is open", () => {
  step("the ranking ranks who reported in time; the 补报 and the draft are not reported", async () => {
    form = await qikou.press(await asked(qikou, "我的填报"), `open__${INVESTMENT}`);
    await world.moveTo("2026-11-04T09:00:00+08:00");
    const done = await publish(world.deps, "2026Q3", "test");
    if (!done.ok) throw new Error(done.reason);
    await world.settle();
    const rows = done.publication.result.rows;
    expect(rows.filter(({ rank }) => rank !== null).map(({ town }) => town)).toEqual([IN_TIME]);
    for (const town of [AFTER_RESULT, AFTER_PUBLICATION])
      expect(rows.find((row) => row.town === town)).toMatchObject({
        ...{ standing: "not_reported", score: null, rank: null, delta: null },
      });
    printed = JSON.stringify(done.publication);
  });

  step("what stood in the form is saved, and the answer says where the quarter is", async () => {
    expect(qikou.again(form).card).toEqual(form.card);
    const saved = await qikou.press(form, saveButton(form), { "investment/words": "十一月补记" });
    expect(saved.toast).toContain("已保存");
    const stored = await findReport(world.deps.db, "2026Q3", AFTER_PUBLICATION);
    expect(stored?.content.investment.words).toBe("十一月补记");
    expect(stored?.content.investment.cumulative).toBe(8820);
    const overview = await asked(qikou, "我的填报");
    expect(overview.words).toContain("排名已发布");
    expect(overview.words).toContain(NOW);
  });

  step("others see neither the draft nor the 补报, but the last published figures", async () => {
    const outsider = world.who("town_official", IN_TIME);
    for (const [town, name, now] of [
      [AFTER_PUBLICATION, "碛口", "8,820"],
      [AFTER_RESULT, "普明", null],
    ] as const) {
      const seen = await asked(outsider, `${name}怎么样`);
      expect(seen.words).toContain("2026年第二季度");
      const stored = await findReport(world.deps.db, "2026Q3", town);
      const figure = now ?? (stored?.content.investment.cumulative ?? 0).toLocaleString("en");
      expect(seen.words).not.toContain(figure);
      expect(seen.words).not.toContain("十一月补记");
      const inside = await asked(reviewer(town), `${name}怎么样`);
      expect(inside.words).toContain(figure);
    }
  });
});

chapter("after publication", () => {
  step("the report is taken as a 补报 too, and approved", async () => {
    const overview = await fillSections(
      qikou,
      await asked(qikou, "我的填报"),
      await figuresOf(world, "2026Q3", AFTER_PUBLICATION),
    );
    const bare = await qikou.press(overview, "提交补报");
    // It is not ranked, so a missing photo costs no points and none are mentioned.
    expect(bare.words).not.toMatch(/约少[\d.]+分/);
    const sent = await qikou.press(bare, "先不附照片提交");
    expect(sent.toast).toContain("已提交为补报");
    const county = reviewer(AFTER_PUBLICATION);
    expect((await county.press(county.card("待审核"), "通过")).toast).toBe("已通过。");
    expect((await asked(qikou, "我的填报")).words).toContain(IS);
  });

  step("what was published stays, and can be computed again from what was frozen", async () => {
    const now = await publication();
    expect(JSON.stringify(now)).toBe(printed);
    expect(now && verifyPublication(now)).toEqual([]);
  });
});
