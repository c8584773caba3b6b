import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import { listRecords } from "../../db/records.ts";
import { removePeople } from "../../db/roster.ts";
import { takeDueSteps } from "../../src/bot/procedures/take-due-steps.ts";
import { shanghaiTime } from "../../src/domain/calendar/shanghai-time.ts";
import { shownIn, textIn } from "./at-client.ts";
import { buttonsOf, fieldsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { REQUEST, startUrgentWorld, type UrgentWorld } from "./urgent-world.ts";

// 加急: it needs approval by a second, named person and a reason, states its cost, and expires.

let world: UrgentWorld;
beforeEach(async () => {
  world = await startUrgentWorld();
});
afterEach(() => world.close());

/** Messages that were sent, whatever happened to them later. */
const sent = async () => {
  const records = await listRecords(world.deps.db, { procedure: "urgent" });
  return records.filter(({ log }) => log.some(({ step }) => step === "approve")).length;
};
const lastText = (who: Parameters<UrgentWorld["messages"]>[0]) =>
  textIn(world.inbox(world.at[who].openId).at(-1));
/** Runs the minute's job and sends the resulting messages. */
const tick = async () => {
  await takeDueSteps(world.deps);
  await world.settle();
};

describe("proposing", () => {
  test("begins with the price: how many there were this month and this quarter", async () => {
    await world.at.office.say("加急");
    const form = world.at.office.card("提出加急");
    expect(form.words).toContain("本月已发加急 0 次，本季度 0 次。");
    const options = Object.fromEntries(fieldsOf(form.card).map(({ name, options }) => [name, options]));
    expect(options.approver?.map(({ text }) => text)).toEqual([
      expect.stringContaining("任世杰"),
      expect.stringContaining("杜鹏飞"),
    ]);
    expect(options.until?.[0]?.text).toBe("10月12日 18:00");
    expect(options.towns?.map(({ value }) => value)).toContain("qikou");
  });
  test("can name its town in the same words", async () => {
    await world.at.office.say("给碛口发个加急");
    expect(fieldsOf(world.at.office.card("提出加急").card)[0]?.value).toBe("qikou");
  });
  test("is for the city office, in private, in working hours", async () => {
    for (const who of ["qikou", "leader", "reviewer"] as const) {
      await world.at[who].say("加急");
      expect(lastText(who)).toContain("办理，您暂时没有权限");
    }
    const [inGroup] = await world.at.office.say("加急", "oc_all");
    expect(textIn(inGroup)).toContain("私聊");
    await world.moveTo("2026-10-12T18:00:00+08:00");
    await world.at.office.say("加急");
    expect(lastText("office")).toBe("加急只在工作时间办理，最早可在10月13日 09:00。");
  });
  test("says what is missing and keeps what was typed", async () => {
    const form = await world.propose({ reason: " " });
    expect(form.toast).toBe("加急理由（供批准人判断，也会告知对方）：请填写。");
    const boxes = Object.fromEntries(fieldsOf(form.card).map(({ name, value }) => [name, value]));
    expect(boxes).toMatchObject({ towns: "qikou,xinyi", words: REQUEST.words, approver: REQUEST.approver });
    const nowhere = await world.at.office.press(form, "提请批准", { towns: [], reason: "急" });
    expect(nowhere.toast).toBe("发给哪些单位（可多选）：请先选择。");
    expect(world.messages("leader")).toEqual([]);
  });
  test("never with oneself as the approver, whatever the form is made to carry", async () => {
    await world.at.office.say("加急");
    const { messageId } = world.at.office.card("提出加急");
    const until = String(shanghaiTime("2026-10-12", "18:00"));
    const own = { ...REQUEST, until, approver: "ou_wang" };
    const forged = await pressForged(world, "ou_wang", messageId, "begin__urgent__//__propose", own);
    expect(forged.answer.toast?.content).toBe("请谁批准：请从选项中选择。");
    const stranger = await pressForged(world, "ou_wu", messageId, "begin__urgent__//__propose", {
      ...own,
      approver: "ou_du",
    });
    expect(stranger.answer.toast?.content).toBe("这一步由提出人和指定的批准人办理。");
  });
  test("asks the named person only, with all there is to know; the towns hear nothing yet", async () => {
    const own = await world.propose();
    expect(own.toast).toBe("已提交，等待批准。");
    expect(buttonsOf(own.card).map(({ text }) => text)).toEqual(["撤回", "我的任务"]);
    const { words } = world.at.leader.card("待批准");
    for (const said of [
      "提出 · 王丽芳（市特色镇领导小组办公室）",
      "信义镇、碛口镇，提出时共3位填报人",
      REQUEST.words,
      REQUEST.reason,
      "时限：10月12日 18:00",
      "提出时，本月已发加急 0 次，本季度 0 次。",
    ])
      expect(words).toContain(said);
    for (const who of ["qikou", "deputy", "xinyi", "colleague", "reviewer"] as const)
      expect(world.messages(who)).toEqual([]);
  });
  test("by the same form twice proposes once", async () => {
    await world.at.office.say("加急");
    const form = world.at.office.card("提出加急");
    await Promise.all([
      world.at.office.press(form, "提请批准", REQUEST),
      world.at.office.press(form, "提请批准", REQUEST),
    ]);
    expect(world.messages("leader")).toHaveLength(1);
  });
});

describe("approving", () => {
  test("sends every official of these towns the card, marks each urgent, and counts", async () => {
    await world.propose();
    const approved = await world.approve();
    expect(approved.toast).toBe("已批准，正在发送。");
    expect(approved.words).toContain("批准并发出 · 杜鹏飞");
    for (const who of ["qikou", "deputy", "xinyi"] as const)
      expect(world.messages(who)).toMatchObject([{ urgent: true }]);
    const news = world.at.qikou.card("加急：请尽快办理");
    expect(news.words).toContain(REQUEST.words);
    expect(news.words).toContain("请在10月12日 18:00前办理。");
    expect(news.words).not.toMatch(/王丽芳|杜鹏飞/);
    expect(world.at.deputy.card("Urgent: please see to this soon").words).toContain("12 Oct 18:00");
    expect(world.messages("reviewer")).toEqual([]);
    expect(world.group("oc_all")).toEqual([]);
    expect(world.at.office.card("已发出").words).toContain("批准并发出 · 杜鹏飞");
    expect((await verifyAudit(world.deps.db)).ok).toBe(true);
  });
  test("twice at once sends and marks once", async () => {
    await world.propose();
    const card = world.at.leader.card("请您决定");
    const both = await Promise.all([
      world.at.leader.press(card, "批准并发出"),
      world.at.leader.press(card, "批准并发出"),
    ]);
    expect(both.map(({ toast }) => toast).sort()).toEqual(["刚才已经办好了。", "已批准，正在发送。"]);
    expect(world.messages("qikou")).toHaveLength(1);
    expect(await world.marks()).toBe(3);
  });
  test("is for the named person alone: another's press, or the proposer's, does nothing", async () => {
    await world.propose();
    const { messageId } = world.at.leader.card("请您决定");
    const id = buttonsOf(world.at.leader.card("请您决定").card)[0]?.name.split("__")[1] ?? "";
    for (const by of ["ou_ren", "ou_wang", "ou_wu"]) {
      for (const verdict of ["approve", "withdraw"]) {
        if (by === "ou_wang" && verdict === "withdraw") continue;
        const forged = await pressForged(world, by, messageId, `step__${id}__${verdict}__1`);
        expect(forged.answer.toast?.content).toBe("这一步由提出人和指定的批准人办理。");
      }
      const refusal = await pressForged(world, by, messageId, `step__${id}__refuse__1`, { why: "不办" });
      expect(refusal.answer.toast?.content).toBe("这一步由提出人和指定的批准人办理。");
    }
    expect(world.messages("qikou")).toEqual([]);
    expect((await world.approve()).toast).toBe("已批准，正在发送。");
  });
  test("outside working hours is refused with the next time it is possible, and possible then", async () => {
    const tomorrow = String(shanghaiTime("2026-10-13", "10:00"));
    await world.propose({ until: tomorrow });
    await world.moveTo("2026-10-12T20:00:00+08:00");
    const late = await world.approve();
    expect(late.toast).toBe("加急只在工作时间办理，请到工作时间再办。");
    expect(world.messages("qikou")).toEqual([]);
    await world.moveTo("2026-10-13T09:00:00+08:00");
    await world.approve();
    expect(world.messages("qikou")).toMatchObject([{ urgent: true }]);
  });
  test("reaches nobody where the roster has nobody, and says so", async () => {
    await world.propose({ towns: ["xinyi"] });
    const writes = [removePeople(world.deps.db, ["ou_yan"])];
    await commit(world.deps.db, { audit: { actor: "t", kind: "t", subject: "" }, writes }, world.clock.now());
    expect((await world.approve()).toast).toContain("名单里没有填报人");
    expect(await sent()).toBe(0);
  });
});

describe("refusing and withdrawing", () => {
  test("a refusal takes a reason, which the proposer is told; nothing is sent", async () => {
    await world.propose();
    const form = await world.at.leader.press(world.at.leader.card("请您决定"), "不批准");
    const silent = await world.at.leader.press(form, "不批准", { why: " " });
    expect(silent.toast).toBe("不批准的理由（会告知提出人）：请填写。");
    const refused = await world.at.leader.press(silent, "不批准", { why: "先电话联系。" });
    expect(refused.words).toContain("不批准 · 杜鹏飞");
    expect(refused.words).toContain("理由：先电话联系。");
    const told = shownIn(world.inbox(world.at.office.openId).at(-1)).words;
    for (const said of ["未批准", "不批准 · 杜鹏飞", "理由：先电话联系。"]) expect(told).toContain(said);
    expect(world.messages("qikou")).toEqual([]);
    expect(await sent()).toBe(0);
  });
  test("thought better of, the approver returns to the card", async () => {
    await world.propose();
    const form = await world.at.leader.press(world.at.leader.card("请您决定"), "不批准");
    const back = await world.at.leader.press(form, "返回查看");
    expect((await world.at.leader.press(back, "批准并发出")).toast).toBe("已批准，正在发送。");
  });
  test("the proposer withdraws: the approver's card says so and approves nothing", async () => {
    const own = await world.propose();
    const waiting = world.at.leader.card("请您决定");
    expect((await world.at.office.press(own, "撤回")).words).toContain("撤回，没有发出");
    expect(world.at.leader.again(waiting).words).toContain("已撤回");
    const id = buttonsOf(own.card)[0]?.name.split("__")[1] ?? "";
    const late = await pressForged(world, "ou_du", waiting.messageId, `step__${id}__approve__1`);
    expect(late.answer.toast?.content).toBe("这条加急已经办结，这是最新情况。");
    expect(world.messages("qikou")).toEqual([]);
  });
});

describe("its end", () => {
  test("not approved by then it is void: pressing says so, the proposer sees it and is told in working hours", async () => {
    await world.propose();
    const waiting = world.at.leader.card("请您决定");
    // The end time has come, but the minute's job has not run.
    world.clock.moveTo(shanghaiTime("2026-10-12", "18:00"));
    const late = await world.at.leader.press(waiting, "批准并发出");
    expect(late.toast).toBe("这条加急已经办结，这是最新情况。");
    expect(late.words).toContain("已失效");
    const before = world.messages("office").length;
    await tick();
    expect(world.at.office.card("已失效").words).toContain("没有获得批准，已作废，没有发出");
    expect(world.messages("office")).toHaveLength(before);
    await world.moveTo("2026-10-13T09:00:00+08:00");
    expect(world.at.office.card("已失效").words).toContain("到时限没有获得批准，已作废");
    await tick();
    expect(world.messages("office")).toHaveLength(before + 1);
    expect(world.messages("qikou")).toEqual([]);
  });
  test("once sent, its time passed: every card says it is over", async () => {
    await world.propose();
    await world.approve();
    await world.moveTo("2026-10-12T18:00:00+08:00");
    await tick();
    expect(world.at.qikou.card("加急：请尽快办理").words).toContain("时限已过，这条加急已结束");
    expect(world.at.deputy.card("Urgent").words).toContain("Its time has passed");
    expect(world.at.office.card("已结束").words).toContain("时限已过");
    await tick();
    expect(world.messages("qikou")).toHaveLength(1);
    expect(await sent()).toBe(1);
  });
  test("a form someone is typing into is left alone", async () => {
    await world.propose();
    const form = await world.at.leader.press(world.at.leader.card("请您决定"), "不批准");
    await world.moveTo("2026-10-12T18:00:00+08:00");
    await tick();
    expect(world.at.leader.again(form).words).toContain("不批准的理由");
    const late = await world.at.leader.press(form, "不批准", { why: "先电话联系。" });
    expect(late.toast).toBe("这条加急已经办结，这是最新情况。");
  });
});

test("the count is of what was sent in a span, once a message however many towns", async () => {
  await world.propose();
  await world.approve();
  await world.propose({ towns: ["xinyi"] });
  await world.approve();
  expect(await sent()).toBe(2);
  await world.moveTo("2026-11-02T10:00:00+08:00");
  await world.at.office.say("加急");
  expect(world.at.office.card("提出加急").words).toContain("本月已发加急 0 次，本季度 2 次。");
});
