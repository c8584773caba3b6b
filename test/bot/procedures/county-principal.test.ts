import { afterAll, beforeAll, expect } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { listRecords } from "../../../db/records.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { procedure, step as stepOf } from "../../../src/domain/procedure/definition.ts";
import { inspection } from "../../domain/procedure/inspection.ts";
import { inspectionWords } from "../../domain/procedure/inspection-words.ts";
import { story } from "../../story.ts";
import type { AtClient } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// A step reserved for the county's principal: taken by the reviewer while the roster names no principal, and by the
// principal alone from then on.

const { found, ...states } = inspection.states;
const { find: begin, order, ...steps } = inspection.steps;
const reserved = procedure({
  ...inspection,
  states: { found: { ...found, owes: { post: "county_principal", within: 2 } }, ...states },
  steps: {
    find: stepOf({ ...begin, tells: ["county_principal"] }),
    order: stepOf({ ...order, who: ["county_principal"] }),
    ...steps,
  },
});

let world: DemoWorld;
let office: AtClient;
let reviewer: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({
    towns: ["qikou"],
    now: "2026-10-12T10:00:00+08:00",
    strangers: ["ou_head"],
    procedures: [...KITS, { definition: reserved, words: inspectionWords }],
  });
  office = world.who("city_office");
  reviewer = world.who("county_reviewer", "linxian");
});
afterAll(() => world.close());

async function find(finding: string): Promise<string> {
  await pressForged(world, office.openId, `om_${finding}`, "begin__inspection__/qikou/__find", { finding });
  await world.settle();
  const records = await listRecords(world.deps.db, { procedure: "inspection" });
  const record = records.find(({ data }) => data.finding === finding);
  if (!record) throw new Error(`no record of ${finding}`);
  return record.id;
}

async function orderBy(openId: string, id: string): Promise<string | undefined> {
  const pressed = await pressForged(world, openId, `om_${openId}_${id}`, `step__${id}__order__1`, {
    until: "2026-10-30",
  });
  return pressed.answer.toast?.content;
}

const { step } = story("a step of the county's principal");

step("is the reviewer's where the roster names no principal", async () => {
  const id = await find("驳岸坍塌");
  expect(reviewer.card("碛口镇整改：驳岸坍塌").words).toContain("下达整改");
  expect(await orderBy(reviewer.openId, id)).toBe("已下达。");
});

step("is the principal's once there is one, and then not the reviewer's any more", async () => {
  const line = { role: "county_principal", area: "linxian", locale: "zh-CN" } as const;
  await importRoster(world.deps, [{ line: 1, openId: "ou_head", name: "县长", ...line }], "test", false);
  const id = await find("路灯不亮");
  const got = world.inbox("ou_head").filter(({ content }) => content.includes("路灯不亮"));
  expect(got).toHaveLength(1);
  expect(() => reviewer.card("路灯不亮")).toThrow();
  expect(await orderBy(reviewer.openId, id)).not.toBe("已下达。");
  expect(await orderBy("ou_head", id)).toBe("已下达。");
});
