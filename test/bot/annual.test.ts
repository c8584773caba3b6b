import { afterAll, beforeAll, expect } from "vitest";
import { assessmentText } from "../../cards/text/assessment.ts";
import { commit } from "../../db/commit.ts";
import { findPublication, insertPublication } from "../../db/publications.ts";
import { listRecords } from "../../db/records.ts";
import { settledOf } from "../../src/domain/procedure/annual.ts";
import { frozenResults, ownResult } from "../../src/domain/procedure/assessment.ts";
import { annualScore } from "../../src/domain/scoring/annual-score.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { story } from "../story.ts";
import { type AtClient, photo, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// 年度考核 of 2026: the counties assess themselves, the office appraises and drafts, 碛口镇 objects, a second person of
// the office freezes the result, and a correction stands beside it.

let world: DemoWorld;
let office: AtClient;
let clerk: AtClient;
let leader: AtClient;
let linxian: AtClient;
let qikou: AtClient;
let xinyi: AtClient;
const forged = async (by: AtClient, action: string, form: Record<string, unknown> = {}) =>
  (await pressForged(world, by.openId, `om_${by.openId}`, action, form)).answer.toast?.content ?? "";
const said = async (who: AtClient, text: string) => shownIn((await who.say(text))[0]);
const year = async () => {
  const [record] = await listRecords(world.deps.db, { procedure: "annual" });
  if (!record) throw new Error("not started");
  return record;
};
const ofTown = async (town: string) => {
  const [record] = await listRecords(world.deps.db, { procedure: "assessment", town });
  if (!record) throw new Error(`nothing of ${town}`);
  return record;
};
/** A step of the whole year, or of one town's record. */
const step_ = async (by: AtClient, record: { id: string; revision: number }, name: string, form = {}) =>
  forged(by, `step__${record.id}__${name}__${record.revision}`, form);
const appraise = async (scores: Record<string, string>) => {
  const [record] = await listRecords(world.deps.db, { procedure: "appraisal" });
  const form = Object.fromEntries(
    Object.entries(scores).map(([town, score]) => [`appraisal.${town}`, score]),
  );
  return record
    ? step_(office, record, "change", form)
    : forged(office, "begin__appraisal__//2026__enter", form);
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi", "wutong"] });
  office = world.who("city_office");
  clerk = world.who("city_office", "", 1);
  leader = world.who("leader");
  linxian = world.who("county_reviewer", "linxian");
  qikou = world.who("town_official", "qikou");
  xinyi = world.who("town_official", "xinyi");
});
afterAll(() => world.close());

const { chapter, step } = story("a year's assessment");

chapter("the county's self-assessment", () => {
  step("has no result before; whoever asks hears when they will get it", async () => {
    expect(textIn((await qikou.say("考核结果"))[0])).toContain("征求意见时分别发给有关县和单位");
  });

  step("is started by the office from the year's card; nothing known is asked for again", async () => {
    expect(await forged(office, "begin__annual__//2019__start")).toContain("还没有发布过季度排名");
    const form = await office.press(await said(office, "年度考核"), "new__annual__//2026");
    const started = await office.press(form, "begin__annual__//2026__start");
    expect(started.words).toContain("县级自评");
    expect(await forged(clerk, "begin__annual__//2026__start")).toContain("已经启动");
    const { words } = linxian.card("碛口镇：2026年年度考核");
    for (const line of ["截至10月12日已有的情况", "四个季度得分", "年度计划 12,000.00 万元"])
      expect(words).toContain(line);
    // Its time begins when the year is ranked, and the holidays of that year are not known yet.
    expect(words).toContain("请您办理。");
    expect(() => qikou.card("碛口镇：2026年年度考核")).toThrow();
  });

  step("needs its material, comes from the county, and is 0 to 100", async () => {
    const card = linxian.card("碛口镇：2026年年度考核");
    const mine = { self: "93", did: "古镇保护修缮三期主体完工。", lacks: "停车场滞后。" };
    const record = await ofTown("qikou");
    expect(await step_(linxian, record, "assess", mine)).toContain("还没有收到自评材料");
    expect(await step_(qikou, record, "assess", mine)).toContain("自评由县级审核人提交");
    await linxian.reply(card, photo(1));
    const form = await linxian.press(linxian.again(card), "提交自评");
    expect((await linxian.press(form, "提交自评", { ...mine, self: "101" })).toast).toContain("超出了范围");
    const sent = await linxian.press(form, "提交自评", mine);
    expect(sent.words).toContain("已自评");
    expect(sent.words).toContain("古镇保护修缮三期主体完工。");
  });
});

