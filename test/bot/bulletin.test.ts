import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../db/records.ts";
import { bulletinSender } from "../../src/bot/bulletin/send-bulletin.ts";
import { correct } from "../../src/bot/quarter/correct.ts";
import { draftBulletin } from "../../src/bot/quarter/draft-bulletin.ts";
import { draftOf, paragraphsOf, paragraphText } from "../../src/domain/bulletin/draft.ts";
import { bulletinFiles } from "../../src/domain/bulletin/files.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, shownIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// The 通报 of the published second quarter: drafted with one tap, countersigned by two departments, signed by a leader,
// numbered and sent to the groups; then a figure is corrected, and so is the bulletin.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
let housing: AtClient;
let finance: AtClient;
let qikou: AtClient;
const said = async (who: AtClient, text: string) => shownIn((await who.say(text))[0]);
const forged = async (by: AtClient, action: string, form: Record<string, unknown> = {}) =>
  (await pressForged(world, by.openId, `om_${by.openId}`, action, form)).answer.toast?.content ?? "";
const bulletins = () => listRecords(world.deps.db, { procedure: "bulletin" });
const last = async () => {
  const record = (await bulletins()).at(-1);
  if (!record) throw new Error("no bulletin");
  return record;
};
const files = (messages: Array<{ msg_type: string }>) =>
  messages.filter(({ msg_type }) => msg_type === "file");

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi", "wutong"] });
  // Without the PDF, which takes a program of the machine.
  world.deps.bulletins = { draft: draftBulletin, send: bulletinSender(async () => null) };
  office = world.who("city_office");
  leader = world.who("leader");
  housing = world.who("department", "housing");
  finance = world.who("department", "finance");
  qikou = world.who("town_official", "qikou");
});
afterAll(() => world.close());

const { chapter, step } = story("a bulletin");

chapter("before it is drafted", () => {
  step("a quarter that is not published has none, whoever presses what", async () => {
    expect((await said(office, "导出三季度通报")).words).toContain("还没有发布");
    expect(await forged(office, "begin__bulletin__2026Q3//__draft")).toContain("发布后才能起草");
    expect(await forged(leader, "begin__bulletin__2026Q2//__draft")).toContain("由市办起草");
    expect(await bulletins()).toEqual([]);
  });
});

chapter("the bulletin", () => {
  step("is drafted with one tap, after a sentence, and once", async () => {
    const drafted = await office.press(await said(office, "出通报"), "起草通报");
    expect(drafted.words).toContain("关于2026年第二季度全市“十大特色镇”创建工作进展情况的通报");
    expect(drafted.words).toContain("依据：已发布结果第1版");
    expect(drafted.words).toContain("本季度应报13个，实报3个，未报10个。");
    expect(await forged(office, "begin__bulletin__2026Q2//__draft")).toContain("已经起草");
    expect(await bulletins()).toHaveLength(1);
    expect((await said(qikou, "通报")).words).not.toContain("应报13个");
  });

  step("goes round in the pack's order, with remarks by paragraph", async () => {
    await office.press(office.card("2026年第二季度通报"), "送会签");
    expect(() => finance.card("2026年第二季度通报")).toThrow();
    const second = paragraphsOf(draftOf(await last()))[2];
    const card = housing.card("2026年第二季度通报");
    const remarked = await housing.press(card, "对段落提意见", {
      paragraph: second?.id,
      words: "请核对口径",
    });
    expect(remarked.words).toContain("请核对口径");
    expect(office.card("请核对口径").words).toContain(
      paragraphText(second ?? { id: "", sentences: [] }).slice(0, 20),
    );
    await housing.press(remarked, "同意，会签", { words: "" });
    await finance.press(finance.card("2026年第二季度通报"), "同意，会签", { words: "同意" });
    expect((await last()).state).toBe("signing");
  });

  step("is signed by a leader alone", async () => {
    const record = await last();
    expect(await forged(office, `step__${record.id}__sign__${record.revision}`)).toContain("由领导签发");
    await leader.press(leader.card("2026年第二季度通报"), "签发", { words: "" });
    expect((await last()).state).toBe("signed");
  });

  step("is numbered with the next number, sent to the groups as a file, and archived", async () => {
    const groups = world.demo.groups.filter(({ kind }) => kind !== null && kind !== "office");
    const form = await office.press(office.card("待编号印发"), "编号印发");
    expect(boxesOf(form)).toEqual({ number: "1" });
    await office.press(form, "编号印发", { number: "8" });
    await world.settle();
    const record = await last();
    const [file, ...more] = bulletinFiles(record);
    expect(more).toEqual([]);
    expect(file?.name).toBe("2026年第二季度通报.docx");
    for (const { chatId } of groups) {
      expect(files(world.group(chatId))).toHaveLength(1);
      expect(JSON.stringify(world.group(chatId))).toContain("吕特镇办〔2026〕8号");
    }
    const bytes = await world.deps.evidence.get(`${file?.sha256}.docx`);
    const xml = strFromU8(unzipSync(bytes ?? new Uint8Array())["docProps/custom.xml"] ?? new Uint8Array());
    expect(xml).toContain(draftOf(record).of.hash);
  });

  step("is open to everyone then; whoever leads gets its file by asking", async () => {
    expect((await said(qikou, "通报")).words).toContain("吕特镇办〔2026〕8号");
    const before = files(world.inbox(leader.openId)).length;
    await leader.press(await said(leader, "导出通报"), "发我文件");
    await world.settle();
    expect(files(world.inbox(leader.openId))).toHaveLength(before + 1);
  });
});

chapter("a corrected bulletin", () => {
  step("is offered once the result is corrected, with old, new and the effect", async () => {
    const change = { cell: "investment/source.county", value: "1", reason: "县级资金重复计算" };
    const outcome = await correct(world.deps, "2026Q2", "qikou", change, office.openId);
    expect(outcome.ok).toBe(true);
    await world.settle();
    const drafted = await office.press(await said(office, "导出通报"), "起草更正通报");
    expect(drafted.words).toContain("2026年第二季度更正通报");
    const text = paragraphsOf(draftOf(await last()))
      .map(paragraphText)
      .join("");
    for (const words of [
      "（吕特镇办〔2026〕8号）印发后",
      "更正为1.00万元",
      "县级资金重复计算",
      "碛口镇综合得分由",
    ])
      expect(text).toContain(words);
    expect(draftOf(await last()).of.seq).toBe(2);
    expect((await bulletins())[0]?.state).toBe("issued");
  });

  step("takes a number of its own", async () => {
    await office.press(office.card("更正通报"), "送会签");
    for (const one of [housing, finance]) await one.press(one.card("更正通报"), "同意，会签", { words: "" });
    await leader.press(leader.card("更正通报"), "签发", { words: "" });
    const form = await office.press(office.card("待编号印发"), "编号印发");
    expect(boxesOf(form)).toEqual({ number: "9" });
    const taken = await office.press(form, "编号印发", { number: "8" });
    expect(taken.toast).toContain("已经用过");
    await office.press(taken, "编号印发", { number: "9" });
    expect((await bulletins()).map(({ state }) => state)).toEqual(["issued", "issued"]);
  });
});
