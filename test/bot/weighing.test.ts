import { afterAll, beforeAll, expect } from "vitest";
import { allPublications, findProvisional } from "../../db/publications.ts";
import { computeRanking } from "../../src/bot/quarter/publish.ts";
import { currentScheme } from "../../src/bot/quarter/scheme.ts";
import { verifyPublication } from "../../src/domain/ranking/verify-publication.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, type Pressed } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";
import { LOCKED } from "./worked-quarter.ts";

// Public weight changes: tried in private, proposed by one person, adopted by another.

let world: DemoWorld;
let office: AtClient;
let colleague: AtClient;
let tried: Pressed;
let proposed: Pressed;
const progress = () => office.card("报送进度");

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi"], open: true, now: "2026-10-20T09:00:00+08:00" });
  office = world.who("city_office");
  colleague = world.who("city_office", "", 1);
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

const { chapter, step } = story("trying and adopting weights");

chapter("trying other weights", () => {
  step("starts from the weights in force, on a card only the office sees", async () => {
    const form = await office.press(progress(), "试算权重");
    expect(boxesOf(form)).toMatchObject({ "weight.inv": "30", "weight.a2": "3.2" });
    expect(form.words).toContain("只有您看得到");
    expect(form.words).not.toContain("提议采用");
    const wrong = await office.press(form, "试算", { "weight.inv": "很多" });
    expect(wrong.toast).toContain("权重请填不小于 0 的数");
    expect(boxesOf(wrong)["weight.inv"]).toBe("很多");
    tried = await office.press(wrong, "试算", { "weight.inv": "0", "weight.img": "0" });
    expect(tried.words).toContain("试算结果");
    expect(tried.words).toContain("碛口镇");
  });

  step("changes nothing by itself, and asks for a real change before it is proposed", async () => {
    expect((await currentScheme(world.deps)).id).toBe("v1");
    const same = await office.press(tried, "提议采用", { "weight.inv": "30", "weight.img": "20" });
    expect(same.toast).toContain("与现行办法相同");
    tried = same;
  });

  step("is not for towns", async () => {
    const qikou = world.who("town_official", "qikou");
    expect(() => qikou.card("试算权重")).toThrow();
  });
});

chapter("adopting weights", () => {
  step("takes a proposal, which the proposer cannot adopt and no second one may stand beside", async () => {
    proposed = await office.press(tried, "提议采用", { "weight.inv": "40", "weight.img": "10" });
    expect(proposed.toast).toContain("已提议");
    expect(proposed.words).toContain("项目投资 30 → 40，形象进度 20 → 10");
    expect(proposed.words).not.toContain("采用后从下一个");
    const back = await office.press(proposed, "返回");
    const form = await office.press(back, "试算权重");
    const again = await office.press(await office.press(form, "试算", { "weight.inv": "50" }), "提议采用");
    expect(again.toast).toContain("已有一份提议");
    expect((await currentScheme(world.deps)).id).toBe("v1");
    await office.press(again, "返回进度");
  });

  step("a provisional quarter keeps the weights its towns were shown", async () => {
    await world.moveTo(LOCKED);
    await office.say("谁还没报");
    const announced = await office.press(progress(), "公布暂定得分");
    expect(announced.toast).toContain("暂定得分已发给各镇");
    const adopted = await colleague.press(colleague.card("权重改动"), "采用");
    expect(adopted.toast).toContain("已采用");
    expect((await currentScheme(world.deps)).id).toBe("v1.1");
    expect(office.card("已采用").words).toMatch(/v1.*任世杰/s);
    expect((await findProvisional(world.deps.db, "2026Q3"))?.scheme.id).toBe("v1");
    await world.moveTo("2026-11-04T09:00:00+08:00");
    const published = await office.press(await office.press(progress(), "刷新"), "发布排名");
    expect(published.toast).toContain("已发布");
    const publications = await allPublications(world.deps.db);
    expect(publications.map(({ scheme }) => scheme.id)).toEqual(["v1", "v1", "v1"]);
    for (const publication of publications) expect(verifyPublication(publication)).toEqual([]);
  });

  step("the next quarter is scored with the adopted weights, and trials start from them", async () => {
    const next = await computeRanking(world.deps, "2026Q4");
    expect(next.scheme.id).toBe("v1.1");
    const form = await office.press(progress(), "试算权重");
    expect(boxesOf(form)).toMatchObject({ "weight.inv": "40", "weight.img": "10" });
  });
});
