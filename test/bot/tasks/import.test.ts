import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../../db/commit.ts";
import { holders, removePeople } from "../../../db/roster.ts";
import { findTasks } from "../../../db/tasks.ts";
import { environmentOf, tentowns, tentownsJson } from "../../cli/terminal.ts";
import { story } from "../../story.ts";
import type { AtClient } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// A year's plan imported from a file: tasks are proposed once, with one card for each county, however many
// tasks and imports.

let world: DemoWorld;
let folder: string;
let env: Record<string, string>;
const HEADER = "town,area,title,owner,weight,start,due,steps";
const row = (town: string, title: string, weight = 5) =>
  `${town},facilities,${title},分管副镇长,${weight},2026-03-02,2026-09-30,`;
const file = (...lines: string[]) => {
  const path = join(folder, "tasks.csv");
  writeFileSync(path, [HEADER, ...lines].join("\n"));
  return path;
};
const many = Array.from({ length: 23 }, (_, i) => row("qikou", `第${i + 1}项工程`));
const stored = () => findTasks(world.deps.db);
/** Cards a person got after the first `before`. */
const cards = (who: AtClient) => world.inbox(who.openId).filter((m) => m.msg_type === "interactive").length;
let town: AtClient;
let county: AtClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-tasks-"));
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-03-02T10:00:00+08:00" });
  env = {
    ...environmentOf(world),
    REHEARSAL_NOW: "2026-03-02T10:00:00+08:00",
  };
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const { step, chapter } = story("a year's tasks come by a file and are countersigned");

chapter("importing", () => {
  step("a file with a mistake leaves nothing behind", async () => {
    const bad = await tentowns(env, "task", "import", file(row("qikou", "好的"), row("qikou", "坏的", -1)));
    expect(bad).toMatchObject({
      code: 1,
      err: ["第3行：weight：“-1”，没有读出确定的数，请只填一个数，例如 12.5。"],
    });
    expect(await stored()).toEqual([]);
  });

  step("a town with nobody in the roster who could take a task on is refused", async () => {
    const people = await holders(world.deps.db, "town_official", "shuangchi");
    const ids = people.map(({ openId }) => openId);
    await commit(world.deps.db, { audit: null, writes: [removePeople(world.deps.db, ids)] }, 0);
    const bad = await tentowns(env, "task", "import", file(row("shuangchi", "步行街")));
    expect(bad.err).toEqual(["第2行：责任岗位（owner）：人员名单里没有该镇的填报人，任务无人接收"]);
  });

  step("a dry run writes nothing; then every county has one card of all its tasks", async () => {
    const before = cards(county);
    const path = file(...many, row("xinyi", "步行街"));
    const dry = await tentowns(env, "task", "import", path, "--dry-run");
    expect(dry.out.at(-1)).toBe("以上为预演，未写入。");
    expect(await stored()).toEqual([]);
    expect((await tentowns(env, "task", "import", path)).out.at(-1)).toBe("不变  0项");
    await world.settle();
    expect(await stored()).toHaveLength(24);
    expect(cards(county) - before).toBe(1);
    expect(county.card("待会签").words).toContain("有23项年度任务待会签");
    expect(world.who("county_reviewer", "lishi").card("步行街").words).toContain("待会签");
  });

  step("the same file again changes nothing and says nothing", async () => {
    const before = [cards(county), await stored()];
    const path = file(...many, row("xinyi", "步行街"));
    expect((await tentowns(env, "task", "import", path)).out).toEqual(["不变  24项"]);
    await world.settle();
    expect([cards(county), await stored()]).toEqual(before);
  });

  step("a changed row is put forward anew, and the county told of it", async () => {
    await tentowns(env, "task", "import", file(row("qikou", "第1项工程", 8)));
    await world.settle();
    expect(county.card("第1项工程").words).toContain("权重：8");
    expect(county.card("第1项工程").words).toContain("重新提出");
  });
});

chapter("countersigning", () => {
  step("one is opened and sent back with a reason, eight to a page", async () => {
    await county.say("我的任务");
    const list = county.card("我的任务");
    expect(list.words).toContain("第 1 / 3 页");
    const last = await county.press(await county.press(list, "下一页"), "下一页");
    const opened = await county.press(last, `show__${firstOn(last.words, await stored())}`);
    const form = await county.press(opened, "不同意");
    const refused = await county.press(form, "不同意", { reason: "与上年重复" });
    expect(refused.toast).toContain("已退回");
    expect((await stored()).filter(({ status }) => status === "withdrawn")).toHaveLength(1);
  });

  step("the rest are agreed to at one press: each town hears of it once", async () => {
    await county.say("我的任务");
    const list = county.card("我的任务");
    const before = cards(town);
    const signed = await county.press(list, "会签同意全部22项");
    expect(signed.toast).toBe("已会签，任务开始办理。");
    expect(signed.words).toContain("目前没有");
    await world.settle();
    expect(cards(town) - before).toBe(1);
    expect(town.card("已会签").words).toContain("有22项任务已会签");
    const open = (await stored()).filter(({ status }) => status === "open");
    expect(open).toHaveLength(22);
  });

  step("a file cannot change what is agreed to", async () => {
    const titles = (await stored()).filter(({ status }) => status === "open").map(({ title }) => title);
    const changed = await tentowns(env, "task", "import", file(row("qikou", titles[0] ?? "", 9)));
    expect(changed.err).toEqual([
      "第2行：任务名称（title）：该任务已经会签，不能用导入改动，请申请延期或撤回后重新提出",
    ]);
  });

  step("the list is printed, red first, and as one document", async () => {
    const { out } = await tentowns(env, "task", "list", "--town", "qikou");
    expect(out).toHaveLength(23);
    const { json } = await tentownsJson(env, "task", "list");
    expect(json).toMatchObject(Array(23).fill({ standing: { scheduled: expect.any(Number) } }));
    expect((await tentowns(env, "task", "list", "--town", "临县碛口镇\u200b")).out).toEqual(out);
    const unknown = await tentowns(env, "task", "list", "--town", "积口镇");
    expect(unknown).toMatchObject({ code: 1, err: ["没有这个镇：积口镇；是不是碛口镇？"] });
    const corrected = await tentowns(
      ...([env, "correct", "2026Q3", "--town", "碛口村", "--cell", "investment/cumulative"] as const),
      ...(["--value", "1", "--reason", "核减"] as const),
    );
    expect(corrected.err[0]).toContain("没有这个镇：碛口村");
  });
});

/** The first task whose title is on a page. */
function firstOn(words: string, tasks: Array<{ id: string; title: string }>): string {
  const found = tasks.find(({ title }) => words.includes(title));
  if (!found) throw new Error("no task on the page");
  return found.id;
}
