import { afterAll, beforeAll, expect } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { listRecords } from "../../../db/records.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { stateOn } from "../../../src/domain/procedure/record.ts";
import { inspection } from "../../domain/procedure/inspection.ts";
import { inspectionWords } from "../../domain/procedure/inspection-words.ts";
import { story } from "../../story.ts";
import { type AtClient, photo } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { digestOf, sendDigest } from "../digests/send-digest.ts";

// A new procedure needs only a definition and its wording: creation, notices, lists, reminders, hand-over and
// history work as for all others.

let world: DemoWorld;
let office: AtClient;
let linxian: AtClient;
let qikou: AtClient;
const record = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "inspection" });
  if (!found) throw new Error("no record");
  return found;
};

beforeAll(async () => {
  const kit = { definition: inspection, words: inspectionWords };
  world = await startDemoWorld({
    towns: ["qikou"],
    now: "2026-10-12T10:00:00+08:00",
    strangers: ["ou_successor"],
    procedures: [...KITS, kit],
  });
  office = world.who("city_office");
  linxian = world.who("county_reviewer", "linxian");
  qikou = world.who("town_official", "qikou");
  await beat(world.deps);
});
afterAll(() => world.close());

const { step } = story("a procedure that is one definition and its words");

step("is begun on a form, and told to the post that owes the next step", async () => {
  const begin = "begin__inspection__/qikou/__find";
  const begun = await pressForged(world, office.openId, "om_1", begin, { finding: "驳岸坍塌" });
  expect(begun.answer.toast?.content).toBe("已记录。");
  expect(linxian.card("碛口镇整改：驳岸坍塌").words).toContain("待下达整改");
  expect(() => qikou.card("驳岸坍塌")).toThrow();
});

step("stands in the list of what waits for whoever owes it, one press away", async () => {
  const listed = await pressForged(world, linxian.openId, "om_2", "list__mine__1");
  expect(listed.status).toBe(200);
  const list = linxian.card("我的任务");
  const shown = await linxian.press(list, `show__${(await record()).id}`);
  expect(shown.words).toContain("下达整改");
});

step(
  "is reminded of once it is late, for its two days began with being asked, in the one message of the day",
  async () => {
    await world.moveTo("2026-10-15T09:06:00+08:00");
    await beat(world.deps);
    await world.settle();
    const said = "碛口镇整改：驳岸坍塌\n10月14日到期，已过1个工作日";
    expect(linxian.card("已过期限").words).toContain(said);
  },
);

step("is told of in the digests once it is overdue", async () => {
  await world.moveTo("2026-10-16T10:00:00+08:00");
  await sendDigest(world, "weekly", "2026-W42");
  const line = "待办 临县：碛口镇整改：驳岸坍塌，10月14日到期，已逾期2个工作日";
  for (const group of ["oc_leadinggroup", "oc_linxian"]) expect(digestOf(world, group).words).toContain(line);
});

step(
  "goes with the post: the successor gets it in one list, the former holder nothing any more",
  async () => {
    const line = { role: "county_reviewer", area: "linxian", locale: "zh-CN" } as const;
    await importRoster(
      world.deps,
      [{ line: 1, openId: "ou_successor", name: "新任", ...line }],
      "test",
      false,
    );
    await world.settle();
    const got = world.inbox("ou_successor").filter(({ content }) => content.includes("驳岸坍塌"));
    expect(got).toHaveLength(1);
    const refused = await pressForged(world, linxian.openId, "om_3", `show__${(await record()).id}`);
    expect(refused.answer.card).toBeUndefined();
  },
);

step("is led on by its steps, and can be asked where it stood on any day", async () => {
  const { id } = await record();
  const by = (who: string, name: string, revision: number, typed: Record<string, unknown>) =>
    pressForged(world, who, `om_${name}`, `step__${id}__${name}__${revision}`, typed);
  expect((await by("ou_successor", "order", 1, { until: "2026-10-30" })).answer.toast?.content).toBe(
    "已下达。",
  );
  expect(qikou.card("驳岸坍塌").words).toContain("10月30日");
  const bare = await by(qikou.openId, "report", 2, { done: "已修复", area: "0.2" });
  expect(bare.answer.toast?.content).toContain("还没有收到照片或文件");
  await qikou.reply(qikou.card("驳岸坍塌"), photo(1));
  const shown = await by(qikou.openId, "report", 2, { done: "已修复", area: "0.2" });
  expect(shown.answer.toast?.content).toBe("已报告。");
  expect((await record()).data.shown).toBe(1);
  expect(stateOn(await record(), "2026-10-11")).toBeNull();
  expect(stateOn(await record(), "2026-10-13")).toBe("found");
  expect(stateOn(await record(), "2026-10-16")).toBe("reported");
});
