import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { listRecords } from "../../../db/records.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import { stepFacts } from "../../../src/bot/quarter/step-facts.ts";
import { writeDocument } from "../../../src/export/docx/write-document.ts";
import { story } from "../../story.ts";
import { type AtClient, photo, shownIn, textIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { type AtRecord, atRecord } from "./at-record.ts";

// A town that is paused and resumes, leaves the programme and is taken in again: nothing is asked of it meanwhile, what was
// open rests, and goes on afterwards where it stood.

let world: DemoWorld;
let records: AtRecord;
let office: AtClient;
let colleague: AtClient;
let leader: AtClient;
let county: AtClient;
let town: AtClient;
let finance: AtClient;

const TASK = "整治入口环境";
const recordOf = async (procedure: string) => {
  const [found] = await listRecords(world.deps.db, { procedure, town: "qikou" });
  if (!found) throw new Error(`no ${procedure}`);
  return found;
};
/** The answer to a step pressed on the town's record of a procedure. */
const pressed = async (who: AtClient, procedure: string, step: string, typed: Record<string, unknown> = {}) =>
  records.forged(who, (await recordOf(procedure)).id, step, typed);
const asked = async (who: AtClient, words: string) => {
  const said = (await who.say(words)).at(-1);
  return said?.msg_type === "text" ? textIn(said) : shownIn(said).words;
};
const dueOn = async () => {
  const { due, data } = await recordOf("supervision");
  expect(data.due).toBe(due);
  return due;
};
/** What the bot said to somebody while something was done. */
const heard = async (who: AtClient, doing: () => Promise<unknown>) => {
  const before = world.inbox(who.openId).length;
  await doing();
  await world.settle();
  return world.inbox(who.openId).slice(before);
};
const moveStage = async (to: string, by: AtClient) => {
  await pressed(office, "stage", "propose", { stage: to, why: "市政府常务会议", since: "" });
  expect(await pressed(by, "stage", "confirm")).toBe("已确认，阶段随之变动。");
};

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T10:00:00+08:00", open: true });
  records = atRecord(world);
  office = world.who("city_office");
  colleague = world.who("city_office", "", 1);
  leader = world.who("leader");
  county = world.who("county_reviewer", "linxian");
  town = world.who("town_official", "qikou");
  finance = world.who("department", "finance");
  const board = shownIn((await office.say("阶段目标")).at(-1));
  const typed = { town: "qikou", stage: "building", since: "2026-03-02", why: "方案已批复" };
  await office.press(await office.press(board, "登记创建阶段"), "提交", typed);
  await colleague.press(colleague.card("碛口镇：创建阶段"), "同意");
  const form = shownIn((await office.say(`督办：碛口镇10月30日前${TASK}`)).at(-1));
  await office.press(form, "提交", {});
  const blocked = { department: "department.finance", reason: "资金未到位" };
  expect(await pressed(town, "supervision", "block", blocked)).toContain("已报告受阻");
});
afterAll(() => world.close());

const { step, chapter } = story("a town that is away for a time");

chapter("paused", () => {
  step("its open matters rest, and all who owed a step of them are told once", async () => {
    await world.jumpTo("2026-10-14T10:00:00+08:00");
    const says = { cause: "用地手续正在完善" };
    let toTown: unknown[] = [];
    const toFinance = await heard(finance, async () => {
      toTown = await heard(town, () => pressed(office, "stage", "pause", says));
    });
    expect(toTown).toHaveLength(1);
    const told = town.card("碛口镇：创建阶段").words;
    expect(told).toContain("暂停期间不要求填报，不计未报，也不新办事项");
    expect(told).toContain("在办的1件事项已停办，恢复后接着办，期限顺延");
    expect(toFinance).toHaveLength(1);
    expect(shownIn(toFinance[0]).words).toContain("所在的镇暂停创建，这件事停办");
  });

  step("the card of what rests says so, has no light and no button, and no step of it is taken", async () => {
    const { words } = finance.card(TASK);
    expect(words).toContain("办理中 · 停办");
    expect(words).not.toContain("灯");
    expect(words).not.toContain("受理\n");
    for (const [who, name, typed] of [
      [town, "sign", {}],
      [finance, "accept_block", {}],
      [office, "withdraw", { reason: "不再需要" }],
    ] as const)
      expect(await pressed(who, "supervision", name, typed)).toContain("这件事先停办");
    await town.reply(town.card(TASK), photo(1));
    expect((await recordOf("supervision")).log.at(-1)?.step).toBe("town_paused");
    expect(await asked(office, "碛口的督办")).not.toContain("到期");
  });

  step("nothing waits for anybody, no reminder comes, and its quarter does not count it", async () => {
    const toTown = await heard(town, async () => {
      for (const day of ["2026-10-15", "2026-10-16", "2026-10-22", "2026-10-30", "2026-11-02"])
        await world.moveTo(`${day}T10:00:00+08:00`);
    });
    expect(toTown).toEqual([]);
    for (const who of [town, finance])
      expect(await asked(who, "等我办的")).toContain("目前没有等您办理的事项");
    expect(await asked(town, "我的填报")).toContain("本镇暂停创建");
    expect(await asked(county, "谁还没报")).toContain("这个季度不要求填报");
    expect(await asked(leader, "谁还没报")).not.toContain("碛口");
    expect(await asked(town, "碛口怎么样")).toContain("退出或暂停创建期间不要求填报");
    expect((await computeRanking(world.deps, "2026Q3")).inputs.notReported).not.toContain("qikou");
    expect((await stepFacts(world.deps, "2026Q3")).towns).toBe(12);
  });

  step("nothing new begins about it, by card or by sentence, and no list offers it", async () => {
    const paused = "这个镇暂停创建，恢复后再办理新的事项";
    for (const procedure of ["town_plan", "acceptance", "money", "area_ledger"]) {
      const { answer } = await pressForged(world, county.openId, `om_${procedure}`, `new__${procedure}__//`);
      expect(answer.toast?.content).toContain(paused);
    }
    expect(await asked(county, "申请期末验收")).toContain(paused);
    expect(await asked(office, "督办：碛口镇11月30日前修好广场")).toContain(paused);
    expect(await asked(county, "资金台账")).not.toContain("新建资金台账");
  });

  step("back, each goes on with as many working days as it had, and is asked once", async () => {
    await world.moveTo("2026-11-11T10:00:00+08:00");
    const toFinance = await heard(finance, () => pressed(office, "stage", "resume"));
    expect(toFinance).toHaveLength(1);
    expect(await dueOn()).toBe("2026-11-27");
    const { words } = finance.card(TASK);
    expect(words).toContain("期限顺延");
    expect(words).toContain("2026年11月12日 前答复");
    // Two of its nineteen days are gone, as on the day it was paused.
    expect(words).toContain("序时进度10.5%");
    expect(town.card("碛口镇：创建阶段").words).toContain("停办的1件事项接着办，期限已顺延");
    const day = await asked(town, "等我办的");
    expect(day).toContain("11月27日截止");
    expect(day).not.toContain("季度填报");
    expect(await asked(town, "我的填报")).toContain("这个季度不用填报，下个季度起照常");
    expect(await pressed(finance, "supervision", "accept_block")).not.toContain("停办");
  });

  step("where it stood on a day of the pause is still known", async () => {
    expect(await asked(leader, "10月20日碛口到哪一步了")).toContain("暂停中");
    expect(await asked(leader, "10月13日碛口到哪一步了")).not.toContain("暂停中");
    expect(await asked(leader, "碛口到哪一步了")).not.toContain("暂停中");
  });
});

