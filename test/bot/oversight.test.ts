import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../db/records.ts";
import { importRoster } from "../../src/bot/hand-over/import-roster.ts";
import { measureOf } from "../../src/domain/oversight/accountability.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { digestOf } from "./digests/send-digest.ts";
import { WORKED } from "./worked-quarter.ts";

// 红黑榜 of the published second quarter, and what follows for 开栅镇, which was last and behind its schedule:
// 提醒, answered and closed, then 约谈. Nothing of it is said to anybody else, or in any group.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let kaishan: AtClient;
let county: AtClient;
let qikou: AtClient;
const heard = (who: AtClient) => world.inbox(who.openId).filter(({ sender }) => sender.type === "app").length;
const said = async (who: AtClient, text: string) => shownIn((await who.say(text))[0]);
const forged = async (by: AtClient, action: string, form: Record<string, unknown> = {}) =>
  (await pressForged(world, by.openId, `om_${by.openId}`, action, form)).answer.toast?.content;
const measure = async (of: string) => {
  const all = await listRecords(world.deps.db, { procedure: "accountability" });
  const found = all.findLast((one) => measureOf(one) === of);
  if (!found) throw new Error(`no ${of}`);
  return found;
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: WORKED, strangers: ["ou_head"] });
  const head = { openId: "ou_head", name: "新任镇长", role: "town_principal", area: "kaishan" } as const;
  await importRoster(world.deps, [{ line: 1, ...head, locale: "zh-CN" }], "test", false);
  office = world.who("city_office");
  leader = world.who("leader");
  kaishan = world.who("town_official", "kaishan");
  county = world.who("county_reviewer", "wenshui");
  qikou = world.who("town_official", "qikou");
});
afterAll(() => world.close());

const { chapter, step } = story("praise and accountability");

chapter("the lists of a quarter", () => {
  step(
    "are put forward by the office as the published rule has them; force majeure takes its reason",
    async () => {
      const form = await office.press(await said(office, "红黑榜"), "new__honours__//");
      for (const line of ["贾家庄镇：第1名", "开栅镇：第7名", "第1次列入"])
        expect(form.words).toContain(line);
      const spared = { reason: "按办法提出。", exempt: ["开栅镇"] };
      const silent = await office.press(form, "begin__honours__//__propose", spared);
      expect(silent.toast).toBe("免列的单位，请写明不可抗力的原因。");
      expect(boxesOf(silent)).toMatchObject({ reason: "按办法提出。", exempt: "kaishan" });
      const proposed = await office.press(silent, "begin__honours__//__propose", { exempt: [] });
      expect(proposed.words).toContain("待领导决定");
      expect(heard(kaishan)).toBe(0);
      expect(
        await forged(office, "begin__honours__//__propose", { quarter: "2026Q2", reason: "再提" }),
      ).toContain("已经提出过");
    },
  );

  step("are decided by a leader with a reason; of two at once the first counts", async () => {
    const [list] = await listRecords(world.deps.db, { procedure: "honours" });
    expect(
      await forged(world.who("city_office", "", 1), `step__${list?.id}__adopt__1`, { decision: "同意" }),
    ).toContain("由领导小组决定");
    const form = await leader.press(leader.card("2026年第二季度红黑榜"), "同意名单");
    expect((await leader.press(form, "同意名单", { decision: " " })).toast).toContain("请填写");
    const both = await Promise.all([
      forged(leader, `step__${list?.id}__adopt__1`, { decision: "按办法列入。" }),
      forged(world.who("leader", "", 1), `step__${list?.id}__drop__1`, { decision: "暂缓" }),
    ]);
    expect(both.filter((toast) => toast?.includes("已经往下办了"))).toHaveLength(1);
    const [after] = await listRecords(world.deps.db, { procedure: "honours" });
    expect(after?.log).toHaveLength(2);
    expect(after?.state).toBe("adopted");
  });

  step("are told to each town and its county, of the town alone, and to no group", async () => {
    for (const one of [kaishan, county]) {
      const { words } = one.card("开栅镇：2026年第二季度红黑榜");
      for (const line of ["列入黑榜", "第7名", "第1次列入", "按办法列入。", "须另行决定"])
        expect(words).toContain(line);
      expect(words).not.toContain("贾家庄");
    }
    expect(world.who("town_official", "jiajiazhuang").card("红黑榜").words).toContain("列入红榜");
    expect(() => qikou.card("红黑榜")).toThrow();
    expect((await said(kaishan, "谁上了黑榜")).words).toContain("开栅镇");
    expect((await said(qikou, "谁上了黑榜")).words).not.toContain("开栅镇");
  });

  step("lead to nothing by themselves", async () => {
    expect(await listRecords(world.deps.db, { procedure: "accountability" })).toEqual([]);
  });
});

