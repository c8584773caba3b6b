import { afterAll, beforeAll, expect, test } from "vitest";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import type { RosterLine } from "../../../src/domain/programme/roster.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { approved } from "../worked-quarter.ts";

// At 20:00 a leader asks 碛口 a question and the office proposes a misreport. During the night the town's post
// and two of the office's posts get new holders. One question had arrived in the afternoon.

const NEW = ["ou_official", "ou_colleague", "ou_third"];
let world: DemoWorld;
let removed: string[];
const before = new Map<string, number>();

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true, strangers: NEW });
  await world.moveTo("2026-10-14T14:00:00+08:00");
  await approved(world, "qikou");
  const [leader, office] = [world.who("leader"), world.who("city_office")];
  const ask = (ref: string, question: string) =>
    pressForged(world, leader.openId, `om_${ref}`, `begin__question__/qikou/${ref}__ask`, { question });
  await ask("2026Q2/qikou", "下午问的");
  await world.moveTo("2026-10-14T20:00:00+08:00");
  await ask("2026Q3/qikou", "夜里问的");
  const found = { town: "qikou", indicator: "inv", found: "1", reason: "抽查合同" };
  const proposed = await pressForged(
    world,
    office.openId,
    "om_m",
    "begin__misreport__2026Q3//__propose",
    found,
  );
  expect(proposed.answer.toast?.content).toContain("已提出");

  const kept = { role: "city_office", area: "", locale: "zh-CN" } as const;
  const line = (openId: string, at: Pick<RosterLine, "role" | "area">): RosterLine => {
    return { line: NEW.indexOf(openId) + 2, openId, name: openId, ...at, locale: "zh-CN" };
  };
  const lines = [
    { line: 1, openId: office.openId, name: "王芳", ...kept },
    line("ou_official", { role: "town_official", area: "qikou" }),
    line("ou_colleague", kept),
    line("ou_third", kept),
  ];
  const gone = world.demo.people.filter(
    ({ openId, role, area }) =>
      openId !== office.openId && (role === "city_office" || (role === "town_official" && area === "qikou")),
  );
  removed = gone.map(({ openId }) => openId);
  for (const openId of removed) before.set(openId, world.inbox(openId).length);
  const { ok } = await importRoster(world.deps, lines, "test", false);
  expect(ok).toBe(true);
  await world.moveTo("2026-10-15T09:30:00+08:00");
});
afterAll(() => world.close());

const heard = (openId: string, words: string) =>
  world.inbox(openId).filter(({ content }) => content.includes(words));

test("the successors get in the morning what was said at night, once", () => {
  expect(heard("ou_official", "夜里问的")).toHaveLength(1);
  for (const openId of ["ou_colleague", "ou_third"]) expect(heard(openId, "抽查合同")).toHaveLength(1);
});

test("what had already arrived is handed over with one message", () => {
  expect(heard("ou_official", "下午问的")).toHaveLength(1);
  expect(heard("ou_official", "您接手的岗位有")).toHaveLength(1);
});

test("the removed get nothing", () => {
  expect(removed.length).toBeGreaterThan(2);
  for (const openId of removed) expect(world.inbox(openId)).toHaveLength(before.get(openId) ?? 0);
});
