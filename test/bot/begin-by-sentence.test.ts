import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listRecords } from "../../db/records.ts";
import { boxesOf, type Shown, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// A sentence opens the form of a new record, filled in as far as it says; nothing is begun before somebody hands it in.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
});
afterAll(() => world.close());

const asked = async (who: ReturnType<DemoWorld["who"]>, text: string): Promise<Shown> =>
  shownIn((await who.say(text)).at(-1));
const refused = async (who: ReturnType<DemoWorld["who"]>, text: string, chat?: string) =>
  textIn((await who.say(text, chat)).at(-1));
const filled = (shown: Shown) =>
  Object.fromEntries(Object.entries(boxesOf(shown)).filter(([, value]) => value !== ""));

describe("a sentence opens the form", () => {
  test("with department, matter and day; handed in, it is the record", async () => {
    const office = world.who("city_office");
    const form = await asked(office, "督办：市财政局10月30日前拨付碛口配套资金");
    const title = "市财政局10月30日前拨付碛口配套资金";
    expect(filled(form)).toMatchObject({ to: "department.finance", title, due: "2026-10-30" });
    expect(await listRecords(world.deps.db, { procedure: "supervision" })).toEqual([]);
    const sent = await office.press(form, "提交");
    expect(sent.words).toContain(title);
    expect(world.who("department", "finance").card(title).words).toContain("签收");
  });

  test("of a question to a department, by a town's official", async () => {
    const town = world.who("town_official", "qikou");
    const form = await asked(town, "咨询财政局：驳岸加固能否列入奖补");
    expect(filled(form)).toEqual({ department: "department.finance", question: "驳岸加固能否列入奖补" });
    await town.press(form, "提交");
    expect(world.who("department", "finance").card("驳岸加固能否列入奖补").words).toContain("碛口镇");
  });

  test("of a question to a town, by a leader", async () => {
    const leader = world.who("leader");
    const form = await asked(leader, "问碛口：码头什么时候完工？");
    expect(filled(form)).toEqual({ question: "码头什么时候完工？" });
    await leader.press(form, "发送询问");
    expect(world.who("town_official", "qikou").card("码头什么时候完工？").words).toContain("询问碛口镇");
  });

  test("of a meeting in the town that is named, which is not its own only guest", async () => {
    expect(filled(await asked(world.who("city_office"), "提议在碛口开现场会"))).toEqual({ town: "qikou" });
  });

  test("of an acceptance; where one is under way, it is shown", async () => {
    const county = world.who("county_reviewer", "linxian");
    const form = await asked(county, "碛口申请期末验收");
    expect(filled(form)).toEqual({ town: "qikou" });
  });
});

describe("and says why where there is none", () => {
  test("whoever may not begin it hears who may", async () => {
    const town = world.who("town_official", "qikou");
    expect(await refused(town, "新建督办事项")).toBe(
      "“督办事项”由市办、县级审核人、领导小组发起，您暂时没有权限。",
    );
  });
  test("an objection has its time", async () => {
    expect(await refused(world.who("town_official", "qikou"), "对投资得分有异议")).toBe(
      "本季度还没有公布暂定得分。",
    );
  });
  test("a form about one town needs its name", async () => {
    expect(await refused(world.who("city_office"), "改镇名")).toContain("请写明是哪个镇");
  });
  test("in a group it is told to ask in private", async () => {
    const said = await refused(world.who("city_office"), "新建督办事项", "oc_leadinggroup");
    expect(said).toContain("私");
  });
});
