import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../../db/commit.ts";
import { countEvidence } from "../../../db/record-evidence.ts";
import { removePeople } from "../../../db/roster.ts";
import { findTasks } from "../../../db/tasks.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, photo, type Shown, shownIn, textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// One year task from the town's form to its end: proposed, countersigned, progress by text, photos and forms,
// extended, blocked and unblocked, closed with evidence, reopened.

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let finance: AtClient;
let office: AtClient;
const TITLE = "游客中心主体完工";
const task = async (): Promise<Task> => {
  const [found] = (await findTasks(world.deps.db)).filter(({ title }) => title === TITLE);
  if (!found) throw new Error("no task");
  return found;
};
const card = (who: AtClient) => who.card(TITLE);
/** The newest card of the task that is not a form. */
const fresh = async (who: AtClient, list = "我的任务"): Promise<Shown> => {
  await who.say(list);
  return who.press(who.card("共1项"), "查看");
};

/** Recalls the last photo this person sent; the text they are told. */
async function recallPhoto(who: AtClient): Promise<string> {
  const sent = world
    .inbox(who.openId)
    .findLast(({ sender, msg_type }) => sender.id === who.openId && msg_type === "image");
  await world.act({ act: "recall", as: who.openId, message_id: sent?.message_id ?? "" });
  return textIn(world.inbox(who.openId).at(-1));
}

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-06-15T10:00:00+08:00" });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  office = world.who("city_office");
  finance = world.who("department", "finance");
});
afterAll(() => world.close());

const { step, chapter } = story("a year task from its proposal to its close-out");

chapter("put forward by card", () => {
  const filled = {
    to: "town.qikou",
    area: "facilities",
    title: TITLE,
    owner: "分管副镇长",
    weight: "10",
    start: "2026-03-02",
    due: "9月30日",
    steps: "桩基:2026-05-29:30；主体:2026-08-31:70",
    evidence_needed: "主体验收照片",
  };

  step("the form says what is wrong and keeps what was typed", async () => {
    await town.say("我的任务");
    const form = await town.press(town.card("我的任务"), "新建年度任务");
    const unread = await town.press(form, "提交", { ...filled, due: "下个月", weight: "很重" });
    expect(unread.words).toContain("权重：没有读出确定的数");
    expect(unread.words).toContain("截止日期：没有读懂这个日期");
    expect(boxesOf(unread)).toMatchObject({ title: TITLE, due: "下个月" });
    const wrong = await town.press(unread, "提交", { ...filled, due: "2026-02-01" });
    expect(wrong.words).toContain("截止日期早于开始日期");
    const badSteps = await town.press(wrong, "提交", { ...filled, steps: "桩基 五月" });
    expect(badSteps.words).toContain("节点没有读懂");
    const done = await town.press(badSteps, "提交", filled);
    expect(done.words).toContain("待会签");
    expect(await task()).toMatchObject({ status: "proposed", due: "2026-09-30", steps: [{}, {}] });
  });

  step("the county is asked and countersigns", async () => {
    const signed = await county.press(card(county), "会签同意");
    expect(signed.toast).toBe("已会签，任务开始办理。");
    expect(signed.words).toContain("办理中");
    expect(card(town).words).toContain("办理中");
  });
});

chapter("progress by replying to the card", () => {
  step("words with a share are recorded and said back", async () => {
    const said = await town.reply(card(town), "已完成20%，正在做基坑");
    expect(textIn(said.at(-1))).toBe("已记录：20%（原0%）。");
    expect(card(town).words).toContain("序时进度30%，实际20%");
    expect(card(town).words).toContain("黄灯·滞后");
    expect((await task()).log.at(-1)).toMatchObject({
      step: "progress",
      values: { percent: 20, words: "已完成20%，正在做基坑" },
    });
  });

  step("a photo with words is progress and evidence; alone it is evidence", async () => {
    const said = await town.reply(card(town), photo(1));
    expect(textIn(said.at(-1))).toBe(`材料已保存到“年度任务：${TITLE}”。`);
    const { id } = await task();
    expect(await countEvidence(world.deps.db, id)).toBe(1);
    const shown = (await task()).log.at(-1);
    expect(shown?.step).toBe("show");
    const again = await town.reply(card(town), photo(1));
    expect(textIn(again.at(-1))).toContain("完全相同");
  });

  step("a photo whose message is recalled is taken out of the task, and its sender is told", async () => {
    const { id } = await task();
    const told = await recallPhoto(town);
    expect(told).toBe(`您撤回了消息，其中1份材料已从“年度任务：${TITLE}”中撤下。`);
    expect(await countEvidence(world.deps.db, id)).toBe(1);
  });

  step("what is doubtful is asked, not stored", async () => {
    const said = await town.reply(card(town), "主体过半");
    const form = shownIn(said.at(-1));
    expect(form.words).toContain("“过半”没有读出确定的数");
    expect(boxesOf(form).words).toBe("主体过半");
    expect((await task()).percent).toBe(20);
    const done = await town.press(form, "报进展", { percent: "五成五", words: "主体过半" });
    expect(done.toast).toBe("进展已记录。");
    expect(done.words).toContain("实际55%");
  });

  step("going back needs a word, and more than 100 is refused", async () => {
    const shown = await fresh(town);
    const back = shownIn((await town.reply(shown, "40%")).at(-1));
    expect(back.words).toContain("进度比上次低，请说明原因");
    const over = shownIn((await town.reply(shown, "120%")).at(-1));
    expect(over.words).toContain("0%到100%");
    const said = await town.reply(shown, "返工，完成50%");
    expect(textIn(said.at(-1))).toContain("已记录：50%（原55%）");
  });

  step(
    "a question on the card is answered as a question, and nobody else's words move the task",
    async () => {
      const before = (await task()).log.length;
      expect(shownIn((await town.reply(await fresh(town), "碛口怎么样")).at(-1)).words).toContain("碛口镇");
      await county.reply(await fresh(county, "年度任务"), "80%");
      expect((await task()).log).toHaveLength(before);
    },
  );
});

