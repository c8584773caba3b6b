import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawRecord } from "../src/bot/living/draw-card.ts";
import { cpuOf, type Measure, option, percentile, report, rounded } from "./measure.ts";
import { PRESSES } from "./press-requests.ts";
import { openPressWorld, type PressWorld } from "./press-world.ts";

// B7: what a press costs with 2,000 towns, against the same press with 13: the processor's time, in turn within one run.
// The office's card is out in both; what it takes to draw it, for one save, is a line of its own.

const LARGE = option("towns", 2_000);
const SMALL = 13;
const GOAL = 1.3;

const folder = mkdtempSync(join(tmpdir(), "tentowns-bench-"));
try {
  const small = await openPressWorld(folder, SMALL);
  const large = await openPressWorld(folder, LARGE);
  // Also warms up what is measured.
  await handIn(large, SMALL);
  const times = { small: new Map<string, number[]>(), large: new Map<string, number[]>() };
  const both = [
    ["small", small],
    ["large", large],
  ] as const;
  // The office's card comes last: what it leaves to be collected is not to be counted with the next press.
  for (const name of [...PRESSES, "office"] as const)
    for (let i = 0; i < SMALL; i += 1)
      for (const [which, world] of both) {
        const request = name === "office" ? null : world.request(name, world.towns[i] ?? "");
        const work = () => (request ? world.press(request) : drawOffice(world));
        const all = times[which].get(name) ?? [];
        all.push(await cpuOf(work));
        times[which].set(name, all);
      }
  small.close();
  large.close();
  report([...PRESSES, "office"].map((name) => compared(name, times.small.get(name), times.large.get(name))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compared(name: string, small: readonly number[] = [], large: readonly number[] = []): Measure {
  // The first of a kind also warms up.
  const [few, many] = [percentile(small.slice(1), 0.5), percentile(large.slice(1), 0.5)];
  const what = name === "office" ? "the office's card drawn" : `press ${name}`;
  return {
    id: "B7",
    what: `${what}, CPU with ${LARGE} towns against ${SMALL}`,
    value: rounded(many),
    unit: "ms",
    against: rounded(few),
    ratio: rounded(many / few),
    goal: GOAL,
    met: many / few <= GOAL,
  };
}

/** Many towns have handed in: what is compared is there. */
async function handIn(world: PressWorld, first: number): Promise<void> {
  for (const town of world.towns.slice(first, first + option("handed-in", 600)))
    for (const name of PRESSES) await world.press(world.request(name, town));
}

async function drawOffice({ deps }: PressWorld): Promise<void> {
  const of = {
    messageId: "om_ou_office_progress",
    openId: "ou_office",
    at: deps.clock.now(),
    view: "overview",
  };
  const drawn = await drawRecord(deps, { kind: "progress", subject: "progress 2026Q3" }, of);
  if (drawn === "too_large") throw new Error("the office's card is too large");
}
