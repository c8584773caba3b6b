import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReport } from "../../db/reports.ts";
import { type AtClient, boxesOf, type Shown, shownIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { saveButton } from "./fill-quarter.ts";

// Sums given in several ways: given values are kept, and two contradictory ones raise one question.

const CUMULATIVE = "investment/cumulative";
const COUNTY = "investment/source.county";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "puming", "beiwudang"], open: true });
});
afterAll(() => world.close());

const official = (town: string, nth = 0) => world.who("town_official", town, nth);
const invested = async (town: string) => {
  const report = await findReport(world.deps.db, "2026Q3", town);
  if (!report) throw new Error(`no report of ${town}`);
  return report.content.investment;
};
const form = async (person: AtClient): Promise<Shown> => {
  await person.say("我的填报");
  return person.press(person.card(), "open__investment");
};
const settle = (shown: Shown, right: string) => {
  const found = buttonsOf(shown.card).find(
    ({ name }) => name.startsWith("settle__") && name.includes(`__${right}__`),
  );
  if (!found) throw new Error(`nobody asks whether ${right} is right`);
  return found.name;
};

describe("a sum a person gave", () => {
  it("stands when a source of it changes: the toast names both sums, and the form asks which is right", async () => {
    const person = official("qikou");
    const box = boxesOf(await form(person));
    const county = Number(box[COUNTY]?.replaceAll(",", ""));
    const sources = (await invested("qikou")).cumulative ?? 0;
    const given = await person.press(await form(person), saveButton(await form(person)), {
      [CUMULATIVE]: String(sources),
    });
    expect(given.toast).toBe("已保存。");
    const asked = await person.press(await form(person), saveButton(await form(person)), {
      [COUNTY]: String(county - 400),
    });
    expect(asked.outcome.toast?.type).toBe("warning");
    expect(asked.toast).toMatch(/累计投资 4,560\.00万元，资金来源合计 4,160\.00万元，相差 400\.00万元/);
    expect(asked.words).toContain("哪个对？");
    expect(await invested("qikou")).toMatchObject({ cumulative: sources, sources: { county: county - 400 } });
    const overview = await person.press(asked, "返回总览");
    expect(overview.words).toMatch(/项目投资 待补：资金来源合计比累计投资少 400\.00万元/);
    expect(buttonsOf(overview.card).map(({ text }) => text)).toContain("核对合计");
    const area = await person.press(overview, "open__operation");
    expect(area.words).toContain("保存，回到项目投资：资金来源合计比累计投资少 400.00万元");
  });

  it("called right leaves the sources to change; once they add up nothing is asked any more", async () => {
    const person = official("qikou");
    const asked = await form(person);
    const kept = await person.press(asked, settle(asked, "cumulative"));
    expect(kept.words).toContain("以累计投资 4,560.00万元 为准");
    expect(kept.toast).toContain("以累计投资 4,560.00万元 为准");
    expect(kept.toast).not.toContain("哪个对");
    const county = Number(boxesOf(kept)[COUNTY]?.replaceAll(",", ""));
    await person.press(kept, saveButton(kept), { [COUNTY]: String(county + 300) });
    const again = await form(person);
    const settled = await person.press(again, saveButton(again), { [COUNTY]: String(county + 400) });
    expect(settled.words).not.toContain("哪个对？");
    expect(await invested("qikou")).toMatchObject({ cumulative: 4560, sources: { county: county + 400 } });
  });
});

describe("the sources called right", () => {
  it("are what the sum follows from then on, and the card says so", async () => {
    const person = official("puming");
    const draft = await person.press(await form(person), saveButton(await form(person)), {
      [CUMULATIVE]: "1680",
    });
    expect(draft.words).toContain("资金来源还是上季度的数");
    const overview = await person.press(draft, settle(draft, "sources"));
    expect(overview.words).toContain("1,140.00万元");
    expect(await invested("puming")).toMatchObject({ cumulative: 1140, derived: "sources" });
    expect(boxesOf(await form(person))[CUMULATIVE]).toBe("");
  });

  it("by a button from before another save change nothing: the figures now are asked about", async () => {
    const [first, second] = [official("beiwudang"), official("beiwudang", 1)];
    const draft = await first.press(await form(first), saveButton(await form(first)), {
      [CUMULATIVE]: "3360",
    });
    const other = await form(second);
    await second.press(other, saveButton(other), { [CUMULATIVE]: "3400" });
    const late = await first.press(draft, settle(draft, "sources"));
    expect(late.toast).not.toBe("已保存。");
    expect((await invested("beiwudang")).cumulative).toBe(3400);
  });
});

describe("a confirm card", () => {
  it("writes what it shows: the sum it names stands though its sources say less", async () => {
    const person = official("puming");
    const [answer] = await person.say("投资累计1680万，县级300万、民间资本400万");
    const confirm = shownIn(answer);
    expect(boxesOf(confirm)[CUMULATIVE]).toBe("1680");
    expect(confirm.words).toContain("写入后还要请您核对");
    await person.press(confirm, "确认写入");
    expect(await invested("puming")).toMatchObject({
      cumulative: 1680,
      sources: { county: 300, private: 400 },
    });
  });

  it("pressed again after another save shows both instead of writing the old figure", async () => {
    const person = official("puming");
    const [answer] = await person.say("投资累计1700万");
    const confirm = shownIn(answer);
    const other = official("puming", 0);
    const now = await form(other);
    await other.press(now, saveButton(now), { [CUMULATIVE]: "1750" });
    const late = await person.press(confirm, "确认写入");
    expect(late.words).toContain("1,750.00万元");
    expect((await invested("puming")).cumulative).toBe(1750);
  });
});