chapter("the draft", () => {
  step("waits for all four quarters and the appraisals", async () => {
    expect(await step_(office, await year(), "draft")).toContain("年末考评没有录齐");
    const second = await findPublication(world.deps.db, "2026Q2");
    if (!second) throw new Error("nothing published");
    const writes = (["2026Q3", "2026Q4"] as const).map((period) =>
      insertPublication(world.deps.db, { ...second, period }),
    );
    await commit(world.deps.db, { audit: null, writes }, world.clock.now());
    await appraise({ qikou: "88", xinyi: "70" });
    expect(await step_(office, await year(), "draft")).toContain("年末考评没有录齐");
    await appraise({ wutong: "82" });
    expect(await step_(office, await year(), "draft")).toContain("还有单位没有自评");
  });

  step("goes to each town and county, its own part alone", async () => {
    const form = await office.press(office.card("2026年年度考核结果"), "拟定结果");
    const drafted = await office.press(form, "拟定结果", { without: "其余县自评已另行书面报送。" });
    for (const line of ["征求意见", "临县", "离石区"]) expect(drafted.words).toContain(line);
    for (const one of [qikou, linxian]) {
      const { words } = one.card("碛口镇：2026年年度考核");
      for (const line of ["年度得分", "年末考评 88.00", "还没有核定"]) expect(words).toContain(line);
      expect(words).not.toContain("信义");
    }
    expect(leader.card("2026年年度考核结果").words).toContain("征求意见");
    // Anyone can add it up from what is printed.
    const { words } = qikou.card("碛口镇：2026年年度考核");
    for (const [line = "", , sum = ""] of words.matchAll(/^(?:过程|年度)得分 = (.+) = ([\d.]+)/gm)) {
      const parts = [...line.matchAll(/([\d.]+)×(\d+)%/g)].map(([, points, share]) => [points, share]);
      expect(
        parts.reduce((total, [points, share]) => total + (Number(points) * Number(share)) / 100, 0),
      ).toBeCloseTo(Number(sum), 1);
    }
    expect(words).toMatch(/过程得分 = [\d.]+×15% \+ [\d.]+×20% \+ [\d.]+×25% \+ [\d.]+×40% = /);
    expect(words).toMatch(/年度得分 = 过程得分 [\d.]+×70% \+ 年末考评 88\.00×30% = /);
  });

  step("is objected to once at a time, and answered by the office", async () => {
    const card = qikou.card("碛口镇：2026年年度考核");
    const form = await qikou.press(card, "提出异议");
    await qikou.press(form, "提出异议", { text: "现场会的加分没有计入考评。" });
    const record = await ofTown("qikou");
    expect(await step_(linxian, record, "object", { text: "同上" })).toContain("还在等待答复");
    expect(await step_(xinyi, record, "object", { text: "我也有意见" })).toContain("不由您办理");
    expect(await step_(clerk, await year(), "freeze", { decision: "同意" })).toContain("还有异议没有答复");
    expect(await step_(office, record, "accept", { answer: "采纳，考评改为90分。" })).toBe("已答复。");
    expect(qikou.card("考评改为90分").words).toContain("答复：采纳");
    await appraise({ qikou: "90" });
  });
});

