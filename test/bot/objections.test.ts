import { afterAll, beforeAll, expect } from "vitest";
import { allPublications, findProvisional } from "../../db/publications.ts";
import { correct } from "../../src/bot/quarter/correct.ts";
import { publish } from "../../src/bot/quarter/publish.ts";
import { verifyPublication } from "../../src/domain/ranking/verify-publication.ts";
import type { RawInputs } from "../../src/domain/report/inputs.ts";
import { story } from "../story.ts";
import { type AtClient, type Shown, shownIn } from "./at-client.ts";
import { fieldsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";

// From provisional to final: two towns see their points, one objects, the office answers publicly, and only
// then the ranking is published. Later corrections are shown beside it.

let world: DemoWorld;
let office: AtClient;
let qikou: AtClient;
let xinyi: AtClient;
let linxian: AtClient;
let writing: { person: AtClient; form: Shown };
const progress = () => office.card("报送进度");

/** Investment as planned and image progress well behind it, which raises a question; the town answers it. */
const behindOnSite = (figures: RawInputs): RawInputs =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, name.endsWith(".actual") ? "45" : value]),
  );

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi"], open: true });
  office = world.who("city_office");
  qikou = world.who("town_official", "qikou");
  xinyi = world.who("town_official", "xinyi");
  linxian = world.who("county_reviewer", "linxian");
  for (const [n, town] of ["qikou", "xinyi"].entries()) {
    const person = world.who("town_official", town);
    const figures = await figuresOf(world, "2026Q3", town);
    const wanted = town === "xinyi" ? behindOnSite(figures) : figures;
    const filled = await fillSections(person, person.card(), wanted);
    await person.press(await sendPhoto(person, filled, n), "提交审核");
  }
  await linxian.press(linxian.card("待审核"), "通过");
  const lishi = world.who("county_reviewer", "lishi");
  await lishi.press(lishi.card("待审核"), "通过");
});
afterAll(() => world.close());

const { step, chapter } = story("objections and corrections, before publication and after it");

