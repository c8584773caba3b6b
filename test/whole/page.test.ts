import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { whyNoBrowser } from "./browser.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";
import { type Desk, openDesk } from "./desk.ts";

// `npm start` without secrets, and the rest of the quarter played by hand through the page alone. Each step
// depends on the one before.

const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const CHINESE = /\p{Script=Han}/u;

const lacking = whyNoBrowser();
let product: Child;
let desk: Desk;
let broken = false;

beforeAll(async () => {
  if (lacking) return;
  product = startChild({ bundle: await bundled("bot") });
  const [, url = ""] = await product.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
  desk = await openDesk(url);
});

afterAll(async () => {
  await desk?.close();
  await product?.kill();
});

beforeEach(({ skip, onTestFailed }) => {
  skip(lacking !== undefined, lacking);
  skip(broken, "a step before it failed");
  onTestFailed(() => {
    broken = true;
  });
});

describe("a quarter through the chat page", () => {
  it("shows something within a moment", () => {
    console.log(`first paint after ${Math.round(desk.firstPaint)} ms`);
    expect(desk.firstPaint).toBeGreaterThan(0);
  });

  it("speaks English with the deputy who reads English", async () => {
    await desk.become("孟守信");
    await desk.openBot();
    // The official is asked first; a deputy asks for the town's form.
    await desk.say("my form");
    const card = desk.card("Qikou · Q3 2026");
    await card.getByRole("button", { name: "Submit for review" }).waitFor();
    expect(await card.textContent()).not.toMatch(CHINESE);
    await desk.page.locator("html[lang=en]").waitFor();
    await expect
      .poll(() => desk.page.locator(".bot-menu button").allTextContents())
      .toEqual([
        "My form",
        "What is waiting for me",
        "Ranking",
        "Who has not reported",
        "My tasks",
        "Supervised items",
        "Help",
      ]);
  });

  it("lets the town fill in investment and image, with numbers as people write them", async () => {
    await desk.become("武凤英");
    await desk.openBot();
    const line = desk.card("季度填报").locator(".card-columns", { hasText: "项目投资" });
    await desk.press(line, "填写");
    const investment = desk.card("今年累计投资");
    await desk.fill(investment, {
      "investment/cumulative": "0.882亿",
      "investment/source.county": "1,764",
      "investment/source.city_award": "１３２３",
      "investment/source.superior": "二千二百零五",
      "investment/source.private": "3528万元",
    });
    await desk.press(investment, "保存，填下一项：形象进度");
    const image = desk.card("古镇保护修缮三期");
    await desk.fill(image, { "image/project.p1.actual": "七成六", "image/project.p2.actual": "68%" });
    await desk.press(image, "保存");
    await desk.sees(/8,820\.00万元.*实际72% \/ 计划75%.*可以提交审核.*还没有照片/s);
  });

  it("takes a photo as a reply to the card and asks where it belongs", async () => {
    await desk.replyWithPhoto(desk.card("可以提交审核"), PHOTO);
    await desk.hears("收到1张照片，请在卡片上点一下");
    await desk.press(desk.card("照片归到哪一部分"), "形象进度");
    await desk.sees("已归到“形象进度”");
    await expect.poll(() => desk.page.locator(".message-picture").count()).toBe(1);
  });

  it("takes a photo back with the message that brought it", async () => {
    await desk.replyWithPhoto(desk.card("可以提交审核"), PHOTO);
    await desk.hears("以前交过");
    const sent = desk.page
      .locator("[data-message-id]", { has: desk.page.locator(".message-picture") })
      .last();
    await sent.hover();
    await sent.getByRole("button", { name: "撤回" }).click();
    await desk.hears("其中1个照片或文件已从碛口镇2026年第三季度填报中撤下");
    await expect.poll(() => desk.page.locator(".message-picture").count()).toBe(1);
  });

  it("sends the report to the county when the town submits", async () => {
    await desk.press(desk.card("可以提交审核"), "提交审核");
    // What no ledger knows of was left unchanged: the page asks for confirmation, stating what that costs.
    expect(await desk.confirm()).toMatch(/有 5 项本季新到期，没有填写，提交后按0计，约少7.4分。仍要提交/);
    await desk.sees(/填报回执.*临县审核中.*提交：武凤英 10月12日 10:0\d.*照片 1 张/s);
  });

  it("shows the county the photo, which a tap enlarges", async () => {
    await desk.become("田文斌");
    await desk.openBot();
    await desk.sees(/待审核.*照片 1 张.*形象进度 10月12日/s);
    await desk
      .card("待审核")
      .getByRole("button", { name: /图片 1$/ })
      .click();
    await desk.page.getByRole("dialog").locator("img").waitFor();
    await desk.page.keyboard.press("Escape");
  });

  it("lets the county return one cell with a reason", async () => {
    await desk.become("田文斌");
    await desk.openBot();
    await desk.sees(/待审核.*8,820\.00\s*4,560\.00/s);
    await desk.press(desk.card("待审核"), "退回修改");
    const form = desk.card("勾选要退回的内容");
    await desk.tick(form, "cells.image", "黄河码头旅游停车场");
    await desk.fill(form, { reason: "停车场进度与监理月报不一致，请核实。" });
    await desk.press(form, "退回");
    expect(await desk.confirm()).toContain("退回");
    await desk.sees("已退回 1 项");
  });

  it("shows the town only that cell, old and new side by side", async () => {
    await desk.become("武凤英");
    await desk.openBot();
    await desk.sees("停车场进度与监理月报不一致");
    await desk.press(desk.card("停车场进度与监理月报不一致"), "修改退回内容");
    await desk.sees(/停车场进度与监理月报不一致.*退回时：\s*68%/s);
    const returned = desk.card("停车场进度与监理月报不一致");
    await expect.poll(() => returned.locator("input, textarea, select").count()).toBe(1);
    await desk.fill(returned, { "image/project.p2.actual": "70" });
    await desk.press(returned, "保存并重新提交");
    await desk.sees("实际73% / 计划75%");
  });

  it("lets the county approve an hour later: the bot's clock moves with the page's", async () => {
    await desk.become("田文斌");
    await desk.openBot();
    await desk.page.locator("[data-clock]", { hasText: "+1 小时" }).click();
    await desk.page.locator(".toast", { hasText: /时间已到.*11:0\d/ }).waitFor();
    await desk.sees(/退回的 1 项.*68%\s*→\s*70%/s);
    await desk.press(desk.card("退回的 1 项"), "通过");
    await desk.confirm();
    await desk.sees(/审核结果.*审核：田文斌 10月12日 11:0\d/s);
  });

  it.each([
    ["梁巧云", "信义镇"],
    ["薛玲", "留誉镇"],
  ])("lets %s approve %s", async (reviewer, town) => {
    await desk.become(reviewer);
    await desk.openBot();
    await desk.press(desk.card(town), "通过");
    await desk.confirm();
    await desk.sees("审核结果");
  });

  it("lets the office announce provisional scores only once the quarter has locked, each to its own town", async () => {
    await desk.become("王丽芳");
    await desk.openBot();
    await desk.sees(
      /已通过 7 · ■ 审核中 0 · ■ 已退回 1 · ■ 填报中 2 · ■ 未开始 3.*它们在10月29日前报送仍计入排名/s,
    );
    expect(await buttonsOf(desk.card("报送进度"))).not.toContain("公布暂定得分");
    await desk.moveTo("2026-10-30T09:00");
    await desk.say("谁还没报");
    await desk.press(desk.card(/报送进度.*下一步：公布暂定得分.*已可办理/s), "公布暂定得分");
    expect(await desk.confirm()).toMatch(/6个单位没有报送.*此后报送的计为补报.*各镇将私下收到本镇暂定得分/s);
    await desk.sees("异议期到11月3日 18:00");
    await desk.become("武凤英");
    await desk.openBot();
    await desk.sees(/以下为暂定得分，尚未发布.*11月3日 18:00/s);
  });

  it("lets the office publish once the days for objections are over, after saying what that means", async () => {
    await desk.become("王丽芳");
    await desk.openBot();
    expect(await buttonsOf(desk.card(/报送进度.*异议期到11月3日 18:00/s))).not.toContain("发布排名");
    await desk.moveTo("2026-11-04T09:00");
    // The card of the announcement shows the next step by itself.
    await desk.press(desk.card(/报送进度.*异议期已满/s), "发布排名");
    expect(await desk.confirm()).toMatch(/6个单位没有报送或没有重新提交.*不改动这次的结果/s);
    await desk.sees("本季度排名已发布");
  });

  it("puts the ranking with its table and its chart into the leading group's chat", async () => {
    await desk.become("杜鹏飞");
    await desk.openGroup("十大特色镇领导小组");
    await desk.sees(/2026年第三季度综合排名.*1\s*贾家庄 Jiajiazhuang\s*\d+\.\d\d/s);
    await expect.poll(() => coloursOfChart(desk.card("2026年第三季度综合排名"))).toBeGreaterThan(10);
  });

  it("tells a leader how a town stands", async () => {
    await desk.page.locator(".composer").getByRole("button", { name: "@" }).click();
    await desk.say("碛口怎么样");
    await desk.sees(/累计完成8,820\.00万元，年度计划12,000\.00万元.*实际73%，计划75%.*第[1-5]名/s);
    await expect.poll(() => coloursOfChart(desk.card("累计完成8,820.00万元"))).toBeGreaterThan(3);
  });

  it("raised no error and asked nobody but this machine", () => {
    expect(desk.complaints).toEqual([]);
  });

  it("ends in order", async () => {
    await desk.close();
    expect(await product.kill("SIGTERM")).toEqual({ code: 0, signal: null });
  });
});

/** The words on a card's buttons, in reading order. */
function buttonsOf(card: Locator): Promise<string[]> {
  return card.getByRole("button").allTextContents();
}

/** How many different colours a card's chart has; an empty one has almost none. */
async function coloursOfChart(card: Locator): Promise<number> {
  // Charts are drawn when they come near the view; a long card's may be above it.
  await card.locator(".chart").first().scrollIntoViewIfNeeded();
  const canvas = card.locator(".chart[data-progress=drawn] canvas").first();
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const pixels = drawn.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
  });
}