chapter("left", () => {
  step("its open matters rest, and no button puts its return forward", async () => {
    await moveStage("left", leader);
    await world.settle();
    const shown = office.card("碛口镇：创建阶段");
    expect(shown.words).toContain("在办的1件事项已停办");
    expect(shown.words).toContain("提出阶段变动");
    expect(JSON.stringify(shown.card)).not.toContain('"primary"');
    expect(await asked(town, "等我办的")).toContain("目前没有等您办理的事项");
    expect(await asked(town, "我的填报")).toContain("本镇已退出创建");
  });

  step("nothing is begun about it in whatever way", async () => {
    const left = "这个镇已退出创建，不再办理新的事项";
    for (const [who, about, procedure] of [
      [county, "//", "town_plan"],
      [county, "//", "acceptance"],
      [town, "/qikou/", "area_ledger"],
      [office, "/qikou/", "rectification"],
    ] as const) {
      const { answer } = await pressForged(
        world,
        who.openId,
        `om_${procedure}`,
        `new__${procedure}__${about}`,
      );
      expect(answer.toast?.content).toContain(left);
    }
    const began = { town: "qikou", year: "2027", type: "culture" };
    await pressForged(world, county.openId, "om_begin", "begin__town_plan__//__begin", began);
    expect(await listRecords(world.deps.db, { procedure: "town_plan", town: "qikou" })).toEqual([]);
    const rows = [
      ...[
        ["镇", "碛口镇"],
        ["示范点", "古镇核心区。"],
        ["建设要求", "修缮古街。"],
        ["领导机构", "县长任组长。"],
      ],
      ...[
        ["资金保障：县级（万元）", 9000],
        ["年度", 2026],
        ["计划投资（万元）", 15000],
        ["年度安排", "完成修缮。"],
      ],
    ];
    const bytes = await writeDocument([{ title: "碛口镇创建方案", rows }]);
    const base64 = Buffer.from(bytes).toString("base64");
    const [answer] = await county.send({ kind: "file", name: "碛口镇创建方案.docx", base64 });
    expect(textIn(answer)).toContain(left);
    expect(await listRecords(world.deps.db, { procedure: "town_plan", town: "qikou" })).toEqual([]);
    const form = shownIn((await office.say("新建督办事项")).at(-1));
    expect(JSON.stringify(form.card)).not.toContain("town.qikou");
    expect(JSON.stringify(form.card)).toContain("town.xinyi");
  });

  step("taken in again, what was open goes on, and every quarter from then on asks it", async () => {
    await world.jumpTo("2026-12-02T10:00:00+08:00");
    await moveStage("not_started", colleague);
    // Fifteen working days later than before.
    expect(await dueOn()).toBe("2026-12-18");
    const list = await asked(town, "我的任务");
    expect(list).toContain(TASK);
    expect(list).not.toContain("停办");
    expect(await asked(leader, "11月底碛口到哪一步了")).toContain("已退出");
    expect(await asked(leader, "10月20日碛口到哪一步了")).toContain("暂停中");
    expect(await asked(leader, "碛口到哪一步了")).toContain("未启动");
    await world.jumpTo("2027-01-05T10:00:00+08:00");
    await office.say("谁还没报");
    const offer = office.card("2026年第四季度");
    await office.press(offer, "开启填报");
    expect(await asked(town, "我的填报")).toContain("2026年第四季度");
    expect((await stepFacts(world.deps, "2026Q4")).towns).toBe(13);
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
  });
});
