import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../../db/commit.ts";
import { findOutbox } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import { insertStep, takenSteps } from "../../../db/reminder-steps.ts";
import { chaseStep } from "../../../db/task-schema.ts";
import { findTasks } from "../../../db/tasks.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { planReminderMessages } from "../../../src/bot/reminders/plan-messages.ts";
import { enqueueText } from "../../../src/bot/sending/enqueue-message.ts";
import { addDays } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, shownIn, textIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "../fill-quarter.ts";

// 督办 items: created by the city office from a form or from a problem a town reported, for a town, a county or
// a department; signed, worked on, and extended only by the office.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let county: AtClient;
let town: AtClient;
let finance: AtClient;
let leader2: AtClient;
const slips = (): Promise<Task[]> => findTasks(world.deps.db, { procedure: "supervision" });
const titled = async (title: string): Promise<Task> => {
  const found = (await slips()).find((task) => task.title === title);
  if (!found) throw new Error(`no item ${title}`);
  return found;
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  office = world.who("city_office");
  leader = world.who("leader");
  county = world.who("county_reviewer", "linxian");
  town = world.who("town_official", "qikou");
  leader2 = world.who("leader", "", 1);
  finance = world.who("department", "finance");
});
afterAll(() => world.close());

const { step, chapter } = story("督办 items from the form to the ladder");

chapter("from the office's form", () => {
  step("goes at once to the addressee, due in five working days unless it says otherwise", async () => {
    await office.say("督办");
    const form = await office.press(office.card("督办事项"), "新建督办事项");
    // Monday 12 October 2026 plus five working days.
    expect(boxesOf(form)).toMatchObject({ due: "2026-10-19", owner: "主要负责人" });
    const wrong = await office.press(form, "提交", {
      to: "department.finance",
      origin: "meeting",
      title: " ",
    });
    expect(wrong.words).toContain("事项和要求：请填写");
    const sent = await office.press(wrong, "提交", {
      to: "department.finance",
      origin: "meeting",
      title: "拨付配套资金",
      due: "2026-10-21",
      evidence_needed: "拨款凭证",
    });
    expect(sent.toast).toBe("已发给责任单位。");
    expect(await titled("拨付配套资金")).toMatchObject({
      status: "open",
      start: "2026-10-12",
      due: "2026-10-21",
      to: { kind: "department", slug: "finance" },
    });
  });

  step("the department signs for it, reports and asks for time; the office alone grants it", async () => {
    const signed = await finance.press(finance.card("拨付配套资金"), "签收");
    expect(signed.toast).toBe("已签收。");
    expect((await titled("拨付配套资金")).log.at(-1)?.step).toBe("sign");
    const receipt = (await finance.reply(signed, "已完成五成")).at(-1);
    expect(textIn(receipt)).toContain("50%");
    // The receipt is quoted, not the card.
    const onReceipt = { ...signed, messageId: receipt?.message_id ?? "" };
    expect(textIn((await finance.reply(onReceipt, "已完成\u200b 6 0 %")).at(-1))).toContain("60%（原50%）");
    const [doubted] = await finance.reply(onReceipt, "从六成提高到七成");
    expect(boxesOf(shownIn(doubted))).toMatchObject({ percent: "70" });
    expect((await titled("拨付配套资金")).percent).toBe(60);
    // A card quoted without a word is shown anew.
    expect(shownIn((await finance.reply(signed, " "))[0]).words).toContain("拨付配套资金");
    const form = await finance.press(finance.card("拨付配套资金"), "申请延期");
    await finance.press(form, "申请延期", { until: "2026-10-23", reason: "等待上级指标" });
    expect((await office.press(office.card("申请延期至"), "同意延期")).words).toContain("2026年10月23日");
    expect(finance.card("拨付配套资金").words).toContain("同意延期");
  });

  step("an official of another town, and a forged press, find nothing", async () => {
    const { id, log } = await titled("拨付配套资金");
    const other = world.who("town_official", "xinyi");
    const answer = await pressForged(
      world,
      other.openId,
      "om_forged",
      `step__${id}__confirm_close__${log.length}`,
    );
    expect(JSON.stringify(answer)).toContain("这一步不由您办理");
    expect((await titled("拨付配套资金")).status).toBe("open");
  });
});

