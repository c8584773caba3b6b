import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReport } from "../../db/reports.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { type AtClient, boxesOf, photo, type Shown } from "./at-client.ts";
import { fieldsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, saveButton } from "./fill-quarter.ts";

// Figures: read as people write them, refused with a reason if impossible, questioned if unusual.

const CUMULATIVE = "investment/cumulative";

let world: DemoWorld;
beforeAll(async () => {
  const towns = ["puming", "xinyi", "wutong"];
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

describe("figures that cannot be right", () => {
  const WRONG: Array<[string, Record<string, string>, RegExp]> = [
    ["negative", { [CUMULATIVE]: "-5" }, /读到 -5\.00万元，这里不能是负数/],
    ["a trillion", { [CUMULATIVE]: "1000000000000" }, /远大于一年可能的数额.*写成带“元”的数/],
    ["below last quarter's sum", { [CUMULATIVE]: "1000" }, /累计 1,000\.00万元 小于上季度累计 1,140\.00万元/],
    ["beyond all projects' totals", { [CUMULATIVE]: "900000" }, /超过各项目总投资之和/],
    ["no number", { [CUMULATIVE]: "待核" }, /“待核”读不出数字，请只填数字/],
  ];

  it.each(WRONG)(
    "%s: a sentence says so, and everything typed stays in its box",
    async (_, fill, sentence) => {
      const person = official("puming");
      const before = (await stored("puming")).saved;
      const form = await open(person, await fresh(person), "investment");
      const typed = { ...fill, "investment/words": "写了一半的说明" };
      const refused = await person.press(form, saveButton(form), typed);
      expect(refused.words).toMatch(sentence);
      expect(refused.toast).toContain("需要修改");
      expect(boxesOf(refused)).toMatchObject(typed);
      expect((await stored("puming")).saved).toEqual(before);
      await person.press(refused, "返回总览");
    },
  );

  it("over 100 %: the same for a project and an item", async () => {
    const person = official("puming");
    const image = await open(person, await fresh(person), "image");
    const refused = await person.press(image, saveButton(image), { "image/project.p1.actual": "105" });
    expect(refused.words).toContain("读到 105%，进度最多 100%");
    const area = await open(person, await person.press(refused, "返回总览"), "facilities");
    const item = fieldsOf(area.card).find((field) => field.name.includes("/item."))?.name ?? "";
    const again = await person.press(area, saveButton(area), { [item]: "一百二十" });
    expect(again.words).toContain("进度最多 100%");
    await person.press(again, "返回总览");
  });

  it("come back word for word after the card was closed: 我的填报, open", async () => {
    const person = official("puming");
    const form = await open(person, await fresh(person), "operation");
    const item = fieldsOf(form.card).find((field) => field.name.includes("/item."))?.name ?? "";
    const typed = {
      [item]: "八成左右吧？",
      "operation/progress": "第一行\n第二行 <b>*粗*</b>",
      "operation/next": "",
    };
    await person.press(form, saveButton(form), typed);
    await person.say("我的填报");
    expect(person.card().words).toContain("创新运营方式有未保存的填写，打开即可继续。");
    const reopened = await open(person, person.card(), "operation");
    expect(boxesOf(reopened)).toMatchObject(typed);
    const mended = await person.press(reopened, saveButton(reopened), { [item]: "80" });
    expect(mended.toast).toBe("已保存。");
    expect((await stored("puming")).content.areas.operation?.words.progress).toBe(
      "第一行\n第二行 <b>*粗*</b>",
    );
    expect(mended.words).not.toContain("创新运营方式有未保存的填写");
  });
});

describe("a soft question", () => {
  it("is asked once, its answer kept and shown to the reviewer", async () => {
    const person = official("xinyi");
    const figures = Object.entries(await figuresOf(world, "2026Q3", "xinyi"));
    const rest = Object.fromEntries(figures.filter(([name]) => !name.startsWith("investment/")));
    const money = await open(person, person.card(), "investment");
    const fill = { [CUMULATIVE]: "2880" };
    const asked = await person.press(money, saveButton(money), fill);
    expect(asked.toast).toBe("已保存。");
    const questions = fieldsOf(asked.card).filter((field) => field.name.startsWith("answer."));
    expect(questions.map((field) => field.name)).toContain("answer.stagnation:investment");
    const overview = await person.press(asked, "提交说明", {
      "answer.stagnation:investment": "三季度停工检修。",
    });
    const again = await open(person, overview, "investment");
    const saved = await person.press(again, saveButton(again), { "investment/words": "补一句。" });
    expect(fieldsOf(saved.card)).toEqual([]);

    const full = await fillSections(person, saved, rest);
    await person.reply(full, photo(21));
    await person.press(person.card("照片归到哪一部分"), "形象进度");
    await person.press(person.again(full), "提交审核");
    const reviewer = world.who("county_reviewer", "lishi");
    expect(reviewer.card("待审核").words).toContain("填报人说明：三季度停工检修。");
  });
});

describe("numbers as people write them", () => {
  it.each(["8,820", "0.882亿", "八千八百二十万", "８８２０", "88200000元", "8820万元"])(
    "%s is 8,820 万元 and is echoed with its unit",
    async (written) => {
      const person = official("wutong");
      const form = await open(person, await fresh(person), "investment");
      const saved = await person.press(form, saveButton(form), { [CUMULATIVE]: written });
      expect((await stored("wutong")).content.investment.cumulative).toBe(8820);
      expect(saved.words).toContain("8,820.00万元");
    },
  );

  it.each(["72%", "七成二", "72", "百分之七十二", "７２％"])("%s is 72 %", async (written) => {
    const person = official("wutong");
    const form = await open(person, await fresh(person), "image");
    const saved = await person.press(form, saveButton(form), { "image/project.p1.actual": written });
    const [project] = (await stored("wutong")).content.image.projects;
    expect(project?.actual).toBe(72);
    if (fieldsOf(saved.card).length > 0) await person.press(saved, "稍后再说");
  });
});

describe("a form sent back by the client", () => {
  it.each(["absent", "empty", "null"])(
    "with its untouched boxes %s leaves what they stand for alone",
    async (how) => {
      const person = official("puming");
      const before = (await stored("puming")).content;
      await world.change("faults", { untouched_fields: how });
      const form = await open(person, await fresh(person), "landscape");
      const saved = await person.press(form, saveButton(form), { "landscape/progress": how });
      await world.change("faults", { untouched_fields: null });
      expect(saved.toast).toBe("已保存。");
      const after = (await stored("puming")).content;
      expect(after.areas.landscape?.words.progress).toBe(how);
      expect(after.areas.landscape?.items).toEqual(before.areas.landscape?.items);
      expect(after.investment).toEqual(before.investment);
    },
  );

  it("without the button's value is known by the button's name", async () => {
    const person = official("puming");
    await world.change("faults", { submit_without_value: true });
    const form = await open(person, await fresh(person), "landscape");
    const saved = await person.press(form, saveButton(form), { "landscape/progress": "无值" });
    await world.change("faults", { submit_without_value: null });
    expect(saved.toast).toBe("已保存。");
    expect((await stored("puming")).content.areas.landscape?.words.progress).toBe("无值");
  });
});
