import { expect, test } from "vitest";
import { importRoster } from "../../src/bot/hand-over/import-roster.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import { IMAGE } from "../../src/domain/report/content.ts";
import { shownIn } from "./at-client.ts";
import { startDemoWorld } from "./demo-world.ts";
import { draft } from "./worked-quarter.ts";

// A report is submitted at night, and its county's post gets a new holder before the morning.

test("the reviewer of the morning gets it, once, and the one of the evening nothing", async () => {
  const world = await startDemoWorld({ towns: ["qikou"], open: true, strangers: ["ou_successor"] });
  await draft(world, "qikou");
  await world.settle();
  await world.moveTo("2026-10-14T20:00:00+08:00");
  const { openId } = world.who("county_reviewer", "linxian");
  const [official] = world.demo.people.filter((p) => p.role === "town_official" && p.area === "qikou");
  if (!official) throw new Error("nobody is official of qikou");
  const submit = { kind: "submit", photos: { [IMAGE]: 1 }, withoutPhotos: true } as const;
  const sent = await changeReport(world.deps, "2026Q3", "qikou", [submit], { actor: official, inbox: [] });
  expect(sent.kind).toBe("done");
  await world.settle();
  const before = world.inbox(openId).length;
  const post = { role: "county_reviewer", area: "linxian", locale: "zh-CN" } as const;
  const line = { line: 1, openId: "ou_successor", name: "接任", ...post };
  expect((await importRoster(world.deps, [line], "test", false)).ok).toBe(true);
  await world.moveTo("2026-10-15T09:30:00+08:00");

  const [review, ...more] = world.inbox("ou_successor");
  expect(shownIn(review).words).toContain("待审核");
  expect(more).toEqual([]);
  expect(world.inbox(openId)).toHaveLength(before);
  await world.close();
});
