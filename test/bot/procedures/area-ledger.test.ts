import { afterAll, beforeAll, expect } from "vitest";
import { evidenceOfRecords, putRecordEvidence } from "../../../db/record-evidence.ts";
import { listRecords } from "../../../db/records.ts";
import { findReport } from "../../../db/reports.ts";
import { appOf } from "../../../src/bot/evidence/upload-picture.ts";
import { drawPhoto } from "../../../src/cli/demo/draw-photo.ts";
import type { Outgoing } from "../../../src/sandbox/protocol.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, type Shown, shownIn, textIn } from "../at-client.ts";
import { buttonsOf, fieldsOf } from "../card-reading.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { saveButton } from "../fill-quarter.ts";
import { type AtRecord, atRecord } from "./at-record.ts";

// The six contents as work: a ledger for each content area of a town, kept when something changes. The quarter's report
// follows it, so that nothing is done twice.

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let office: AtClient;
let at: AtRecord;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  office = world.who("city_office");
  at = atRecord(world);
});
afterAll(() => world.close());

const ledger = async (area: string) => {
  const all = await listRecords(world.deps.db, { procedure: "area_ledger", town: "qikou" });
  const [found, more] = all.filter(({ data }) => data.area === area);
  if (!found || more) throw new Error(`no ledger of ${area}, or several`);
  return found;
};
const filling = async (section: string): Promise<Shown> => {
  await town.say("我的填报");
  return town.press(town.card(), `open__${section}`);
};
const reported = async (area: string) =>
  (await findReport(world.deps.db, "2026Q3", "qikou"))?.content.areas[area];
const said = async (who: AtClient, question: string) => shownIn((await who.say(question)).at(-1)).words;
const paper = (name: string): Outgoing => ({
  kind: "file",
  name,
  base64: Buffer.from(`%PDF-1.4 ${name}`).toString("base64"),
});
const picture = (name: string): Outgoing => ({
  kind: "image",
  name: `${name}.png`,
  base64: Buffer.from(drawPhoto(name)).toString("base64"),
});

/** Recalls the last file this person sent; the text they are told. */
const recallFile = async (who: AtClient): Promise<string> => {
  const sent = world
    .inbox(who.openId)
    .findLast(({ sender, msg_type }) => sender.id === who.openId && msg_type === "file");
  await world.act({ act: "recall", as: who.openId, message_id: sent?.message_id ?? "" });
  return textIn(world.inbox(who.openId).at(-1));
};

const { step, chapter } = story("the six contents as work");