chapter("a reminder", () => {
  step("comes first: a talk without one is refused", async () => {
    const talk = { to: "county.linxian", measure: "talk", matter: "审核迟缓", reason: "三次逾期" };
    expect(await forged(office, "begin__accountability__//__propose", talk)).toContain("请先提醒，再约谈");
    expect(await forged(qikou, "begin__accountability__//__propose", talk)).toContain("由市办提出");
  });

  step("is put forward from the list, with the town and the matter filled in", async () => {
    const list = await said(office, "红黑榜");
    const [honours] = await listRecords(world.deps.db, { procedure: "honours" });
    const shown = await office.press(list, `show__${honours?.id}`);
    const form = await office.press(shown, "new__accountability__2026Q2//kaishan");
    expect(boxesOf(form)).toMatchObject({ to: "town.kaishan", measure: "reminder" });
    expect(boxesOf(form).matter).toContain("2026年第二季度");
    const reason = "连续两个季度进度偏慢。";
    const proposed = await office.press(form, "begin__accountability__2026Q2//kaishan__propose", { reason });
    for (const line of ["待领导决定", "第1次提醒", "没有提醒、约谈、问责记录"])
      expect(proposed.words).toContain(line);
    expect(() => kaishan.card("提醒：开栅镇")).toThrow();
  });

  step("is decided by a leader, and told to the town, its head and its county alone", async () => {
    const before = heard(qikou);
    const { id } = await measure("reminder");
    expect(await forged(office, `step__${id}__decide__1`, { decision: "同意" })).toContain("由领导小组决定");
    const form = await leader.press(leader.card("提醒：开栅镇"), "同意");
    const decided = await leader.press(form, "同意", { decision: "请县镇一周内报整改措施。" });
    expect(decided.words).toContain("待报告整改");
    for (const one of [kaishan, county]) expect(one.card("提醒：开栅镇").words).toContain("请县镇一周内");
    expect(world.inbox("ou_head").some(({ content }) => content.includes("请县镇一周内"))).toBe(true);
    expect(heard(qikou)).toBe(before);
    const looked = await pressForged(world, qikou.openId, "om_looked", `show__${id}`);
    expect(looked.answer.card).toBeUndefined();
  });

  step("is answered by the town, sent back once, and closed by the office", async () => {
    const { id } = await measure("reminder");
    const answer = (form: AtClient, words: string) =>
      form.press(form.card("提醒：开栅镇"), "报告整改", { answer: words });
    await answer(kaishan, "正在研究。");
    const back = await office.press(office.card("提醒：开栅镇"), `form__${id}__again`);
    await office.press(back, "退回补充", { why: "请写明措施和时限。" });
    await answer(kaishan, "增加两个班组，11月15日前补齐。");
    const close = await office.press(office.card("提醒：开栅镇"), `form__${id}__close`);
    expect((await office.press(close, "办结", { outcome: "措施可行。" })).words).toContain("已办结");
    expect(kaishan.card("提醒：开栅镇").words).toContain("措施可行。");
    // The next measure is a form, from the card or by a sentence, and begins nothing.
    const shown = await office.press(office.card("提醒：开栅镇"), "提出约谈");
    const wanted = { to: "town.kaishan", measure: "talk" };
    expect(boxesOf(shown)).toMatchObject(wanted);
    expect(boxesOf(await said(office, "约谈开栅镇"))).toMatchObject(wanted);
    expect(textIn((await qikou.say("约谈开栅镇"))[0])).toContain("市办");
    expect(await listRecords(world.deps.db, { procedure: "accountability" })).toHaveLength(1);
  });
});

chapter("a talk", () => {
  step("shows those who decide what went before", async () => {
    const talk = { to: "town.kaishan", measure: "talk", matter: "整改不力", reason: "措施没有落实" };
    expect(await forged(office, "begin__accountability__//__propose", talk)).toContain("等待领导决定");
    const again = { ...talk, reason: "措施仍没有落实" };
    expect(await forged(office, "begin__accountability__//__propose", again)).toContain("已有一件同样的");
    const { words } = leader.card("约谈：开栅镇");
    for (const line of ["第1次约谈", "此前的记录", "提醒：2026年第二季度列入黑榜"])
      expect(words).toContain(line);
  });

  step("is closed only once it was held, on a day after the decision and not to come", async () => {
    const { id } = await measure("talk");
    await forged(leader, `step__${id}__decide__1`, { decision: "由分管副市长约谈。" });
    await forged(kaishan, `step__${id}__answer__2`, { answer: "认识到问题，已调整班子分工。" });
    expect(await forged(office, `step__${id}__close__3`, { outcome: "可以" })).toContain("还没有谈话记录");
    const hold = (on: string) =>
      forged(office, `step__${id}__hold__3`, { on, minutes: "已谈话，镇里作了表态。" });
    expect(await hold("2026-10-09")).toContain("不能早于");
    expect(await hold("2026-11-30")).toContain("还没有到日期");
    expect(await hold("2026-10-12")).toBe("已记录。");
    expect(await forged(office, `step__${id}__close__4`, { outcome: "已谈话。" })).toBe("已办结。");
    const [first, ...more] = (await measure("talk")).log;
    expect([first, ...more].map((one) => one?.step)).toEqual([
      "propose",
      "decide",
      "answer",
      "hold",
      "close",
    ]);
  });
});

chapter("whoever asks", () => {
  step("hears it in private, and only who may know", async () => {
    expect((await said(leader, "谁被约谈")).words).toContain("约谈：开栅镇");
    expect((await said(kaishan, "谁被约谈")).words).toContain("约谈：开栅镇");
    expect((await said(qikou, "谁被约谈")).words).toContain("目前没有");
    expect(textIn((await leader.say("谁被约谈", "oc_leadinggroup"))[0])).toContain("私聊");
  });

  step("finds nothing in any group or digest, even of what is overdue", async () => {
    const late = {
      to: "town.kaishan",
      measure: "accountability",
      matter: "约谈后仍未整改",
      reason: "现场核实",
    };
    await forged(office, "begin__accountability__//__propose", late);
    await world.moveTo("2026-10-26T10:00:00+08:00");
    await leader.say("我的任务", "oc_leadinggroup");
    expect((await said(leader, "我的任务")).words).toContain("问责：开栅镇");
    expect(digestOf(world, "oc_leadinggroup").words).not.toContain("问责");
    for (const { chatId } of world.demo.groups)
      for (const { sender, content } of world.group(chatId).slice())
        if (sender.type === "app") expect(content).not.toMatch(/黑榜|约谈：|提醒：|问责：/);
  });
});