chapter("the result", () => {
  step("is frozen after the days for objections, by another than whoever drafted it, once", async () => {
    const decision = { decision: "经市领导小组会议审定。" };
    expect(await step_(clerk, await year(), "freeze", decision)).toContain("期限还没有到");
    await world.moveTo("2026-10-21T10:00:00+08:00");
    expect(await step_(qikou, await ofTown("qikou"), "object", { text: "再提一次" })).toContain("期限已过");
    expect(await step_(office, await year(), "freeze", decision)).toContain("由您拟定");
    const before = await year();
    const both = await Promise.all([
      step_(clerk, before, "freeze", decision),
      step_(world.who("city_office", "", 2), before, "freeze", decision),
    ]);
    expect(both.filter((toast) => /^已核定|^Settled/.test(toast))).toHaveLength(1);
    const result = settledOf(await year());
    const own = result?.towns.find(({ town }) => town === "qikou");
    const [q1 = null, q2 = null, q3 = null, q4 = null] = own?.quarters ?? [];
    expect(own?.score).toBeCloseTo(annualScore([q1, q2, q3, q4], 90).year ?? Number.NaN, 4);
    expect(result?.counties.find(({ county }) => county === "linxian")?.score).toBe(own?.score);
    expect(qikou.card("碛口镇：2026年年度考核").words).toContain("已核定");
  });

  step(
    "is not changed by what changes later: a correction stands beside it, told to whom it concerns",
    async () => {
      const correction = { why: "考评分录入有误。" };
      expect(await step_(office, await year(), "propose_correction", correction)).toContain("结果没有变化");
      const frozen = settledOf(await year());
      await appraise({ qikou: "91" });
      expect(settledOf(await year())).toEqual(frozen);
      expect((await said(office, "年度考核")).words).toContain("以“年度考核结果”为准");
      await step_(office, await year(), "propose_correction", correction);
      expect(await step_(office, await year(), "correct", { decision: "同意" })).toContain("由您拟定或提出");
      await step_(clerk, await year(), "correct", { decision: "同意更正。" });
      const record = await ofTown("qikou");
      expect(frozenResults(record).map(({ own }) => own.appraisal)).toEqual([90, 91]);
      expect(ownResult(record)?.own.appraisal).toBe(91);
      expect((await ofTown("xinyi")).log.some((one) => one.step === "correct")).toBe(false);
      expect(qikou.card("碛口镇：2026年年度考核").words).toContain("更正前");
      expect(office.card("2026年年度考核结果").words).toContain("已更正 1 次");
    },
  );
});

chapter("whoever asks for it", () => {
  step("gets the counties' table as a file, with grades, as it was settled", async () => {
    await appraise({ qikou: "60" });
    for (const text of ["导出年度考核表", "把考核结果发我一份表"]) {
      const sent = (await office.say(text)).find(({ msg_type }) => msg_type === "file");
      const [, key = ""] = /"file_key":"([^"]+)"/.exec(sent?.content ?? "") ?? [];
      const answer = await fetch(`${world.sandbox.url}/sandbox/files/${key}`);
      const sheets = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
      const sheet = sheets?.find(({ name }) => name === "县（市、区）");
      expect(JSON.stringify(sheet)).toContain("已核定，列入县（市、区）目标责任考核");
      const rows = (sheet?.rows ?? []).map(({ cells }) => JSON.stringify(cells));
      const linxian = rows.find((row) => row.includes("临县"));
      const result = settledOf(await year())?.counties.find(({ county }) => county === "linxian");
      expect(linxian).toContain(String(result?.score));
      expect(linxian).toContain(assessmentText("zh-CN").grades[result?.grade ?? "failed"]);
    }
  });

  step("gets their own; once it is settled, everybody the counties' table", async () => {
    expect((await said(qikou, "考核结果")).words).toContain("碛口镇：2026年年度考核");
    expect((await said(linxian, "考核结果")).words).toContain("碛口镇：2026年年度考核");
    expect((await said(world.who("department", "housing"), "考核结果")).words).toContain(
      "2026年年度考核结果",
    );
    expect((await said(leader, "考核结果")).words).toContain("2026年年度考核");
    expect(textIn((await qikou.say("考核结果", "oc_alltowns"))[0])).toContain("可以发“排名”查看");
  });
});
