import { afterAll, beforeAll, expect } from "vitest";
import { findReport } from "../../db/reports.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, photo, type Shown } from "./at-client.ts";
import { buttonsOf, fieldsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, saveButton, sections } from "./fill-quarter.ts";

// Filling in: input is never lost, and concurrent changes are never overwritten silently.

const CUMULATIVE = "investment/cumulative";
const COUNTY = "investment/source.county";
/** 碛口's sources for 2026Q3, which add up to 8,820. */
const SOURCES = {
  [COUNTY]: "1764",
  "investment/source.city_award": "1323",
  "investment/source.superior": "2205",
  "investment/source.private": "3528",
};

let world: DemoWorld;
beforeAll(async () => {
  const towns = ["qikou", "beiwudang", "xinyi", "jiajiazhuang"];
  world = await startDemoWorld({ towns, open: true });
});
afterAll(() => world.close());

const official = (town: string, nth = 0) => world.who("town_official", town, nth);
const stored = async (town: string): Promise<Report> => {
  const report = await findReport(world.deps.db, "2026Q3", town);
  if (!report) throw new Error(`no report of ${town}`);
  return report;
};
const fresh = async (person: AtClient) => {
  await person.say("我的填报");
  return person.card();
};
const open = (person: AtClient, at: Shown, section: string) => person.press(at, `open__${section}`);

const { chapter, step } = story("filling in a quarter");

chapter("a draft", () => {
  step("is saved with every press, and 我的填报 brings a fresh card at the saved place", async () => {
    const person = official("qikou");
    const form = await open(person, person.card(), "investment");
    const saved = await person.press(form, saveButton(form), SOURCES);
    expect(saved.toast).toBe("已保存。");
    expect((await stored("qikou")).content.investment).toMatchObject({ cumulative: 8820 });

    const [fresh] = await person.say("我的填报");
    const card = person.card();
    expect(card.messageId).toBe(fresh?.message_id);
    expect(card.words).toMatch(/项目投资 已填写\n8,820\.00万元/);
    expect(card.words).toContain("武凤英");
    const again = await open(person, card, "investment");
    expect(boxesOf(again)).toMatchObject({ [COUNTY]: "1,764.00", [CUMULATIVE]: "" });
    const sum = fieldsOf(again.card).find((field) => field.name === CUMULATIVE);
    expect(sum?.label).toContain("按资金来源合计 8,820.00");
    await person.press(again, "返回总览");
  });

  step("keeps the other official's card up to date, but not while they are typing into it", async () => {
    const other = official("qikou", 1);
    await other.say("my form");
    expect(other.card().words).toContain("CNY 88.2 million");
    const form = await open(other, other.card(), "image");
    const person = official("qikou");
    const money = await open(person, person.card(), "investment");
    await person.press(money, saveButton(money), { "investment/words": "到位顺利。" });
    expect(other.again(form).words).toBe(form.words);
    await other.press(form, "Back to the overview");
  });

  step("is saved once when the button is pressed twice at once, and the second press hears so", async () => {
    const person = official("qikou");
    const form = await open(person, person.card(), "image");
    const before = (await stored("qikou")).revision;
    const fill = { "image/project.p1.actual": "76", "image/project.p2.actual": "68" };
    const press = () => person.press(form, saveButton(form), fill);
    const toasts = (await Promise.all([press(), press()])).map((pressed) => pressed.toast);
    expect(toasts.sort()).toEqual(["已保存。", "已经办理过了，这是最新情况。"].sort());
    expect((await stored("qikou")).revision).toBe(before + 1);
    expect(person.again(form).words).toContain("实际72%");
  });

  step(
    "answers a card that is behind with the report as it stands, and keeps what was typed into it",
    async () => {
      const person = official("qikou");
      await person.say("我的填报");
      const behind = await open(person, person.card(), "operation");
      await person.say("我的填报");
      const fresh = person.card();
      await person.reply(await open(person, fresh, "image"), photo(11));
      await person.press(await person.press(person.again(fresh), "返回总览"), "提交审核");
      const before = await stored("qikou");

      const answer = await person.press(behind, saveButton(behind), {
        "operation/progress": "电商入驻三家。",
      });
      expect(answer.toast).toContain("县级审核中");
      expect(answer.words).toContain("已提交");
      const after = await stored("qikou");
      expect({ ...after, revision: 0, pending: [] }).toEqual({ ...before, revision: 0, pending: [] });
      expect(after.pending).toMatchObject([{ by: person.openId, section: "operation" }]);
      expect(buttonsOf(answer.card)).toEqual([]);
    },
  );
});

