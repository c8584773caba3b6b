import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { outboxCounts } from "../../db/outbox.ts";
import { latestPublication } from "../../db/publications.ts";
import { countyOf, townBySlug } from "../../src/domain/programme/programme.ts";
import { story } from "../story.ts";
import { type AtClient, type Shown, shownIn } from "./at-client.ts";
import { buttonsOf, fieldsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";

// A quarter end to end, over HTTP and by cards alone: 13 towns, their counties, the office, the leading
// group.

/** scoring.md 4: score and rank of Q2 and Q3, and the change. */
const WORKED: Record<string, { score: number; rank: number; delta: number; before: number }> = {
  jiajiazhuang: { score: 100.1, rank: 1, delta: 1.84, before: 1 },
  qikou: { score: 95.02, rank: 2, delta: 6.88, before: 5 },
  xinyi: { score: 90.856, rank: 3, delta: 6.036, before: 6 },
  kaishan: { score: 81.8534, rank: 4, delta: 0.6466, before: 7 },
  beiwudang: { score: 81.64, rank: 5, delta: -7.5, before: 3 },
  puming: { score: 81.64, rank: 5, delta: -7.5, before: 3 },
  wutong: { score: 72.44, rank: 7, delta: -17.3, before: 2 },
};
const SILENT = "shuangchi";
const WITHOUT_PHOTO = ["xinyi", "wutong"];
const RETURNED = ["beiwudang", "puming", "kaishan", "wutong"];
const LATE: Array<[day: string, town: string]> = [
  ["2026-10-19", "xinyi"],
  ["2026-10-23", "kaishan"],
];

let world: DemoWorld;
let office: AtClient;
const towns = () => world.deps.programme.towns.map((town) => town.slug);
const official = (town: string) => world.who("town_official", town);
const reviewer = (slug: string) => {
  const town = townBySlug(world.deps.programme, slug);
  if (!town) throw new Error(`no town ${slug}`);
  return world.who("county_reviewer", countyOf(world.deps.programme, town).slug);
};

beforeAll(async () => {
  world = await startDemoWorld({ now: "2026-10-12T09:00:00+08:00" });
  office = world.who("city_office");
});
afterAll(() => world.close());

const { step, chapter } = story("a quarter of thirteen towns, from its opening to its announcement");

chapter("a quarter of thirteen towns", () => {
  step("is opened by the office from a card, and one official of each gets one", async () => {
    await office.say("谁还没报");
    const opened = await office.press(office.card("开启2026年第三季度填报"), "开启填报");
    expect(opened.toast).toContain("已开启");
    expect(opened.words).toContain("未开始 13");
    for (const town of towns()) {
      const [official, deputy] = [0, 1].map((nth) => world.who("town_official", town, nth));
      expect(official?.card().card.header.title.content).toMatch(/2026/);
      const got = [official, deputy].map((person) => world.inbox(person?.openId ?? "").length);
      expect(got).toEqual([1, 0]);
    }
  });

  step("is filled in by forms, section by section, and submitted by twelve of them", async () => {
    const onTime = towns().filter((town) => town !== SILENT && !LATE.some(([, late]) => late === town));
    for (const town of onTime) await report(town);
    for (const [day, town] of LATE) {
      await world.moveTo(`${day}T10:00:00+08:00`);
      await report(town);
    }
    await office.say("谁还没报");
    expect(office.card("报送进度").words).toContain("已通过 0 · 审核中 12 · 已退回 0 · 填报中 0 · 未开始 1");
  });

  step("is reviewed by the counties, some of it sent back once", async () => {
    for (const town of towns().filter((slug) => slug !== SILENT)) {
      if (RETURNED.includes(town)) await sentBack(town);
      const approved = await reviewer(town).press(reviewer(town).card("待审核"), "通过");
      expect(approved.toast).toBe("已通过。");
      expect(official(town).card("项目投资").words).toContain("已审核通过");
    }
    expect(office.card("报送进度").words).toContain("已通过 12 · 审核中 0 · 已退回 0 · 填报中 0 · 未开始 1");
  });

  step(
    "has provisional scores, to each town its own, which stand two working days for objections",
    async () => {
      const early = await office.press(office.card("报送进度"), "刷新");
      expect(early.words).toContain("还有1个单位没有审核通过，它们在10月29日前报送仍计入排名");
      expect(buttonsOf(early.card).map(({ text }) => text)).not.toContain("公布暂定得分");
      await world.moveTo("2026-10-30T09:00:00+08:00");
      const announced = await office.press(await office.press(early, "刷新"), "公布暂定得分");
      expect(announced.toast).toContain("暂定得分已发给各镇");
      expect(announced.words).toContain("11月3日 18:00");
      for (const town of towns()) expect(official(town).card("暂定得分").words).toContain("提出异议");
      expect(buttonsOf(announced.card).map(({ text }) => text)).not.toContain("发布排名");
      await world.moveTo("2026-11-04T09:00:00+08:00");
    },
  );

  step("is published by a button that asks first", async () => {
    const progress = await office.press(office.card("报送进度"), "刷新");
    expect(buttonsOf(progress.card).find((button) => button.text === "发布排名")?.confirm).toBe(true);
    const published = await office.press(progress, "发布排名");
    expect(published.toast).toContain("已发布");
    expect(published.words).toContain("本季度排名已发布，数据已冻结");
    await office.press(published, "查看排名");
    expect(office.card("综合排名").words).toContain("贾家庄镇");
  });

  step("has the scores, ranks and changes of the worked example to four decimals", async () => {
    const rows = (await latestPublication(world.deps.db))?.result.rows ?? [];
    expect(rows).toHaveLength(13);
    for (const [town, { score, rank, delta, before }] of Object.entries(WORKED))
      expect(rows.find((row) => row.town === town)).toMatchObject({
        score,
        rank,
        delta,
        previousRank: before,
      });
    expect(rows.at(-1)).toMatchObject({ town: SILENT, standing: "not_reported", score: null, rank: null });
  });

  step("is announced in the leading group, and to each town by its own line", () => {
    for (const chat of ["oc_leadinggroup", "oc_alltowns", "oc_linxian"]) {
      const rankings = world.group(chat).filter(({ content }) => content.includes("query__table__"));
      expect(rankings).toHaveLength(1);
      expect(shownIn(rankings[0]).words).toMatch(/"rank":"1","town":"贾家庄 Jiajiazhuang[^}]*100\.10/);
    }
    expect(world.group("oc_fenyang")).toEqual([]);
    for (const town of towns()) {
      const lines = world
        .inbox(world.who("town_official", town).openId)
        .filter((message) => message.content.includes("query__status__"));
      expect(lines).toHaveLength(1);
    }
    expect(official("qikou").card("三季度得分").words).toContain("95.02");
    expect(official(SILENT).card("三季度得分").words).toContain("未报");
  });

  step("has a full table, which comes to whoever taps for it and to nobody else", async () => {
    const chat = "oc_leadinggroup";
    const leader = world.who("leader");
    const shown = shownIn(world.group(chat).find(({ content }) => content.includes("query__table__")));
    expect(shown.words).not.toContain("part_");
    const [inGroup, others] = [world.group(chat).length, world.sandbox.state().messages.length];
    const pressed = await leader.press(shown, "完整表");
    expect(pressed.toast).toContain("私下");
    expect(world.group(chat)).toHaveLength(inGroup);
    expect(world.sandbox.state().messages).toHaveLength(others + 1);
    const table = leader.card("完整表");
    expect(table.words).toMatch(
      /"town":"碛口镇","rank":"第2名","score":"95\.02","delta":"\+6\.88","move":"升3"/,
    );
    expect(table.words).toContain("part_");
  });

  step(
    "wrote to a punctual town twice beside the answer to its photo: the form, the points, and nothing once they stood",
    () => {
      const punctual = towns().filter(
        (town) => town !== SILENT && !RETURNED.includes(town) && !LATE.some(([, late]) => late === town),
      );
      expect(punctual).toContain("qikou");
      for (const town of punctual) {
        const said = world.inbox(official(town).openId).filter(({ sender }) => sender.type === "app");
        const contents = said.map(({ content }) => content);
        expect(contents.length, contents.join("\n")).toBeLessThanOrEqual(3);
        // Provisional points became the published ones on the same card.
        expect(contents.filter((content) => content.includes("query__explain__"))).toHaveLength(1);
        expect(contents.join()).not.toMatch(/暂定|rovisional/);
        expect(world.inbox(world.who("town_official", town, 1).openId)).toEqual([]);
      }
    },
  );

  step("answers a leader who asks in private and in the group", async () => {
    const leader = world.who("leader");
    for (const chat of [undefined, "oc_leadinggroup"]) {
      const answers = await leader.say("碛口怎么样", chat);
      expect(answers).toHaveLength(1);
      const { words } = shownIn(answers[0]);
      expect(words).toContain("碛口镇 · 2026年第三季度");
      expect(words).toContain("特色旅游业");
      expect(words).toContain("累计完成8,820.00万元，年度计划12,000.00万元");
      expect(words).toContain("实际72%，计划75%");
      expect(words).toContain("第2名");
      expect(words).toContain("旅游停车场用地手续仍在办理");
    }
  });

  step("leaves a sound audit log and nothing unsent", async () => {
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
    const counts = await outboxCounts(world.deps.db);
    expect(counts).not.toHaveProperty("pending");
    expect(counts).not.toHaveProperty("unsure");
    expect(counts).not.toHaveProperty("dead");
  });

  step("sent no card over 26 KB", () => {
    const cards = world.sandbox.state().messages.filter((message) => message.msg_type === "interactive");
    expect(Math.max(...cards.map((message) => Buffer.byteLength(message.content)))).toBeLessThan(26_000);
  });
});

/** A town's complete quarter: fill in, photo, submit. */
async function report(town: string): Promise<void> {
  const person = official(town);
  // A late town has been reminded in the meantime, so its form is not the newest card.
  let overview: Shown = await fillSections(
    person,
    person.card("项目投资"),
    await figuresOf(world, "2026Q3", town),
  );
  const bare = WITHOUT_PHOTO.includes(town);
  if (!bare) overview = await sendPhoto(person, overview, towns().indexOf(town));
  const submitted = await submit(person, overview, bare);
  expect(submitted.words).toContain("已提交");
}

async function submit(person: AtClient, overview: Shown, bare: boolean): Promise<Shown> {
  const pressed = await person.press(overview, "提交审核");
  if (!bare) return pressed;
  expect(pressed.words).toContain("还没有照片");
  return person.press(pressed, "submit_bare");
}

/** The county returns the invested sum once; the town confirms it and submits again. */
async function sentBack(town: string): Promise<void> {
  const county = reviewer(town);
  const form = await county.press(county.card("待审核"), "退回修改");
  const box = fieldsOf(form.card).find((field) => field.name === "cells.investment");
  const sums = box?.options.find((option) => option.text.includes("今年累计投资"));
  const fill = { "cells.investment": [sums?.value], reason: "请与监理月报核对。" };
  const done = await county.press(form, "退回", fill);
  expect(done.toast).toContain("已退回");
  const person = official(town);
  const returned = await person.press(person.card("请与监理月报核对"), "open__returned");
  const sentAgain = await person.press(returned, "保存并重新提交");
  if (WITHOUT_PHOTO.includes(town)) await person.press(sentAgain, "submit_bare");
  expect(person.again(returned).words).toContain("已提交");
}
