import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { putPlan } from "../../../db/periods.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { type Demo, loadDemo } from "../../../src/cli/demo/demo-file.ts";
import { holder } from "../../../src/cli/demo/holder.ts";
import { shanghaiDay, shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { addWorkingDays } from "../../../src/domain/calendar/working-days.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { countyOf, type Town, townBySlug } from "../../../src/domain/programme/programme.ts";
import { loadProgramme } from "../../../src/load-programme.ts";
import { startWorld, type World } from "../../bot/world.ts";
import { type Desk, deskOf } from "./desk.ts";

/** The years of the programme: their holidays are all known. */
export const YEARS = [2023, 2024, 2025] as const;

/** A programme that is played: its world, its people, and what they do in the client. */
export type Programme = {
  world: World;
  demo: Demo;
  desk: Desk;
  /** Each year's plans by town, as they were when the year began. */
  plans: Record<string, Demo["plans"][string]>;
  towns: readonly Town[];
  /** Who holds a post, the `nth` of several. */
  who: (role: Role, area?: string, nth?: number) => Person;
  reviewer: (town: string) => Person;
  /** Whoever signs for a town's county: its principal, or the reviewer where the roster has none. */
  principal: (town: string) => Person;
  official: (town: string) => Person;
  /** Who took over a town's official post meanwhile. */
  successors: Map<string, Person>;
  /** Goes on to the first working day on or after this one (`YYYY-MM-DD`), at an hour (`10:00`), and returns the day. */
  goTo: (day: string, clock?: string) => Promise<string>;
};

const WEEK = 7 * 86_400_000;

/**
 * The product and the sandbox before the first day, with the demo's people, groups and plans for each year. `only`: a
 * programme of these towns alone, which is faster.
 */
export async function startProgramme(only?: readonly string[]): Promise<Programme> {
  const [pack, loaded] = [loadProgramme("luliang-ten-towns"), loadDemo("luliang-ten-towns")];
  if (loaded === null) throw new Error("the pack has no demo");
  const left = pack.towns
    .filter(({ slug }) => only !== undefined && !only.includes(slug))
    .map(({ slug }) => slug);
  const demo = { ...loaded, people: loaded.people.filter(({ area }) => !left.includes(area)) };
  const programme = { ...pack, towns: pack.towns.filter(({ slug }) => !left.includes(slug)) };
  const world = await startWorld({
    people: [...demo.people, ...programme.towns.map(({ slug }) => notYet(slug))],
    programme,
    now: `${YEARS[0]}-01-03T08:00:00+08:00`,
    timeoutMs: 60_000,
    groups: demo.groups.map(({ name, members, chatId, kind }) => ({
      name,
      members: members.filter((member) => demo.people.some(({ openId }) => openId === member)),
      chat_id: chatId,
      bots: kind === null ? [] : ["bot"],
    })),
  });
  const successors = new Map<string, Person>();
  const plans = Object.fromEntries(YEARS.map((year, n) => [year, plansOf(demo, n)]));
  await furnish(world, demo, plans);
  await beat(world.deps);
  await world.settle();
  const town = (slug: string): Town => {
    const found = townBySlug(programme, slug);
    if (!found) throw new Error(`no town ${slug}`);
    return found;
  };
  const county = (slug: string) => countyOf(programme, town(slug)).slug;
  const reviewer = (slug: string) => holder(demo, "county_reviewer", county(slug));
  return {
    ...{ world, demo, plans, reviewer, desk: deskOf(world), towns: programme.towns, successors },
    who: (role, area = "", nth = 0) => (nth === 0 ? holder(demo, role, area) : deputy(demo, role, area, nth)),
    principal: (slug) =>
      reviewer(slug).standsIn ? reviewer(slug) : holder(demo, "county_principal", county(slug)),
    official: (slug) => successors.get(slug) ?? holder(demo, "town_official", slug),
    goTo: (day, clock = "10:00") => goTo(world, day, clock),
  };
}

/** Somebody of the tenant who may take over a town's post later, and is not on the roster before. */
function notYet(town: string) {
  return {
    openId: `ou_after_${town}`,
    name: "",
    role: "town_official",
    area: town,
    locale: "zh-CN",
  } as const;
}

/** The year's plans: the demo's, with projects of each year's own. */
function plansOf(demo: Demo, nth: number): Demo["plans"][string] {
  const plans = Object.entries(demo.plans["2026"] ?? {});
  return Object.fromEntries(
    plans.map(([town, plan]) => [
      town,
      { ...plan, projects: plan.projects.map((one) => ({ ...one, id: projectId(one.id, nth) })) },
    ]),
  );
}

/** The id of a project of the demo in the n-th year: p1, p2, then p11, p12. */
export function projectId(id: string, nth: number): string {
  return nth === 0 ? id : id.replace(/^p/, `p${nth}`);
}

async function furnish(world: World, demo: Demo, plans: Programme["plans"]): Promise<void> {
  const { db, clock } = world.deps;
  const at = clock.now();
  const groups = demo.groups.map((one) => putChat(db, { ...one, at }));
  const { towns } = world.deps.programme;
  const planned = Object.entries(plans).flatMap(([year, of]) =>
    towns.flatMap(({ slug }) => (of[slug] ? [putPlan(db, Number(year), slug, of[slug])] : [])),
  );
  const audit = { actor: "test", kind: "programme.begin", subject: String(YEARS[0]) };
  await commit(db, { audit, writes: [...groups, ...planned] }, at);
}

function deputy(demo: Demo, role: Role, area: string, nth: number): Person {
  const found = demo.people.filter((one) => one.role === role && one.area === area)[nth];
  if (!found) throw new Error(`the demo has no ${nth + 1} of ${role} of ${area}`);
  const { openId, name, locale } = found;
  return { openId, name, role, area, locale };
}

/** A week at a time, because a longer move counts as a rehearsal's jump, which leaves out digests. */
async function goTo(world: World, wanted: string, clock: string): Promise<string> {
  const day = workingDay(wanted);
  const target = shanghaiTime(day, clock);
  while (world.clock.now() + WEEK < target) await moveTo(world, world.clock.now() + WEEK);
  if (world.clock.now() < target) await moveTo(world, target);
  return day;
}

function moveTo(world: World, at: number): Promise<void> {
  return world.moveTo(new Date(at).toISOString());
}

/** The first working day on or after a day. */
function workingDay(day: string): string {
  return later(shanghaiDay(shanghaiTime(day, "12:00") - 86_400_000), 1);
}

/** So many working days after a day. */
export function later(day: string, days: number): string {
  const found = addWorkingDays(day, days);
  if (!found.known) throw new Error(`the holidays of ${found.year} are not known`);
  return found.day;
}
