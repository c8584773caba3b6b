import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { putPlan } from "../../../db/periods.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { loadDemo } from "../../../src/cli/demo/demo-file.ts";
import { loadProgramme } from "../../../src/load-programme.ts";
import { moveClock } from "../../../src/rehearsal.ts";
import type { ScriptRun } from "../../../src/sandbox/scripts/script-run.ts";
import { startWorld, type World } from "../../bot/world.ts";
import { yearPeople, yearScript } from "./year-script.ts";

/**
 * What an office that does not know the holidays of 2027 has to add to its pack before the fourth quarter can
 * be published.
 */
const OBJECTION = {
  workingDays: 2,
  overrides: [
    { period: "2026Q4" as const, until: "2027-01-18", reason: "2027年节假日安排公布前，由市办确定" },
  ],
};

/** The product and the sandbox on 1 April 2026, with the demo's plans and groups and no reports. */
export async function startYear(): Promise<World> {
  const demo = loadDemo("luliang-ten-towns");
  if (demo === null) throw new Error("the pack has no demo");
  const world = await startWorld({
    programme: { ...loadProgramme("luliang-ten-towns"), objection: OBJECTION },
    people: yearPeople(demo),
    now: "2026-04-01T08:00:00+08:00",
    timeoutMs: 60_000,
    groups: demo.groups.map(({ name, members, chatId, kind }) => ({
      name,
      members,
      chat_id: chatId,
      bots: kind === null ? [] : ["bot"],
    })),
  });
  const { db, clock } = world.deps;
  const plans = Object.entries(demo.plans).flatMap(([year, towns]) =>
    Object.entries(towns).map(([town, plan]) => putPlan(db, Number(year), town, plan)),
  );
  const groups = demo.groups.map(({ chatId, name, kind, area }) =>
    putChat(db, { chatId, name, kind, area, at: clock.now() }),
  );
  const audit = { actor: "test", kind: "year.begin", subject: "2026" };
  await commit(db, { audit, writes: [...plans, ...groups] }, clock.now());
  return world;
}

/**
 * Plays the whole year; the product's clock follows the sandbox's, and its heartbeat runs throughout. `look`
 * is called after every step, when nothing is in progress.
 */
export async function playYear(world: World, look: () => Promise<void> = async () => {}): Promise<ScriptRun> {
  await beat(world.deps);
  return world.sandbox.play({ ...yearScript(), patience_ms: 0 }, async () => {
    const now = new Date(world.sandbox.state().now).toISOString();
    await moveClock(world.deps, world.clock, { now });
    await world.settle();
    await look();
  });
}
