import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { story } from "../../story.ts";
import { type AtClient, photo } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { type AtRecord, atRecord } from "../procedures/at-record.ts";

// What departments and towns have with each other: a standard that every town acknowledges, and a question whose answer all
// towns of its kind may have.

let world: DemoWorld;
let at: AtRecord;
let housing: AtClient;
let finance: AtClient;
let qikou: AtClient;
let xinyi: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-12T10:00:00+08:00" });
  at = atRecord(world);
  housing = world.who("department", "housing");
  finance = world.who("department", "finance");
  qikou = world.who("town_official", "qikou");
  xinyi = world.who("town_official", "xinyi");
});
afterAll(() => world.close());

const { chapter, step } = story("departments and towns");

chapter("a standard", () => {
  step("is drafted by its department from the list, with drawings, and seen by no town yet", async () => {
    await housing.say("技术标准");
    const form = await housing.press(housing.card("技术标准"), "new__standard__//");
    const drafted = await housing.press(form, "begin__standard__//__draft", {
      ...{ title: "排水管网施工要点", text: "雨污分流；检查井间距不大于40米。" },
    });
    expect(drafted.words).toContain("起草中");
    await housing.reply(drafted, photo(1));
    await xinyi.say("技术标准");
    expect(xinyi.card("技术标准：全部").words).not.toContain("排水管网");
    const { id } = await at.newest("standard");
    expect(await at.forged(finance, id, "publish")).toBe("这一步不由您办理。");
  });

  step("published, it reaches every town, which acknowledges it with one press", async () => {
    const { id } = await at.newest("standard");
    const published = await at.take(housing, id, "publish");
    const towns = world.deps.programme.towns.length;
    expect(published.words).toContain(`已阅 0 / ${towns}`);
    const card = qikou.card("碛口镇签阅：排水管网施工要点");
    expect(card.words).toContain("检查井间距不大于40米");
    const receipts = await listRecords(world.deps.db, { procedure: "receipt" });
    expect(receipts).toHaveLength(towns);
    const own = receipts.find(({ town }) => town === "qikou")?.id ?? "";
    expect(await at.forged(xinyi, own, "read")).toBe("这一步不由您办理。");
    expect((await at.take(qikou, own, "read")).words).toContain("已阅");
    const seen = await at.seen(housing, id);
    expect(seen.words).toContain(`已阅 1 / ${towns}`);
    expect(seen.words).toMatch(/还没有签阅：(?!.*碛口).*信义镇/);
  });
});

chapter("a question", () => {
  step("goes to the department it is put to, and waits in its list", async () => {
    await qikou.say("业务指导");
    const form = await qikou.press(qikou.card("业务指导"), "new__guidance__/qikou/");
    const fill = { department: "department.finance", question: "驳岸加固能否列入奖补" };
    const asked = await qikou.press(form, "begin__guidance__/qikou/__ask", fill);
    expect(asked.words).toContain("待答复");
    await finance.say("我有什么没办");
    expect(finance.card("碛口镇咨询").words).toContain("驳岸加固能否列入奖补");
    const again = await pressForged(world, qikou.openId, "om_again", "begin__guidance__/qikou/__ask", fill);
    expect(again.answer.toast?.content).toContain("已经问过");
  });

  step("may be passed on to the department it is for, and by no other", async () => {
    const { id } = await at.newest("guidance");
    expect(await at.forged(housing, id, "answer", { answer: "可以" })).toBe("这一步不由您办理。");
    const same = await at.take(finance, id, "forward", { department: "department.finance" });
    expect(same.toast).toContain("请选另一个部门");
    await at.take(finance, id, "forward", { department: "department.housing" });
    expect(housing.card("碛口镇咨询").words).toContain("待答复");
  });

  step("is answered for all towns of its kind, and for no other kind", async () => {
    const { id } = await at.newest("guidance");
    await at.take(housing, id, "answer_all", { answer: "可以，按维修类申报。" });
    const kind = world.deps.programme.towns.find(({ slug }) => slug === "qikou")?.group;
    for (const { slug, group } of world.deps.programme.towns) {
      const heard = world
        .inbox(world.who("town_official", slug).openId)
        .some(({ content }) => content.includes("按维修类申报"));
      expect(heard, slug).toBe(group === kind);
    }
    await world.who("town_official", "wutong").say("业务指导");
    expect(world.who("town_official", "wutong").card("业务指导：全部").words).toContain("碛口镇咨询");
  });
});

chapter("many on one day", () => {
  step("three come as cards of their own, the others on the one card of what waits, told once", async () => {
    const asked = ["xinyi", "wutong", "kaishan", "xiying", "puming"];
    const told = () => world.inbox(finance.openId).slice(before);
    const before = world.inbox(finance.openId).length;
    for (const town of asked) {
      const fill = { department: "department.finance", question: `${town}的配套资金何时到位` };
      await pressForged(
        world,
        world.who("town_official", town).openId,
        `om_many_${town}`,
        `begin__guidance__/${town}/__ask`,
        fill,
      );
      await world.settle();
    }
    // One of 碛口 came this morning.
    expect(told().filter(({ content }) => content.includes("何时到位"))).toHaveLength(3);
    const { words } = finance.card("等我办的");
    for (const town of world.deps.programme.towns.filter(({ slug }) => asked.includes(slug)))
      expect(words).toContain(town.name);
  });
});