chapter("two officials of one town", () => {
  step("never overwrite each other silently: the second sees both and may overwrite knowingly", async () => {
    const [first, second] = [official("beiwudang"), official("beiwudang", 1)];
    await second.say("我的填报");
    const one = await open(first, first.card(), "investment");
    const two = await open(second, second.card(), "investment");
    await first.press(one, saveButton(one), { "investment/quarter": "1080" });
    expect((await stored("beiwudang")).content.investment.cumulative).toBe(3360);

    const clash = await second.press(two, saveButton(two), { "investment/quarter": "1090.5" });
    expect(clash.toast).toContain("史秀珍");
    expect(clash.words).toMatch(/史秀珍 .*刚保存了这部分.*再次保存，就以您填的为准/);
    expect(clash.words).toContain("今年累计投资：3,360.00万元");
    expect(boxesOf(clash)).toMatchObject({ "investment/quarter": "1090.5" });
    expect((await stored("beiwudang")).content.investment.cumulative).toBe(3360);

    const knowingly = await second.press(clash, saveButton(clash));
    expect(knowingly.toast).toMatch(
      /^已留作草稿：.*累计 3,370\.50万元，资金来源合计 2,280\.00万元，相差 1,090\.50万元/,
    );
    const after = await stored("beiwudang");
    expect(after.content.investment.cumulative).toBe(3370.5);
    expect(after.saved.investment?.name).toBe("吕振华");
    expect(after.pending).toEqual([]);
    await second.press(knowingly, "返回总览");
  });

  step(
    "who save at the same moment: one is stored, the other sees the clash with their own still in the box",
    async () => {
      const [first, second] = [official("beiwudang"), official("beiwudang", 1)];
      const forms = await Promise.all(
        [first, second].map(async (one) => open(one, await fresh(one), "facilities")),
      );
      const pressed = await Promise.all(
        [first, second].map((one, i) => {
          const form = forms[i];
          if (!form) throw new Error("no form");
          return one.press(form, saveButton(form), { "facilities/progress": `第${i + 1}人写的` });
        }),
      );
      const { words } = (await stored("beiwudang")).content.areas.facilities ?? {};
      const stays = words?.progress === "第1人写的" ? 1 : 0;
      expect(pressed.map(({ toast }) => toast === "已保存。")).toEqual(
        stays === 1 ? [true, false] : [false, true],
      );
      const behind = pressed[stays];
      expect(behind?.words).toContain("刚保存了这部分");
      expect(behind && boxesOf(behind)).toMatchObject({ "facilities/progress": `第${stays + 1}人写的` });
      const back = [first, second][stays];
      if (back && behind) await back.press(behind, "返回总览");
    },
  );

  step("work side by side on different sections", async () => {
    const [first, second] = [official("beiwudang"), official("beiwudang", 1)];
    await second.say("我的填报");
    const one = await open(first, first.card(), "planning");
    const two = await open(second, second.card(), "landscape");
    const mine = await first.press(one, saveButton(one), { "planning/progress": "修编完成。" });
    const theirs = await second.press(two, saveButton(two), { "landscape/progress": "立面整治。" });
    expect([mine.toast, theirs.toast]).toEqual(["已保存。", "已保存。"]);
    const { areas } = (await stored("beiwudang")).content;
    expect([areas.planning?.words.progress, areas.landscape?.words.progress]).toEqual([
      "修编完成。",
      "立面整治。",
    ]);
  });
});

