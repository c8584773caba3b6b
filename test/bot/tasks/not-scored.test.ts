import { afterAll, beforeAll, expect } from "vitest";
import { rankingCard } from "../../../cards/ranking/ranking.ts";
import { findTasks } from "../../../db/tasks.ts";
import { importRecords } from "../../../src/bot/procedures/import-records.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import { loadBasis } from "../../../src/bot/report/load-report-contexts.ts";
import { YEAR_TASK_SHEET } from "../../../src/cli/commands/task.ts";
import { rankingOf } from "../../../src/domain/ranking/publication.ts";
import { dueItems } from "../../../src/domain/report/plan.ts";
import { draft } from "../../domain/task/given.ts";
import { story } from "../../story.ts";
import type { AtClient } from "../at-client.ts";
import { wordsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "../fill-quarter.ts";

// A blocked item that a department has accepted is not scored meanwhile, and the ranking says so.

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let finance: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  finance = world.who("department", "finance");
  const filled = await fillSections(town, town.card(), await figuresOf(world, "2026Q3", "qikou"));
  await town.press(await sendPhoto(town, filled, 1), "提交审核");
  await county.press(county.card("待审核"), "通过");
  const basis = await loadBasis(world.deps, "2026Q3", "qikou");
  const area = world.deps.programme.areas.find(({ id }) => id === "facilities");
  const item = (area ? dueItems(basis, area) : [])[0]?.id ?? null;
  const operator = {
    openId: "operator",
    name: "导入",
    role: "city_office",
    area: "",
    locale: "zh-CN",
  } as const;
  await importRecords(
    world.deps,
    YEAR_TASK_SHEET,
    [{ line: 2, values: { ...draft, item } }],
    operator,
    false,
  );
  await world.settle();
  await county.press(county.card("待会签"), "会签同意");
});
afterAll(() => world.close());

const due = async () => {
  const { inputs } = await computeRanking(world.deps, "2026Q3");
  return inputs.table.rows[0]?.values["facilities.due"];
};

const { chapter, step } = story("an item that a department blocks");

chapter("a blocked item", () => {
  step("counts until the department has accepted it", async () => {
    const before = await due();
    const form = await town.press(town.card(draft.title), "报告受阻");
    await town.press(form, "报告受阻", { department: "department.finance", reason: "配套资金未到" });
    expect(await due()).toBe(before);
    await finance.press(finance.card(draft.title), "受理");
    expect(await due()).toBe(Number(before) - 1);
  });

  step("is named in the ranking", async () => {
    const frozen = await computeRanking(world.deps, "2026Q3");
    const publication = { ...frozen, period: "2026Q3" as const, seq: 1, at: 0, by: "", hash: "" };
    const ranking = rankingOf(publication, world.deps.programme);
    const card = rankingCard({ programme: world.deps.programme, ranking, bands: null, locale: "zh-CN" });
    expect(wordsOf(card)).toMatch(/碛口镇的“.+”受阻，责任单位已受理，本次不计分/);
  });

  step("counts again once the way is clear", async () => {
    const before = await due();
    await finance.press(finance.card(draft.title), "解除受阻");
    expect(await due()).toBe(Number(before) + 1);
    expect((await findTasks(world.deps.db))[0]?.blocked).toBeNull();
  });
});
