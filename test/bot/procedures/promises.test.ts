import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { audit } from "../../../db/schema.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { NOTICE_2027 } from "../../domain/holiday-notice/invented.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, type Shown, shownIn } from "../at-client.ts";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "../fill-quarter.ts";

// What an approved report says outright it will do is a promise, and what it aims at is one once its official says so; the
// report of that quarter asks what became of it. A problem that names its department goes there.

const NEXT = "下季度完成主体封顶；争取12月底前通车。力争引进两家企业；继续招商";
const PROBLEM = "市财政局配套资金未到位";

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let office: AtClient;
let finance: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-09-30T10:00:00+08:00" });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  office = world.who("city_office");
  finance = world.who("department", "finance");
  await beat(world.deps);
});
afterAll(async () => {
  await world.close();
});

const promises = () => listRecords(world.deps.db, { procedure: "promise" });
const offers = ({ card }: Shown) =>
  buttonsOf(card)
    .filter(({ name }) => name.startsWith("begin__promise"))
    .map(({ text }) => text);
const answers = ({ card }: Shown, step: string) =>
  buttonsOf(card).filter(({ name }) => name.startsWith("step__") && name.endsWith(`__${step}`));
const fresh = async (): Promise<Shown> => {
  await town.say("我的填报");
  return town.card();
};
/** The town's figures of the third quarter, with what it says of its services. */
async function report(words: Record<string, string>): Promise<Shown> {
  const figures = { ...(await figuresOf(world, "2026Q3", "qikou")), ...words };
  const filled = await fillSections(town, await fresh(), figures);
  return town.press(await sendPhoto(town, filled, 1), "提交审核");
}

const { step, chapter } = story("what a town promises is asked about by the report of that quarter");

chapter("the third quarter", () => {
  step(
    "its report says by when; nothing is a promise yet, and what is only aimed at is offered",
    async () => {
      await world.moveTo("2026-10-09T10:00:00+08:00");
      const sent = await report({ "facilities/next": NEXT, "facilities/problem": PROBLEM });
      expect(sent.words).toContain("已提交");
      expect(sent.words).toMatch(/审核通过后列入.*\n- “下季度完成主体封顶”（2026年第四季度）/);
      expect(offers(sent)).toEqual(["列为承诺：争取12月底前通车"]);
      expect(await promises()).toEqual([]);
    },
  );

  step("one tap makes the aim a promise, once; the receipt offers it no more", async () => {
    const made = await town.press(await fresh(), "列为承诺：争取12月底前通车");
    expect(made.toast).toContain("已列为承诺");
    expect(made.words).toContain("“争取12月底前通车”（2026年第四季度）");
    expect(offers(await fresh())).toEqual([]);
    expect((await promises()).map(({ state }) => state)).toEqual(["open"]);
    // Nothing can be done about it before its quarter is over.
    expect(shownIn((await town.say("等我办的")).at(-1)).words).not.toContain("承诺");
  });

  step(
    "the county reads them on the review and among its own matters; the office and the leaders do not",
    async () => {
      const { words } = county.card("待审核");
      expect(words).toContain("“争取12月底前通车”（2026年第四季度）：待兑现");
      expect(words).toMatch(/审核通过后列入.*\n- “下季度完成主体封顶”（2026年第四季度）/);
      const listed = async (who: AtClient) => shownIn((await who.say("我的任务"))[0]).words;
      expect(await listed(county)).toContain("碛口镇承诺：争取12月底前通车");
      for (const who of [office, world.who("leader")]) expect(await listed(who)).not.toContain("承诺");
    },
  );

  step("the problem that names the finance bureau goes there as an item with its own day", async () => {
    await county.press(county.card("待审核"), "问题转督办：完善功能配置");
    const form = county.card("督办事项");
    // Five working days from Friday the 9th, the Saturday after it being one.
    const item = {
      to: "department.finance",
      title: `碛口镇：${PROBLEM}`,
      origin: "problem",
      due: "2026-10-15",
    };
    expect(boxesOf(form)).toMatchObject(item);
    await county.press(form, "提交");
    await office.press(office.card(PROBLEM), "会签同意");
    expect(finance.card(PROBLEM).words).toContain("2026年10月15日");
    expect(finance.card(PROBLEM).words).toContain("签收");
  });

  step("the approval makes the other one a promise, in its own row of the audit", async () => {
    const approved = await county.press(county.card("待审核"), "通过");
    // The card it was pressed on says so at once, as it does when it is drawn anew.
    expect(approved.words).toContain("“下季度完成主体封顶”（2026年第四季度）：待兑现");
    const made = (await promises()).find(({ log }) => log[0]?.step === "said");
    expect(made?.data).toMatchObject({ text: "下季度完成主体封顶", quarter: "2026Q4" });
    const rows = await world.deps.db.select().from(audit).where(eq(audit.kind, "report.approve"));
    expect(rows.at(-1)?.detail).toContain(`promise.said ${made?.id}`);
    expect((await fresh()).words).toContain("“下季度完成主体封顶”（2026年第四季度）：待兑现");
  });
});

chapter("the fourth quarter", () => {
  step("its form asks about both, with their answers, as soon as it opens", async () => {
    await world.moveTo("2026-11-16T10:00:00+08:00");
    await office.say(NOTICE_2027);
    await world
      .who("city_office", "", 1)
      .press(world.who("city_office", "", 1).card("2027年节假日安排"), "核对无误，启用");
    await world.moveTo("2027-01-05T10:00:00+08:00");
    const asked = await fresh();
    expect(asked.words).toContain("到期的承诺（2条）");
    expect(shownIn((await town.say("等我办的")).at(-1)).words).toContain("承诺：下季度完成主体封顶");
    expect(answers(asked, "keep")).toHaveLength(2);
  });

  step("one is kept, by one tap", async () => {
    const asked = await fresh();
    const kept = await town.press(asked, answers(asked, "keep")[0]?.name ?? "");
    expect(kept.toast).toBe("已记为兑现。");
    expect((await fresh()).words).toContain("到期的承诺（1条）");
  });

  step(
    "the other is not: it takes a reason, or a later quarter and a reason, and the county hears it",
    async () => {
      const shown = await town.press(await fresh(), "说明未兑现或延后");
      const why = await town.press(shown, "延后兑现");
      const put = await town.press(why, "延后兑现", { until: "2027Q1", reason: "冬季停工，路面无法施工" });
      expect(put.toast).toContain("已延后");
      expect((await fresh()).words).not.toContain("到期的承诺");
      expect(county.card("冬季停工，路面无法施工").words).toContain("待兑现");
      expect((await promises()).map(({ state, data }) => `${state} ${data.quarter}`).sort()).toEqual([
        "kept 2026Q4",
        "open 2027Q1",
      ]);
    },
  );

  step("what was kept is told to the city, what is still open is not", async () => {
    const seen = async (who: AtClient) => {
      const [kept, open] = (await promises()).toSorted((a, b) => a.state.localeCompare(b.state));
      const all = shownIn((await who.say("承诺"))[0]).words;
      return [kept, open].map((record) => all.includes(String(record?.data.text)));
    };
    expect(await seen(office)).toEqual([true, false]);
    expect(await seen(county)).toEqual([true, true]);
  });
});