chapter("a card drawn before the last change", () => {
  step("is refused, shows the newest, and takes what was typed the second time", async () => {
    const form = await town.press(await fresh(town), "报进展");
    await town.reply(form, "52%");
    const stale = await town.press(form, "报进展", { percent: "60", words: "" });
    expect(stale.toast).toBe("任务刚有变动，这是最新情况。");
    expect(boxesOf(stale).percent).toBe("60");
    expect((await task()).percent).toBe(52);
    expect((await town.press(stale, "报进展", { percent: "60", words: "" })).words).toContain("实际60%");
  });
});

chapter("more time", () => {
  step("顺延三天 as a reply opens the form with the day in it", async () => {
    const form = shownIn((await town.reply(await fresh(town), "雨季停工，顺延三天")).at(-1));
    // 30 September plus three days is a holiday; the next working day is 8 October.
    expect(boxesOf(form)).toMatchObject({ until: "2026-10-08", reason: "雨季停工，顺延三天" });
    const asked = await town.press(form, "申请延期", { until: "2026-10-03", reason: "雨季停工" });
    expect(asked.words).toContain("这一天不是工作日");
    const sent = await town.press(asked, "申请延期", { until: "2026-10-15", reason: "雨季停工" });
    expect(sent.words).toContain("申请延期至2026年10月15日");
  });

  step("the county grants it, and the town is told", async () => {
    expect((await county.press(card(county), "同意延期")).words).toContain("2026年10月15日");
    expect((await task()).due).toBe("2026-10-15");
    expect(card(town).words).toContain("同意延期");
  });
});

chapter("a blocker", () => {
  step("goes to the department, which takes it on: no light while it lasts", async () => {
    const form = await town.press(await fresh(town), "报告受阻");
    await town.press(form, "报告受阻", { department: "department.finance", reason: "配套资金未到" });
    const taken = await finance.press(card(finance), "受理");
    expect(taken.words).toContain("不计入得分");
    expect(card(town).words).toContain("不亮灯");
    expect((await finance.press(taken, "解除受阻")).words).not.toContain("配套资金未到**");
    expect((await task()).blocked).toBeNull();
  });

  step("for a department nobody holds says so until the roster names somebody", async () => {
    const nobody = removePeople(world.deps.db, [world.who("department", "health").openId]);
    await commit(world.deps.db, { audit: null, writes: [nobody] }, world.clock.now());
    const form = await town.press(await fresh(town), "报告受阻");
    const asked = { department: "department.health", reason: "卫生院选址未定" };
    const reported = await town.press(form, "报告受阻", asked);
    for (const words of [reported.toast, reported.words]) expect(words).not.toContain("等待");
    expect(reported.words).toContain("名单中没有“市卫生健康委（原卫计）”的同志，这一步暂时无人办理");
    expect(reported.words).toContain("请联系市特色镇领导小组办公室，转告有关单位，并补充名单");
    expect(card(office).words).toContain("请转告有关单位，并补充名单");
    const health = { line: 2, openId: world.who("leader").openId, name: "卫健", role: "department" } as const;
    await importRoster(world.deps, [{ ...health, area: "health", locale: "zh-CN" }], "operator", false);
    await world.settle();
    expect(card(town).words).toContain("等待市卫生健康委（原卫计）受理");
    expect(card(town).words).not.toContain("名单中没有");
    await town.press(card(town), "解除受阻");
  });
});

chapter("销号", () => {
  step("is asked for at 100 % and confirmed by the county; opened again with a reason", async () => {
    await town.reply(await fresh(town), "100%，全部完工");
    const form = await town.press(await fresh(town), "申请销号");
    expect((await town.press(form, "申请销号", { words: "已验收" })).words).toContain("待销号确认");
    const why = await county.press(card(county), "退回");
    const back = await county.press(why, "退回", { reason: "请补充验收单" });
    expect(back.toast).toContain("已退回");
    await town.reply(card(town), photo(2));
    const again = await town.press(await fresh(town), "申请销号");
    await town.press(again, "申请销号", { words: "验收单已补" });
    // The county decides by it.
    const { id } = await task();
    expect(await recallPhoto(town)).toContain("仍保留在");
    expect(await countEvidence(world.deps.db, id)).toBe(2);
    expect((await county.press(card(county), "确认销号")).words).toContain("已销号");
    expect((await task()).status).toBe("closed");
    const reopened = await office.press(await fresh(office, "已销号的任务"), "重新办理");
    const opened = await office.press(reopened, "重新办理", { reason: "回头看发现渗漏" });
    expect(opened.words).toContain("重新办理1次");
    expect((await task()).status).toBe("open");
  });
});
