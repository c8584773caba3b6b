import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { stateOn } from "../../../src/domain/procedure/record.ts";
import { misremembered, ownerless, unasked, unaudited, unexplained } from "./checks.ts";
import { playYear } from "./course.ts";
import { mostReminders, needless, perQuarter, type Said, saidIn } from "./messages.ts";
import { type Programme, startProgramme } from "./start-programme.ts";
import { crowded, procedureTaps, reportTaps } from "./taps.ts";

// The first year of a programme of three towns, as the script `npm run programme` plays all three years of thirteen.

const TOWNS = ["qikou", "wutong", "xinyi"];

let played: Programme;
let said: Said[];
beforeAll(async () => {
  const before = process.cpuUsage();
  played = await startProgramme(TOWNS);
  await playYear(played, 0);
  said = await saidIn(played.world);
  const { user, system } = process.cpuUsage(before);
  console.log(`programme: ${played.desk.done.length} acts, ${(user + system) / 1e6} s of CPU`);
}, 600_000);
afterAll(() => played.world.close());

describe("the records of the first year", () => {
  it("are all in the audit chain, with who and when, and say why where a step asks for it", async () => {
    expect(await verifyAudit(played.world.deps.db)).toMatchObject({ ok: true });
    expect(await unaudited(played.world)).toEqual([]);
    expect(await unexplained(played.world)).toEqual([]);
  });

  it("are owed to somebody wherever they are open", async () => {
    expect(await ownerless(played.world)).toEqual([]);
  });

  it("say where they stood on any day", async () => {
    expect(played.desk.led.length).toBeGreaterThan(100);
    expect(await misremembered(played.world, played.desk)).toEqual([]);
    const [stage] = await played.desk.records("stage", { town: "qikou" });
    const on = (day: string) => stage && stateOn(stage, day);
    expect(["2023-01-08", "2023-01-09", "2023-01-12", "2023-12-31"].map(on)).toEqual([
      null,
      "drafting",
      "reviewing",
      "building",
    ]);
    const leader = played.who("leader");
    await played.desk.ask(leader, "碛口到哪一步了");
    expect((await played.desk.ask(leader, "去年底呢")).words).toContain("创建中");
    expect(await unasked(played)).toEqual([]);
  });
});

describe("the messages of the first year", () => {
  it("remind nobody twice a day, disturb nobody outside working hours, and say nothing twice", () => {
    expect(said.length).toBeGreaterThan(200);
    expect(needless(said)).toEqual([]);
    expect(mostReminders(said)).toBe(1);
  });

  it("are few for a town's officials", () => {
    expect(Math.max(...perQuarter(said).values())).toBeLessThanOrEqual(MOST_MESSAGES);
  });
});

it("takes a town's officials twelve taps a quarter for their report, and few beside it", () => {
  expect(Math.max(...procedureTaps(played).values())).toBeLessThanOrEqual(MOST_TAPS);
  const filled = [...reportTaps(played)].filter(([key, taps]) => key.includes(" ") && taps > 0);
  expect(filled.length).toBeGreaterThan(3);
  expect(crowded(played)).toEqual([]);
});

/** Of a quarter in which the town wrote its plan, or mended what a visit found and hosted a meeting. */
const MOST_MESSAGES = 12;
const MOST_TAPS = 20;
