import { afterAll, beforeAll, expect, test } from "vitest";
import { listRecords } from "../../db/records.ts";
import { waitingReview } from "../../src/bot/report/waiting-review.ts";
import { type AtClient, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { type AtRecord, atRecord } from "./procedures/at-record.ts";
import { approved, draft, publishQuarter, submitted } from "./worked-quarter.ts";

// A quarter during which towns go: one that left while its report was in review, one paused with an approved report, one
// paused over a draft. Only what was approved is ranked; the others are neither waited for nor named as not reported.

let world: DemoWorld;
let records: AtRecord;
let office: AtClient;
let leader: AtClient;

const pressed = async (who: AtClient, town: string, step: string, typed: Record<string, unknown> = {}) => {
  const [stage] = await listRecords(world.deps.db, { procedure: "stage", town });
  if (!stage) throw new Error(`${town} has no stage`);
  return records.forged(who, stage.id, step, typed);
};
const asked = async (who: AtClient, words: string) => {
  const said = (await who.say(words)).at(-1);
  return said?.msg_type === "text" ? textIn(said) : shownIn(said).words;
};

beforeAll(async () => {
  const towns = ["qikou", "puming", "xinyi", "kaishan"];
  world = await startDemoWorld({ towns, now: "2026-10-12T10:00:00+08:00", open: true });
  records = atRecord(world);
  office = world.who("city_office");
  leader = world.who("leader");
  for (const town of ["qikou", "xinyi", "kaishan"]) {
    const board = shownIn((await office.say("阶段目标")).at(-1));
    const typed = { town, stage: "building", since: "2026-03-02", why: "方案已批复" };
    await office.press(await office.press(board, "登记创建阶段"), "提交", typed);
    await pressed(world.who("city_office", "", 1), town, "confirm");
  }
  await approved(world, "puming");
  await approved(world, "xinyi");
  await submitted(world, "qikou");
  await draft(world, "kaishan");
  await pressed(office, "qikou", "propose", { stage: "left", why: "区划调整", since: "" });
  expect(await pressed(leader, "qikou", "confirm")).toContain("已确认");
  for (const town of ["xinyi", "kaishan"])
    expect(await pressed(office, town, "pause", { cause: "用地手续正在完善" })).toBe("已暂停。");
  await world.settle();
});
afterAll(() => world.close());

test("the office and the county wait for neither of them", async () => {
  const progress = await asked(office, "谁还没报");
  expect(progress).toContain("应报 11 个：已通过 2 · 审核中 0");
  expect(progress).not.toContain("开栅");
  const county = world.who("county_reviewer", "linxian");
  expect(await asked(county, "该我审的")).not.toContain("碛口");
  const reviewer = world.demo.people.find(({ openId }) => openId === county.openId);
  if (!reviewer) throw new Error("nobody reviews");
  expect(await waitingReview(world.deps, reviewer, "2026Q3")).toBeNull();
  expect(await asked(leader, "整体情况")).not.toContain("13个");
});

test("the ranking has what was approved, and names neither of the others", async () => {
  await publishQuarter(world);
  expect(await asked(leader, "信义排第几")).toContain("第1名");
  for (const town of ["碛口", "开栅"]) {
    expect(await asked(leader, `${town}排第几`)).toContain("退出或暂停创建，不要求填报");
    expect(await asked(leader, `${town}怎么样`)).toContain("退出或暂停创建期间不要求填报");
  }
  const ranking = await asked(leader, "排名");
  expect(ranking).toContain("信义镇");
  expect(ranking).not.toContain("开栅");
  expect(ranking).not.toContain("碛口");
});

test("back after the publication, it is still not one that did not report", async () => {
  expect(await pressed(office, "kaishan", "resume")).toBe("已恢复。");
  expect(await asked(leader, "开栅三季度投资多少")).toContain("退出或暂停创建，不要求填报");
  expect(await asked(leader, "三季度谁没报")).not.toContain("开栅");
});