chapter("before publication", () => {
  step("the office can announce provisional scores, and cannot publish before", async () => {
    await world.moveTo("2026-10-30T09:00:00+08:00");
    await office.say("谁还没报");
    const announced = await office.press(progress(), "公布暂定得分");
    expect(announced.toast).toContain("暂定得分已发给各镇");
    expect(announced.words).toContain("异议期到");
    expect(qikou.card("暂定得分").words).toContain("碛口镇");
    // The check-up's question is shown beside the points, with the town's answer.
    expect(xinyi.card("暂定得分").words).toContain("数据体检的提问（1 条）");
    expect(xinyi.card("暂定得分").words).toContain("我们的说明：情况属实");
    // Provisional scores are private: no group is told.
    expect(world.group("oc_leadinggroup").some((m) => m.content.includes("暂定得分"))).toBe(false);
    const early = await publish(world.deps, "2026Q3", office.openId);
    expect(early).toMatchObject({ ok: false, reason: "objection_days" });
    expect(await allPublications(world.deps.db)).toHaveLength(2);
  });

  step("a town objects by card, once for each indicator", async () => {
    const left = await qikou.press(qikou.card("暂定得分"), "提出异议");
    // The back button leads to the card the form came from.
    const back = await qikou.press(left, "返回");
    expect(back.words).toContain("暂定得分");
    const form = await qikou.press(back, "提出异议");
    const empty = await qikou.press(form, "提交异议", { indicator: "inv", text: " " });
    expect(empty.toast).toBe("请写明理由和依据。");
    const raised = await qikou.press(empty, "提交异议", {
      indicator: "inv",
      text: "监理月报应为8,850万元。",
    });
    expect(raised.toast).toContain("已提交");
    const other = await qikou.press(raised, "对其他项提出异议");
    const again = await qikou.press(other, "提交异议", { indicator: "inv", text: "再提一次" });
    expect(again.toast).toContain("已经提过异议");
    // The existing objection is shown, with the rejected input to copy from.
    expect(again.words).toContain("监理月报应为8,850万元。");
    expect(again.words).toMatch(/没有提交[\s\S]*再提一次/);
    const seen = await qikou.press(again, "放弃填写，查看最新情况");
    expect(seen.words).not.toContain("再提一次");
  });

  step("a colleague begins another one and leaves it lying", async () => {
    const deputy = world.who("town_official", "xinyi", 1);
    // The deputy was not told, and finds the score by asking for the town's form.
    await deputy.say("我的填报");
    const form = await deputy.press(deputy.card("暂定得分"), "提出异议");
    expect(form.words).toContain("对哪一项有异议");
    writing = { person: deputy, form };
  });

  step("the end of the days for objections takes the button off every card by itself", async () => {
    const cards = () => [xinyi.card("暂定得分").words, qikou.card("待答复").words];
    expect(cards()).toEqual([
      expect.stringContaining("提出异议"),
      expect.stringContaining("对其他项提出异议"),
    ]);
    await world.moveTo("2026-11-03T18:01:00+08:00");
    const [score = "", objection] = cards();
    expect(score).toContain("异议期已于 11月3日 18:00 结束");
    expect(score).not.toContain("提出异议");
    expect(objection).not.toContain("对其他项提出异议");
  });

  step("publishing waits for the answer even when the window is over", async () => {
    await world.moveTo("2026-11-04T09:00:00+08:00");
    const late = await office.press(progress(), "刷新");
    expect(late.words).toContain("还有1条异议没有答复");
    expect(await publish(world.deps, "2026Q3", office.openId)).toMatchObject({ reason: "objections_open" });
  });

  step("the office answers with a reason, and every town sees question and answer", async () => {
    const form = office.card("监理月报应为8,850万元");
    expect(form.words).toContain("待答复");
    const colleague = world.who("city_office", "", 1);
    const behind = await colleague.press(colleague.card("监理月报应为8,850万元"), "不采纳");
    const silent = await office.press(form, "采纳", { answer: "" });
    expect(silent.toast).toBe("请写明理由和依据。");
    const answered = await office.press(silent, "采纳", { answer: "经核对监理月报，予以采纳。" });
    expect(answered.toast).toContain("已答复");
    // The person who was writing another answer meanwhile is informed, and keeps the input.
    expect(colleague.again(behind).words).toBe(behind.words);
    const late = await colleague.press(behind, "不采纳", { answer: "月报不支持。" });
    expect(late.toast).toBe("这条异议已经答复过。");
    expect(late.words).toMatch(/没有提交[\s\S]*月报不支持。/);
    const news = world.group("oc_alltowns").filter((m) => m.content.includes("经核对监理月报"));
    expect(shownIn(news[0]).words).toContain("经核对监理月报");
    expect(qikou.card("已答复：采纳").words).toContain("采纳");
    // No card still says that an answer is pending.
    for (const person of [qikou, office]) expect(() => person.card("待答复")).toThrow();
  });

  step("publishing says that the accepted objection has not changed a figure yet", async () => {
    const shown = await office.press(progress(), "刷新");
    expect(shown.words).toMatch(/已采纳、数据还没有变化的异议 1 条.*碛口镇：对“项目投资”的异议/);
    // Also where publishing is confirmed.
    expect(JSON.stringify(shown.card)).toContain("1条异议已经采纳，所涉数据与暂定得分时相同");
  });

  step("the office opens the report again, and mending it costs the town no quality points", async () => {
    const form = await office.press(office.card("已答复：采纳"), "退回相应内容");
    const sums = fieldsOf(form.card)
      .find((field) => field.name === "cells.investment")
      ?.options.find((option) => option.text.includes("今年累计投资"));
    await office.press(form, "退回", {
      "cells.investment": [sums?.value],
      reason: "按采纳的异议更正累计投资。",
    });
    const returned = await qikou.press(qikou.card("按采纳的异议更正"), "open__returned");
    const sources = fieldsOf(returned.card).find((field) => field.name === "investment/source.private");
    const raised = Number(sources?.value.replaceAll(",", "")) + 30;
    const sent = await qikou.press(returned, "保存并重新提交", {
      "investment/cumulative": "8850",
      "investment/source.private": String(raised),
    });
    expect(sent.words).toContain("已提交");
    await linxian.press(linxian.card("待审核"), "通过");
    const before = { qikou: world.inbox(qikou.openId).length, xinyi: world.inbox(xinyi.openId).length };
    expect((await office.press(progress(), "刷新")).words).not.toContain("数据还没有变化");
    const published = await office.press(progress(), "发布排名");
    expect(published.toast).toContain("已发布");
    // A town whose points changed gets a new message; the others find them on their existing card.
    expect(world.inbox(qikou.openId)).toHaveLength(before.qikou + 1);
    expect(world.inbox(xinyi.openId)).toHaveLength(before.xinyi);
    expect(xinyi.card("2026年第三季度得分").words).not.toContain("暂定");
    expect(qikou.card("2026年第三季度得分").words).not.toContain("暂定");
    const row = (await allPublications(world.deps.db))
      .at(-1)
      ?.inputs.table.rows.find((r) => r.id === "qikou");
    expect(row?.values).toMatchObject({ invested: 8850, penalty: 0 });
  });

  step("does not take a form from under somebody's hands", () => {
    expect(writing.person.again(writing.form).words).toContain("对哪一项有异议");
  });

  step("keeps the provisional result as it was", async () => {
    const provisional = await findProvisional(world.deps.db, "2026Q3");
    const row = provisional?.inputs.table.rows.find((r) => r.id === "qikou");
    expect(row?.values.invested).toBe(8820);
  });
});

chapter("after publication", () => {
  step("an objection comes too late, and says what to do", async () => {
    const { person, form } = writing;
    const late = await person.press(form, "提交异议", { indicator: "img", text: "形象进度应为73%。" });
    expect(late.toast).toContain("提出异议的时间已过");
  });

  step("a correction stands beside the result, with old, new and effect, in the same chats", async () => {
    const change = { cell: "investment/words", value: "监理月报口径", reason: "补注口径" };
    const before = (await allPublications(world.deps.db)).at(-1);
    const outcome = await correct(world.deps, "2026Q3", "qikou", change, "operator");
    expect(outcome).toMatchObject({ ok: true, publication: { seq: 2 } });
    await world.settle();
    const after = (await allPublications(world.deps.db)).at(-1);
    expect(after?.inputs.table.rows.find((r) => r.id === "qikou")?.values.penalty).toBe(15);
    expect(before?.seq).toBe(1);
    for (const chat of ["oc_leadinggroup", "oc_alltowns", "oc_linxian"])
      expect(world.group(chat).filter((m) => m.content.includes("排名更正"))).toHaveLength(1);
    expect(qikou.card("排名更正").words).toContain("补注口径");
    const untouched = await correct(world.deps, "2026Q3", "qikou", change, "operator");
    expect(untouched).toMatchObject({ ok: false, reason: "unchanged" });
  });

  step("every publication can be computed again from what was frozen with it", async () => {
    const all = await allPublications(world.deps.db);
    for (const publication of all) expect(verifyPublication(publication)).toEqual([]);
    const [first] = all;
    const [row] = first?.result.rows ?? [];
    if (!first || !row) throw new Error("nothing published");
    const bent = { ...first, result: { rows: [{ ...row, score: 99 }, ...first.result.rows.slice(1)] } };
    expect(verifyPublication(bent)).toMatchObject([{ town: row.town, what: "score", published: 99 }]);
  });
});
