import { afterAll, beforeAll, expect } from "vitest";
import { cardsOfReader } from "../../../db/cards.ts";
import { isForm } from "../../../src/bot/sending/card-answer.ts";
import { countyOf, townBySlug } from "../../../src/domain/programme/programme.ts";
import { story } from "../../story.ts";
import { type AtClient, photo, type Shown, shownIn } from "../at-client.ts";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "../fill-quarter.ts";
import { untruths } from "./truth.ts";

// Wrong statements that were once observed on people's cards: after every step none of them is left on any
// card.

/** Towns of five counties, each with its own reviewers. */
const FIVE = ["qikou", "beiwudang", "puming", "xinyi", "wutong"];

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: FIVE, open: true });
});
afterAll(() => world.close());

const official = (town: string, nth = 0) => world.who("town_official", town, nth);
const reviewer = (slug: string) => {
  const town = townBySlug(world.deps.programme, slug);
  if (!town) throw new Error(`no town ${slug}`);
  return world.who("county_reviewer", countyOf(world.deps.programme, town).slug);
};
const office = () => world.who("city_office");

/** Every card of a person's private chat in its current version, oldest first. */
function cardsOf({ openId }: AtClient): Shown[] {
  return world
    .inbox(openId)
    .filter(({ sender, msg_type }) => sender.type === "app" && msg_type === "interactive")
    .map(shownIn);
}

const saying = (person: AtClient, words: string) =>
  cardsOf(person).filter((one) => one.words.includes(words));

/** Whether a card has an action of this kind: `approve` matches `approve__2026Q3__qikou__4`. */
function offers(person: AtClient, kind: string): boolean {
  return cardsOf(person).some(({ card }) => buttonsOf(card).some(({ name }) => name.startsWith(`${kind}__`)));
}

async function handIn(town: string, n: number): Promise<void> {
  const person = official(town);
  await person.say("我的填报");
  const overview = await fillSections(person, person.card(), await figuresOf(world, "2026Q3", town));
  const done = await person.press(await sendPhoto(person, overview, n), "提交审核");
  expect(done.words).toContain("已提交");
}

const { chapter, step } = story("cards that follow what happens");

chapter("a report nobody has saved anything to", () => {
  step(
    "is 未开始 for the office, for the town and for whoever asks, and 填报中 for all of them once somebody has",
    async () => {
      const town = official("qikou");
      await official("qikou", 1).say("my form");
      const [english] = cardsOf(official("qikou", 1));
      expect([town.card().words, english?.words]).toEqual([
        expect.stringContaining("未开始"),
        expect.stringContaining("not started"),
      ]);
      await office().say("谁还没报");
      const before = office().card("报送进度").words;
      expect(before).toContain("填报中 0 · 未开始 13");
      // A report that has not been started has no completed parts.
      expect(before).not.toMatch(/[1-9]\/8/);

      const form = await town.press(town.card(), "open__investment");
      await town.press(form, "返回总览");
      expect(town.card().words).toContain("未开始");
      const again = await town.press(town.card(), "open__positioning");
      await town.press(again, "保存");

      expect(town.card().words).toContain("填报中");
      expect(cardsOf(official("qikou", 1))[0]?.words).toContain("being filled in");
      expect(office().card("报送进度").words).toContain("填报中 1 · 未开始 12");
      expect(await untruths(world)).toEqual([]);
    },
  );
});

chapter("a reply to the card", () => {
  step("leaves no second copy of the overview in the chat, however many there are", async () => {
    const town = official("qikou");
    for (const words of ["投资累计8820万", "累计投资8820万元，政府投资8820万元", "形象进度72%"]) {
      const [answer] = await town.reply(town.card("2026年第三季度"), words);
      const confirm = shownIn(answer);
      if (buttonsOf(confirm.card).some(({ text }) => text === "确认写入"))
        await town.press(
          confirm,
          "确认写入",
          words.includes("形象") ? { "image/whole.project": "every" } : {},
        );
    }
    const record = { openId: town.openId, kind: "report", subject: "2026Q3/qikou" };
    const whole = (await cardsOfReader(world.deps.db, record)).filter(({ view }) => !isForm(view));
    expect(whole).toHaveLength(1);
    expect(saying(town, "提交审核")).toHaveLength(1);
    expect(await untruths(world)).toEqual([]);
  });
});

chapter("what has been handed in", () => {
  step("hears of its photo everywhere: nothing asks for what has come", async () => {
    const town = official("beiwudang");
    const filled = await fillSections(town, town.card(), await figuresOf(world, "2026Q3", "beiwudang"));
    expect(filled.words).toContain("还没有照片");
    const asked = await town.press(filled, "提交审核");
    expect(asked.words).toContain("还没有照片");
    await town.reply(asked, photo(1));
    const deputy = official("beiwudang", 1);
    expect(saying(deputy, "还没有照片")).toEqual([]);
    const done = await town.press(town.again(asked), "提交审核");
    expect(done.words).toContain("已提交");
    expect([...saying(town, "还没有照片"), ...saying(deputy, "还没有照片")]).toEqual([]);
    expect(await untruths(world)).toEqual([]);
  });

  step("is all filled in: a newly due item that was left at 0 was left so on purpose", async () => {
    const town = official("wutong");
    const wanted = await figuresOf(world, "2026Q3", "wutong");
    const needed = Object.entries(wanted).filter(([name]) => /^(investment|image)\//.test(name));
    const filled = await fillSections(town, town.card(), Object.fromEntries(needed));
    const row = () => /"梧桐镇 {2}(\d\/8)"/.exec(office().card("报送进度").words)?.[1];
    expect(filled.words).toContain("新到期");
    expect(row()).toBe("2/8");
    await town.press(await sendPhoto(town, filled, 9), "提交审核");
    expect(row()).toBe("8/8");
  });

  step("is with five counties: what is decided leaves nobody a live button, nor 待审核", async () => {
    for (const [n, town] of FIVE.entries())
      if (town !== "beiwudang" && town !== "wutong") await handIn(town, 10 + n);
    for (const town of FIVE) {
      const county = reviewer(town);
      // One card from the submission and one on request: the older one is replaced.
      await county.say("我的填报");
      expect(saying(county, "待审核")).toHaveLength(1);
      await county.press(county.card("待审核"), "通过");
      expect(saying(county, "待审核")).toEqual([]);
      expect([offers(county, "approve"), offers(county, "return")]).toEqual([false, false]);
    }
    // Linxian has two reviewers: the one who did nothing has no active card either.
    const other = world.who("county_reviewer", "linxian", 1);
    expect(saying(other, "待审核")).toEqual([]);
    expect(offers(other, "approve")).toBe(false);
    expect(await untruths(world)).toEqual([]);
  });
});