chapter("planning papers", () => {
  step("a town begins the ledger from the quarter's form with one press, once", async () => {
    const form = await filling("planning");
    expect(Object.keys(boxesOf(form))).toContain("planning/item.planning.2");
    const begun = await town.press(form, "建设内容台账");
    expect(begun.toast).toBe("台账已建立。");
    expect(begun.words).toContain("碛口镇：科学规划布局台账");
    // What the quarter reported is not entered again.
    expect(begun.words).toContain("7项中已完成2项");
    expect(begun.words).toContain("符合城镇总体规划：已完成（26年二季度填报）");
    const again = await town.press(await filling("planning"), "建设内容台账");
    expect(again.toast).toContain("已经建立");
    expect(again.words).toContain("碛口镇：科学规划布局台账");
    await ledger("planning");
  });

  step("a plan is approved only with its paper, whose name is kept with it", async () => {
    const { id } = await ledger("planning");
    const done = { item: ["planning.1"], state: "done", note: "县政府批复" };
    expect(await at.forged(town, id, "register", done)).toContain("还没有收到文件");
    await town.reply(await at.seen(town, id), paper("总体规划批复.pdf"));
    const entered = await at.take(town, id, "register", done);
    expect(entered.toast).toContain("已登记");
    expect(entered.words).toContain("7项中已完成2项");
    expect(entered.words).toMatch(/符合城镇总体规划：已批复（县政府批复，文件：总体规划批复.pdf/);
  });

  step(
    "a paper that an entry names stays when its message is recalled; one that none names yet goes",
    async () => {
      const { id } = await ledger("planning");
      expect(await recallFile(town)).toContain("仍保留在");
      const seen = await at.seen(town, id);
      expect(seen.words).toContain("文件：总体规划批复.pdf");
      await town.reply(seen, paper("草稿.pdf"));
      expect(await recallFile(town)).toContain("撤下");
      const kept = await evidenceOfRecords(world.deps.db, appOf(world.deps), [id]);
      expect(kept).toHaveLength(1);
    },
  );

  step(
    "what it says, the quarter asks no more: shown as the ledger's, and stored with the report",
    async () => {
      const form = await filling("planning");
      expect(form.words).toContain("台账已有 1 项，不用再填：符合城镇总体规划");
      expect(Object.keys(boxesOf(form))).not.toContain("planning/item.planning.1");
      await town.press(form, saveButton(form), { "planning/item.planning.2": "40" });
      expect(await reported("planning")).toMatchObject({
        items: { "planning.1": 100, "planning.2": 40 },
        derived: ["planning.1"],
      });
    },
  );

  step("what was typed in the quarter stands, with what the ledger says beside it", async () => {
    const { id } = await ledger("planning");
    await at.take(county, id, "register", { item: ["planning.2"], state: "going", percent: "65" });
    const form = await filling("planning");
    const box = fieldsOf(form.card).find(({ name }) => name === "planning/item.planning.2");
    expect(box?.value).toBe("40");
    expect(box?.label).toContain("按建设内容台账 65%");
    expect((await reported("planning"))?.items["planning.2"]).toBe(40);
  });

  step("areas in km² are kept within what the county was allowed", async () => {
    const { id } = await ledger("planning");
    await at.take(county, id, "aim", {
      "goals.planned_area": "3",
      "goals.start_area": "1",
      basis: "规划批复",
    });
    expect(town.card("科学规划布局台账").words).toContain("下达目标");
    const entered = await at.take(town, id, "measure", {
      "values.planned_area": "2.9",
      "values.start_area": "1.3",
    });
    // A line a figure: four columns fit no phone.
    expect(entered.words).toContain("规划面积：2.90平方公里（控制在3平方公里以内，未超）");
    expect(entered.words).toContain("起步建设面积：1.30平方公里（控制在1平方公里以内，超出）");
    expect(await at.forged(town, id, "aim", { "goals.start_area": "2", basis: "无" })).toContain(
      "不由您办理",
    );
  });
});

chapter("the grid of places and problems", () => {
  const station = { place: "appearance.2", problems: ["appearance.8"] };

  step("a problem the county finds is told to the town, which owes it by its day", async () => {
    await pressForged(world, county.openId, "om_begin", "begin__area_ledger__/qikou/appearance__begin");
    const { id } = await ledger("appearance");
    expect((await at.seen(county, id)).words).toMatch(/镇区出入口：没有看过；.+（26年二季度填报）/);
    await county.reply(await at.seen(county, id), picture("车站 摊位占道"));
    const found = { ...station, verdict: "found", until: "2026-10-23", note: "摊位占道" };
    const entered = await at.take(county, id, "look", found);
    expect(entered.words).toContain("25格已看1格，待整治1处");
    const told = town.card("镇容镇貌治理台账");
    expect(told.words).toContain("车站·占道经营治理：10月23日前整治");
    // With the photo that shows it.
    expect(told.words).toMatch(/照片 1 张[\s\S]*车站·占道经营治理 10月12日/);
    await pressForged(world, town.openId, "om_mine", "list__mine__1");
    expect(town.card("我的任务").words).toContain("镇容镇貌治理台账");
  });

  step(
    "it is over with a photo of the same spot, and the quarter counts a place seen as a whole",
    async () => {
      const { id } = await ledger("appearance");
      const mended = { ...station, verdict: "mended", until: "" };
      expect(await at.forged(town, id, "look", mended)).toContain("还没有收到这一处的照片");
      const others = ["appearance.6", "appearance.7", "appearance.9", "appearance.10"];
      await at.take(town, id, "look", { ...station, problems: others, verdict: "clear" });
      await town.reply(await at.seen(town, id), picture("车站 已清理"));
      const entered = await at.take(town, id, "look", mended);
      expect(entered.words).toContain("待整治0处");
      expect((await ledger("appearance")).state).toBe("kept");
      expect((await filling("appearance")).words).toContain("台账已有 1 项，不用再填：车站 完成");
    },
  );

  step("the same spot in two quarters is one picture, the earlier side left", async () => {
    const { id } = await ledger("appearance");
    await world.jumpTo("2027-01-06T10:00:00+08:00");
    await town.reply(await at.seen(town, id), picture("车站 新年"));
    await at.take(town, id, "look", { ...station, verdict: "clear" });
    // The first look asks for the picture, which is joined and uploaded in its own time.
    await at.seen(town, id);
    const { card, words } = await at.seen(town, id);
    expect(words).toContain("车站·占道经营治理：左 10月12日，右 1月6日");
    expect(JSON.stringify(card).match(/"tag":"img"/g)).toHaveLength(1);
  });

  step("three hundred photos of one look are kept with it, and the card stays small", async () => {
    const { id } = await ledger("appearance");
    const now = world.clock.now();
    const rows = Array.from({ length: 300 }, (_, i) => ({
      ...{ id: `om_many_${i}/key`, record: id, messageId: `om_many_${i}`, fileKey: "key" },
      ...{ kind: "image" as const, name: "", by: town.openId, at: now + i },
    }));
    await world.deps.db.batch([
      putRecordEvidence(world.deps.db, rows[0] ?? neverEmpty()),
      ...rows.slice(1).map((row) => putRecordEvidence(world.deps.db, row)),
    ]);
    const entered = await at.take(town, id, "look", { ...station, place: "appearance.1", verdict: "clear" });
    expect(entered.words).toContain("照片300）");
  });
});

