import { type Demo, loadDemo } from "../../src/cli/demo/demo-file.ts";
import { seedDemo, seedHistory } from "../../src/cli/demo/seed-demo.ts";
import type { Role } from "../../src/domain/programme/people.ts";
import { type AtClient, atClient } from "./at-client.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

/** The demo's people, groups and plans with two published quarters; 2026Q3 is not open yet. */
export type DemoWorld = World & {
  demo: Demo;
  /** The client of the `nth` person in this post. */
  who: (role: Role, area?: string, nth?: number) => AtClient;
};

/** Databases with people, plans and earlier quarters by what they were made of; a file starts many worlds alike. */
const seeded = new Map<string, Uint8Array>();

/**
 * Starts the demo world. `towns`: the towns with earlier quarters, by default all (fewer is faster).
 * `strangers`: people of the tenant who are not on the roster. `open`: the office opens 2026Q3 first.
 * `underWay`: the complete demo as shown by `npm start`, in the middle of 2026Q3.
 */
export async function startDemoWorld(
  options: { towns?: string[]; strangers?: string[]; open?: boolean; underWay?: boolean } & Pick<
    WorldOptions,
    "now" | "between" | "procedures"
  > = {},
): Promise<DemoWorld> {
  const loaded = loadDemo("luliang-ten-towns");
  if (!loaded) throw new Error("the pack has no demo");
  const demo = { ...loaded, figures: only(loaded.figures, options.towns) };
  const listed = demo.people.map(({ openId, name, role, area, locale }) => ({
    openId,
    name,
    role,
    area,
    locale,
  }));
  const strangers = (options.strangers ?? []).map((openId) => ({
    openId,
    name: "",
    role: "leader" as const,
    area: "",
    locale: "zh-CN" as const,
  }));
  const beginning =
    options.underWay || options.procedures ? null : JSON.stringify([options.towns, options.now]);
  const database = beginning === null ? undefined : seeded.get(beginning);
  const now = options.underWay ? new Date(demo.current.now).toISOString() : options.now;
  const world = await startWorld({
    people: [...listed, ...strangers],
    database,
    ...(now === undefined ? {} : { now }),
    ...(options.between === undefined ? {} : { between: options.between }),
    ...(options.procedures === undefined ? {} : { procedures: options.procedures }),
    groups: demo.groups.map(({ chatId, name, members }) => ({
      chat_id: chatId,
      name,
      members: [...members, ...(options.strangers ?? [])],
      bots: ["bot"],
    })),
  });
  if (!database) await (options.underWay ? seedDemo : seedHistory)(world.deps, demo);
  if (!database && beginning !== null) seeded.set(beginning, await world.copyDatabase());
  const who: DemoWorld["who"] = (role, area = "", nth = 0) => {
    const person = listed.filter((p) => p.role === role && p.area === area)[nth];
    if (!person) throw new Error(`nobody is ${role} of ${area}`);
    return atClient(world, person.openId);
  };
  if (options.open) await openQuarter(who("city_office"));
  return { ...world, demo, who };
}

async function openQuarter(office: AtClient): Promise<void> {
  await office.say("谁还没报");
  await office.press(office.card("开启"), "开启填报");
}

function only(figures: Demo["figures"], towns: string[] | undefined): Demo["figures"] {
  if (!towns) return figures;
  return Object.fromEntries(
    Object.entries(figures).map(([period, byTown]) => [
      period,
      Object.fromEntries(Object.entries(byTown).filter(([town]) => towns.includes(town))),
    ]),
  );
}