chapter("submitting", () => {
  step("names what is missing, in the toast and on the card", async () => {
    const person = official("jiajiazhuang");
    const refused = await person.press(person.card(), "提交审核");
    expect(refused.toast).toMatch(/还差2项：.*项目投资.*形象进度/);
    expect(refused.words).toContain("项目投资：本季度尚未填写");
    const form = await open(person, refused, "investment");
    const draft = await person.press(form, saveButton(form), { [CUMULATIVE]: "12600" });
    const again = await person.press(await person.press(draft, "返回总览"), "提交审核");
    expect(again.toast).toMatch(/还差2项：.*资金来源合计比累计投资少 6,000\.00万元/);
    expect((await stored("jiajiazhuang")).status).toBe("draft");
  });

  step("takes a thousand characters in every box of words, and every card stays under 26 KB", async () => {
    const person = official("jiajiazhuang");
    const long = "镇".repeat(1000);
    const figures = await figuresOf(world, "2026Q3", "jiajiazhuang");
    const words = sections(world).flatMap((section) =>
      section === "investment" || section === "image"
        ? [`${section}/words`]
        : ["progress", "next", "problem"].map((field) => `${section}/${field}`),
    );
    let at: Shown = person.card();
    for (const section of sections(world)) {
      const form = await open(person, at, section);
      const boxes = boxesOf(form);
      const mine = [...Object.entries(figures), ...words.map((name): [string, string] => [name, long])];
      const fill = Object.fromEntries(mine.filter(([name]) => boxes[name] !== undefined));
      // First with one character too many for the client: after an error the whole input is kept.
      const item =
        Object.keys(boxes).find((name) => /\/item\.[^.]+\.\d+$|\.actual$|cumulative$/.test(name)) ?? "";
      const refused = await person.press(form, saveButton(form), { ...fill, [item]: "说不清" });
      expect(boxesOf(refused)).toMatchObject({ ...fill, [item]: "说不清" });
      at = await person.press(refused, saveButton(refused), { ...fill, [item]: fill[item] ?? "" });
      if (fieldsOf(at.card).length > 0) at = await person.press(at, "稍后再说");
    }
    await person.reply(await open(person, at, "image"), photo(31));
    const submitted = await person.press(await person.press(person.again(at), "返回总览"), "提交审核");
    expect(submitted.words).toContain("已提交");

    const reviewer = world.who("county_reviewer", "fenyang");
    const review = reviewer.card("待审核");
    const text = await reviewer.press(review, "read_section__facilities");
    expect(text.words).toContain(long);
    const form = await reviewer.press(await reviewer.press(text, "返回审核"), "退回修改");
    const all = fieldsOf(form.card).filter((field) => field.tag === "multi_select_static");
    const ticked = Object.fromEntries(
      all.map((field) => [field.name, field.options.map((option) => option.value)]),
    );
    await reviewer.press(form, "退回", { ...ticked, reason: "请".repeat(300) });
    let returned = await person.press(person.card("已退回"), "open__returned");
    for (let cards = 0; cards < 8 && !returned.words.includes("已提交"); cards += 1) {
      const [onward] = buttonsOf(returned.card).filter((button) => button.submit);
      returned = await person.press(returned, onward?.name ?? "");
    }
    expect(returned.words).toContain("已提交");
    await reviewer.press(reviewer.card("待审核"), "通过");
    const leader = world.who("leader");
    await leader.say("贾家庄怎么样");
    expect(leader.card("贾家庄镇").words).toContain("镇镇镇");
    const sent = world.sandbox.state().messages.map((message) => Buffer.byteLength(message.content));
    expect(Math.max(...sent)).toBeLessThan(26_000);
  });
});

chapter("a form that was open when the quarter locked", () => {
  step("keeps what was typed, and says that what is sent now is a 补报", async () => {
    const person = official("xinyi");
    const form = await open(person, await fresh(person), "operation");
    await world.moveTo("2026-10-30T09:00:00+08:00");
    const typed = { "operation/next": "晚了" };
    const { answer } = await pressForged(world, person.openId, form.messageId, saveButton(form), typed);
    expect(answer.toast?.content).toBe("已保存。");
    expect((await stored("xinyi")).content.areas.operation?.words.next).toBe("晚了");
    expect((await fresh(person)).words).toContain("现在报送的计为补报：留存、审核，不参加本季度排名");
  });
});