chapter("entries in words, and of several at once", () => {
  step("a line in reply to the ledger fills its form in", async () => {
    const { id } = await ledger("appearance");
    const [form] = await town.reply(await at.seen(town, id), "车站占道经营，已清理");
    expect(boxesOf(shownIn(form))).toMatchObject({
      ...{ place: "appearance.2", problems: "appearance.8", verdict: "mended", note: "车站占道经营，已清理" },
    });
    const planning = await ledger("planning");
    const [other] = await town.reply(await at.seen(town, planning.id), "城市设计完成60%");
    expect(boxesOf(shownIn(other))).toMatchObject({ item: "planning.7", state: "going", percent: "60" });
    const [asked] = await town.reply(await at.seen(town, planning.id), "碛口怎么样？");
    expect(asked?.content).not.toContain("登记一项");
  });

  step("items that stand alike are entered at once", async () => {
    const { id } = await ledger("planning");
    const several = { item: ["planning.3", "planning.4"], state: "going", percent: "30" };
    const entered = await at.take(town, id, "register", several);
    expect(entered.words).toMatch(/衔接土地利用规划：编制中（30%[\s\S]*衔接生态环境保护规划：编制中（30%/);
    expect(await at.forged(town, id, "register", several)).toContain("没有改动");
  });
});

chapter("whoever asks, and whoever may not", () => {
  step(
    "“碛口的规划到哪一步了” and “碛口的服务设施” are answered with the ledger, or with the way to begin it",
    async () => {
      expect(await said(office, "碛口的规划到哪一步了")).toContain("总体规划批复.pdf");
      expect(await said(world.who("leader"), "碛口的规划到哪一步了")).toContain("7项中已完成2项");
      expect(await said(office, "碛口的服务设施")).toContain("目前没有");
      await town.say("服务设施");
      const form = town.card("建立建设内容台账");
      const begun = await town.press(form, "建立台账", { town: "qikou", area: "facilities" });
      expect(begun.words).toContain("碛口镇：完善功能配置台账");
      expect(await said(county, "碛口的建设内容台账")).toContain("共3项");
    },
  );

  step("another town sees and enters nothing, the office enters nothing", async () => {
    const { id } = await ledger("facilities");
    const entry = { item: ["facilities.1"], state: "done" };
    expect(await at.forged(world.who("town_official", "puming"), id, "register", entry)).toContain(
      "不由您办理",
    );
    expect(await at.forged(office, id, "register", entry)).toContain("不由您办理");
    const begin = "begin__area_ledger__/qikou/operation__begin";
    const { answer } = await pressForged(world, office.openId, "om_office", begin);
    expect(answer.toast?.content).toContain("不由您办理");
  });

  step("two who enter at once are both heard", async () => {
    const { id } = await ledger("facilities");
    const both = await Promise.all([
      at.forged(town, id, "register", { item: ["facilities.1"], state: "done" }),
      at.forged(county, id, "register", { item: ["facilities.2"], state: "going", percent: "30" }),
    ]);
    for (const one of both) expect(one).toContain("已登记");
    const { words, card } = await at.seen(office, id);
    expect(words).toContain("水电路等基础设施：已建成");
    expect(words).toContain("供气管网：建设中（30%");
    // Who may not enter has no button for it.
    expect(buttonsOf(card).map(({ text }) => text)).not.toContain("登记一项");
  });
});

function neverEmpty(): never {
  throw new Error("no rows");
}
