import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { awardChoice } from "../../../src/domain/procedure/award.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, photo, shownIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// Money: a county keeps the ledger of a town's year by source, with papers; the award of a quarter is paid, and every
// county confirms that its part arrived.

let world: DemoWorld;
let office: AtClient;
let colleague: AtClient;
let county: AtClient;
let town: AtClient;
let finance: AtClient;

const only = async (procedure: string) => {
  const [found] = await listRecords(world.deps.db, { procedure, town: "qikou" });
  if (!found) throw new Error(`no ${procedure}`);
  return found;
};
const pressed = async (who: AtClient, action: string, typed: Record<string, unknown> = {}) => {
  const { answer } = await pressForged(world, who.openId, `om_${who.openId}_${action}`, action, typed);
  return answer.toast?.content ?? "";
};
const forced = async (
  who: AtClient,
  procedure: string,
  step: string,
  typed: Record<string, unknown> = {},
) => {
  const { id, revision } = await only(procedure);
  return pressed(who, `step__${id}__${step}__${revision}`, typed);
};

beforeAll(async () => {
  world = await startDemoWorld({ now: "2026-10-12T10:00:00+08:00" });
  office = world.who("city_office");
  colleague = world.who("city_office", "", 1);
  county = world.who("county_reviewer", "linxian");
  town = world.who("town_official", "qikou");
  finance = world.who("department", "finance");
});
afterAll(() => world.close());

const { step, chapter } = story("a town's money");

chapter("the ledger of a year", () => {
  step("is begun by the county with what each source is to bring", async () => {
    await county.say("资金台账");
    const form = await county.press(county.card("资金台账"), "新建资金台账");
    expect(boxesOf(form)).toHaveProperty("planned.county");
    expect(boxesOf(form)).toMatchObject({ year: "2026" });
    const wrong = await county.press(form, "建立", { town: "qikou", year: "26", "planned.county": "9000" });
    expect(wrong.words).toContain("四位数");
    const begun = await county.press(wrong, "建立", {
      town: "qikou",
      year: "２０２６年",
      "planned.county": "0.9亿",
    });
    expect(begun.words).toContain("碛口镇：2026年资金台账");
    expect(
      await pressed(county, "begin__money__//__begin", {
        town: "qikou",
        year: "2026",
        "planned.county": "1",
      }),
    ).toContain("已经建立");
    expect(
      await pressed(town, "begin__money__//__begin", { town: "qikou", year: "2027", "planned.county": "1" }),
    ).toContain("不由您办理");
  });

  step("takes what is in place and spent with a paper, never more spent than is there", async () => {
    const unread = await forced(county, "money", "receive", { "in_place.county": "6千左右" });
    expect(unread).toContain("到位：“6千左右”，没有读出确定的金额");
    const sums = { "in_place.county": "６，０００万元", "in_place.township": "2000" };
    expect(await forced(county, "money", "receive", sums)).toContain("还没有收到照片或文件");
    await county.reply(county.card("碛口镇：2026年资金台账"), photo(1));
    expect(await forced(county, "money", "receive", sums)).toBe("已登记。");
    expect(await forced(county, "money", "spend", { "spent.county": "5000" })).toContain(
      "还没有收到照片或文件",
    );
    await county.reply(county.card("碛口镇：2026年资金台账"), photo(2));
    expect(await forced(county, "money", "spend", { "spent.county": "7000" })).toContain("支出不能大于到位");
    expect(await forced(county, "money", "spend", { "spent.county": "5000" })).toBe("已登记。");
    const { words } = shownIn((await office.say("碛口资金台账")).at(-1));
    expect(words).toContain("75%");
    // The next ledger is that of the next year: this one is there.
    await county.say("资金台账");
    const next = await county.press(county.card("资金台账：全部"), "新建资金台账");
    expect(boxesOf(next)).toMatchObject({ year: "2027", "planned.county": "" });
    expect(words).toContain("88.9%");
    expect(words).toContain("不相加");
  });
});

chapter("the award of a quarter", () => {
  step(
    "is paid once a second person starts it, each part told to the finance department in one message",
    async () => {
      const typed = { pot: "1000", method: "proportional", tied: "equal", reason: "领导小组会议" };
      expect(await pressed(office, "begin__award__2026Q2//__choose", typed)).toBe("已记录。");
      const [award] = await listRecords(world.deps.db, { procedure: "award" });
      if (!award) throw new Error("no award");
      const start = `step__${award.id}__start_payment__1`;
      expect(await pressed(office, start)).toContain("另一位同志");
      const before = world.inbox(finance.openId).length;
      expect(await pressed(colleague, start)).toBe("已通知拨付单位。");
      const payments = await listRecords(world.deps.db, { procedure: "payment" });
      const parts = awardChoice(award).split?.awards.filter(({ amount }) => amount > 0) ?? [];
      expect(payments).toHaveLength(parts.length);
      expect(world.inbox(finance.openId)).toHaveLength(before + 1);
    },
  );

  step("arrives at the county, which says so or that it did not; the days are in order", async () => {
    expect(await forced(county, "payment", "arrive", { arrived_on: "2026-10-12" })).toContain("往下办");
    expect(
      await forced(finance, "payment", "pay", { paid_on: "2026-10-13", paper: "财〔2026〕7号" }),
    ).toContain("不能晚于今天");
    expect(
      await forced(finance, "payment", "pay", { paid_on: "2026-10-10", paper: "财〔2026〕7号" }),
    ).toContain("不能早于确定拨付");
    const today = { paid_on: "2026-10-12", paper: "财〔2026〕7号" };
    expect(await forced(finance, "payment", "pay", today)).toContain("已登记");
    expect(await forced(county, "payment", "missing", { why: "账户没有入账" })).toContain("已转告");
    expect((await only("payment")).state).toBe("due");
    await forced(finance, "payment", "pay", today);
    expect(await forced(county, "payment", "arrive", { arrived_on: "2026-10-11" })).toContain(
      "不能早于拨付日期",
    );
    expect(await forced(finance, "payment", "arrive", { arrived_on: "2026-10-12" })).toContain("不由您办理");
    const told = world.inbox(finance.openId).length;
    expect(await forced(county, "payment", "arrive", { arrived_on: "2026-10-12" })).toContain("已确认到账");
    // Nothing is asked of the payer any more.
    expect(world.inbox(finance.openId)).toHaveLength(told);
    expect(shownIn((await office.say("碛口奖补拨付")).at(-1)).words).toContain("已到账");
    const ledger = shownIn((await county.say("2026年碛口资金台账")).at(-1));
    expect(ledger.words).toContain("到位：县级 6000、乡镇 2000");
    const form = await county.press(ledger, "登记到位");
    expect(form.words).toContain("奖补资金已确认到账");
    expect(Number(boxesOf(form)["in_place.city_award"])).toBeGreaterThan(0);
    const { words } = shownIn((await office.say("市级奖补到了多少")).at(-1));
    expect(words).toMatch(/奖补资金拨付：已到账1笔 \d+\.\d\d万元；待拨付\d+笔 /);
    expect(words).toContain("市级奖补资金到位 0.00万元（2026年资金台账，碛口镇）");
  });
});
