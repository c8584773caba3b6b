import { type Demo, loadDemo } from "../../src/cli/demo/demo-file.ts";
import { seedDemo, seedHistory } from "../../src/cli/demo/seed-demo.ts";
import type { Role } from "../../src/domain/programme/people.ts";
import { madeOnce } from "../made-once.ts";
import { type AtClient, atClient } from "./at-client.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";
import type { WorldCopy } from "./world-copy.ts";

/** The demo's people, groups and plans with two published quarters; 2026Q3 is not open yet. */
export type DemoWorld = World & {
  demo: Demo;
  /** The client of the `nth` person in this post. */
  who: (role: Role, area?: string, nth?: number) => AtClient;
};

/**
 * Starts the demo world, which is made once in a run of all tests. `towns`: the towns with earlier quarters, by default all (fewer is faster).
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
  const { open, procedures, between } = options;
  const now = options.underWay ? new Date(demo.current.now).toISOString() : options.now;
  const setting = {
    people: [...listed, ...strangers],
    ...(now === undefined ? {} : { now }),
    ...(procedures === undefined ? {} : { procedures }),
    groups: demo.groups.map(({ chatId, name, members }) => ({
      chat_id: chatId,
      name,
      members: [...members, ...(options.strangers ?? [])],
      bots: ["bot"],
    })),
  };
  const whoIn =
    (world: World): DemoWorld["who"] =>
    (role, area = "", nth = 0) => {
      const person = listed.filter((p) => p.role === role && p.area === area)[nth];
      if (!person) throw new Error(`nobody is ${role} of ${area}`);
      return atClient(world, person.openId);
    };
  const make = async (): Promise<WorldCopy> => {
    const world = await startWorld(setting);
    await (options.underWay ? seedDemo : seedHistory)(world.deps, demo);
    if (open) await openQuarter(whoIn(world)("city_office"));
    const copy = await world.copy();
    await world.close();
    return copy;
  };
  const name = JSON.stringify([options.towns, now, options.strangers, options.underWay, open]);
  // What differs by its functions has no name.
  const copy = await (procedures ? make() : madeOnce(`demo ${name}`, make));
  const world = await startWorld({ ...setting, copy, ...(between === undefined ? {} : { between }) });
  return { ...world, demo, who: whoIn(world) };
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
