import { announceProvisional } from "../../src/bot/quarter/provisional.ts";
import { publish } from "../../src/bot/quarter/publish.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { countyOf, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Command } from "../../src/domain/report/command.ts";
import { IMAGE, INVESTMENT } from "../../src/domain/report/content.ts";
import type { DemoWorld } from "./demo-world.ts";
import { figuresOf } from "./fill-quarter.ts";

// The third quarter of scoring.md 4, played through the use cases without cards.

/** The seven towns of the worked example. */
export const WORKED = ["qikou", "beiwudang", "puming", "jiajiazhuang", "xinyi", "wutong", "kaishan"];
const PERIOD: PeriodId = "2026Q3";
const RETURNED = ["beiwudang", "puming", "kaishan", "wutong"];
const WITHOUT_PHOTO = ["xinyi", "wutong"];

/** Saves a town's figures as a draft at the world's time. */
export async function draft(world: DemoWorld, town: string): Promise<void> {
  const raw = await figuresOf(world, PERIOD, town);
  await act(world, town, official(world, town), { kind: "save", raw, section: INVESTMENT, baseRevision: 1 });
}

/** Saves a town's figures and submits them; returns the revision under review. */
export async function submitted(world: DemoWorld, town: string): Promise<number> {
  await draft(world, town);
  return submit(world, town);
}

function submit(world: DemoWorld, town: string): Promise<number> {
  const photos = WITHOUT_PHOTO.includes(town) ? {} : { [IMAGE]: 1 };
  return act(world, town, official(world, town), { kind: "submit", photos, withoutPhotos: true });
}

/** Submits, returns once where the example does, and approves. */
export async function approved(world: DemoWorld, town: string): Promise<void> {
  let revision = await submitted(world, town);
  if (RETURNED.includes(town)) {
    const cells = [`${INVESTMENT}/cumulative`];
    const reason = "请与监理月报核对。";
    await act(world, town, reviewer(world, town), { kind: "return", cells, reason, baseRevision: revision });
    const all = await figuresOf(world, PERIOD, town);
    const raw = Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(INVESTMENT)));
    await act(world, town, official(world, town), {
      kind: "save",
      raw,
      section: INVESTMENT,
      baseRevision: revision + 1,
    });
    revision = await submit(world, town);
  }
  await act(world, town, reviewer(world, town), { kind: "approve", baseRevision: revision });
}

/** The first morning after the quarter's lock. */
export const LOCKED = "2026-10-30T09:00:00+08:00";

/**
 * Passes the lock, the announcement of provisional scores and the objection window, then publishes the
 * ranking.
 */
export async function publishQuarter(world: DemoWorld): Promise<void> {
  if (world.clock.now() < Date.parse(LOCKED)) await world.moveTo(LOCKED);
  const announced = await announceProvisional(world.deps, PERIOD, "test");
  if (!announced.ok) throw new Error(`no provisional scores: ${announced.reason}`);
  await world.settle();
  // On the next morning, because messages are not sent in the evening.
  await world.moveTo(new Date(announced.until + 15 * 3_600_000).toISOString());
  const published = await publish(world.deps, PERIOD, "test");
  if (!published.ok) throw new Error(`not published: ${published.reason}`);
  await world.settle();
}

/** Performs a command, unless it was performed before, and returns the report's revision. */
async function act(world: DemoWorld, town: string, actor: Person, command: Command): Promise<number> {
  const changed = await changeReport(world.deps, PERIOD, town, [command], { actor, inbox: [] });
  if (changed.kind !== "done" && changed.kind !== "repeated")
    throw new Error(`${command.kind} of ${town}: ${changed.kind}`);
  return changed.context.report.revision;
}

function official(world: DemoWorld, town: string): Person {
  return person(world, "town_official", town);
}

function reviewer(world: DemoWorld, slug: string): Person {
  const town = townBySlug(world.deps.programme, slug);
  if (!town) throw new Error(`no town ${slug}`);
  return person(world, "county_reviewer", countyOf(world.deps.programme, town).slug);
}

function person(world: DemoWorld, role: Person["role"], area: string): Person {
  const found = world.demo.people.find((one) => one.role === role && one.area === area);
  if (!found) throw new Error(`nobody is ${role} of ${area}`);
  const { openId, name, locale } = found;
  return { openId, name, role, area, locale };
}