chapter("from a problem a town reported", () => {
  step("the county makes it an item, which the office countersigns", async () => {
    const filled = await fillSections(town, town.card(), await figuresOf(world, "2026Q3", "qikou"));
    await town.press(await sendPhoto(town, filled, 1), "提交审核");
    const review = county.card("待审核");
    const turn = (words: string) => words.split("\n").find((line) => line.startsWith("问题转督办")) ?? "none";
    await county.press(review, turn(review.words));
    if (turn(review.words).includes("条")) {
      const choice = county.card("哪一条问题转督办");
      await county.press(choice, turn(choice.words));
    }
    const form = county.card("事项和要求");
    const boxes = boxesOf(form);
    expect(boxes.title).not.toBe("");
    expect(boxes).toMatchObject({ to: "town.qikou", origin: "problem" });
    expect(county.again(review).words).toContain("通过");
    const sent = await county.press(form, "提交");
    expect(sent.words).toContain("待会签");
    const [record] = await listRecords(world.deps.db, { procedure: "supervision", states: ["proposed"] });
    expect(record).toMatchObject({ data: { origin: "problem" }, town: "qikou" });
    expect(record?.ref).toMatch(/^2026Q3\/qikou\//);
    const [item] = (await slips()).filter(({ status }) => status === "proposed");
    const agreed = await office.press(office.card(item?.title), "会签同意");
    expect(agreed.toast).toBe("已会签，任务开始办理。");
    expect(town.card(item?.title).words).toContain("办理中");
  });
});

chapter("a post that changes hands", () => {
  step(
    "what it has open is shown to the new holder on one card; the former one's words move nothing",
    async () => {
      const former = finance.card("拨付配套资金");
      const lines = [
        {
          line: 2,
          openId: leader2.openId,
          name: "新来的",
          role: "department",
          area: "finance",
          locale: "zh-CN",
        } as const,
      ];
      await importRoster(world.deps, lines, "operator", false);
      await world.settle();
      expect(leader2.card("您接手的岗位有1项未办结的事项").words).toContain("拨付配套资金");
      const before = (await titled("拨付配套资金")).log.length;
      await finance.reply(former, "80%");
      expect((await titled("拨付配套资金")).log).toHaveLength(before);
    },
  );
});

chapter("a leader", () => {
  step("puts an item forward, which waits for the office", async () => {
    await leader.say("督办");
    const form = await leader.press(leader.card("督办事项"), "新建督办事项");
    await leader.press(form, "提交", { to: "county.linxian", origin: "question", title: "停车场何时开放" });
    expect((await titled("停车场何时开放")).status).toBe("proposed");
    await office.press(office.card("停车场何时开放"), "会签同意");
    expect(county.card("停车场何时开放").words).toContain("签收");
  });

  step("sees the red ones; a town sees only its own", async () => {
    await world.moveTo("2026-10-26T10:00:00+08:00");
    await leader.say("红灯有哪些");
    expect(leader.card("红灯任务").words).toContain("拨付配套资金");
    expect(leader.card("红灯任务").words).toContain("已逾期1个工作日");
    await town.say("红灯有哪些");
    expect(town.card("红灯任务").words).not.toContain("拨付配套资金");
  });
});

chapter("in the leading group's chat", () => {
  step("the red ones are listed, and one that is opened goes to who opened it", async () => {
    const [answer] = await leader.say("红灯有哪些", "oc_leadinggroup");
    const list = shownIn(answer);
    expect(list.words).toContain("拨付配套资金");
    const { id } = await titled("拨付配套资金");
    const pressed = await leader.press(list, `show__${id}`);
    expect(pressed.toast).toBe("正在发给您。");
    expect(pressed.words).toContain("红灯任务");
    expect(leader.card("拨付配套资金").words).toContain("办理过程");
  });

  step("nothing of it is listed in a group that is not theirs", async () => {
    const [answer] = await office.say("红灯有哪些", "oc_alltowns");
    expect(JSON.stringify(answer)).not.toContain("拨付配套资金");
  });
});

chapter("the ladder", () => {
  step("takes a step about an item once, even if it stays open for years", async () => {
    const { id, due } = await titled("停车场何时开放");
    const { db, clock } = world.deps;
    const item = `record ${id} open`;
    const before = await takenSteps(db, [item]);
    expect(before.length).toBeGreaterThan(0);
    await db.update(chaseStep).set({ at: clock.now() - 1000 * 86_400_000 });
    expect(await takenSteps(db, [item])).toEqual(before);
    const { writes } = await planReminderMessages(world.deps, addDays(due, 14));
    // The step is not taken again: that would be a second row, and the whole day's reminders would fail.
    await expect(commit(db, { audit: null, writes }, clock.now())).resolves.not.toThrow();
  });

  step("falls silent about an item at once when it moves, what was not yet sent included", async () => {
    const { id, due } = await titled("停车场何时开放");
    const now = world.deps.clock.now();
    const waiting = enqueueText({ openId: county.openId }, "催办", `chase ${id}`, now);
    const later = { ...waiting, runAt: now + 86_400_000 };
    const item = `record ${id} open`;
    const step = { item, since: due, step: 30 };
    await commit(
      world.deps.db,
      { audit: null, writes: [insertStep(world.deps.db, step, [later.id], now)], outbox: [later] },
      now,
    );
    expect(await takenSteps(world.deps.db, [item])).toContainEqual(step);
    await county.say("督办");
    await county.press(await county.press(county.card("督办事项"), `show__${id}`), "签收");
    expect((await findOutbox(world.deps.db, later.id))?.status).toBe("superseded");
    expect(await takenSteps(world.deps.db, [item])).not.toContainEqual(step);
  });
});
