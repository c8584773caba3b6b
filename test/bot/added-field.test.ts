import { expect, test } from "vitest";
import { findReport } from "../../db/reports.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { problemLine } from "../../src/domain/programme/pack-problem.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { parsePack } from "../../src/domain/programme/programme.ts";
import pack from "../fixtures/villages.json" with { type: "json" };
import { atClient, boxesOf, shownIn } from "./at-client.ts";
import { startWorld } from "./world.ts";

// A figure that only this programme asks for, defined by one line of its pack, from a sentence in chat to the
// stored report.

test("a reply that names it fills its box, and confirming stores it", async () => {
  const jobs = {
    id: "jobs",
    of: "investment",
    kind: "count",
    required: true,
    cumulative: true,
    name: "新增就业",
    nameEn: "New jobs",
    unit: { name: "人", nameEn: "people" },
  };
  const parsed = parsePack({ ...pack, fields: [jobs] });
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  const person: Person = {
    openId: "ou_official",
    name: "武凤英",
    role: "town_official",
    area: "taoyuan",
    locale: "zh-CN",
  };
  const world = await startWorld({ programme: parsed.programme, people: [person] });
  await openPeriod(world.deps, "2026Q3", "operator", []);
  await world.settle();
  const official = atClient(world, person.openId);
  const [answer] = await official.reply(official.card(), "新增就业120人");
  const confirm = shownIn(answer);
  expect(confirm.words).toContain("项目投资·新增就业 120人（原为 未填）");
  expect(boxesOf(confirm)).toEqual({ "investment/count.jobs": "120" });
  await official.press(confirm, "确认写入", { "investment/count.jobs": "125" });
  expect((await findReport(world.deps.db, "2026Q3", "taoyuan"))?.content.investment.more).toEqual({
    jobs: 125,
  });
  await world.close();
});
