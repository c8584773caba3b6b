import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../db/open.ts";
import { createApp } from "../src/app.ts";
import { sequential, serveDatabase } from "../test/whole/sqld.ts";
import { type Measure, option, percentile, report, rounded } from "./measure.ts";
import { PRESSES, type PressName } from "./press-requests.ts";
import { openPressWorld } from "./press-world.ts";

// B8: how many requests to a database over HTTP a press waits for, one after another, and how long it takes where each is
// under way for 80 ms. What it causes afterwards is not waited for.

const AWAY = option("away", 80);
const MOST_TRIPS = 3;
const LONGEST = 400;
const TOWNS = 6;

const folder = mkdtempSync(join(tmpdir(), "tentowns-trips-"));
try {
  const world = await openPressWorld(folder, 13);
  world.close();
  const server = await serveDatabase(join(folder, "presses-13.db"), { away: AWAY });
  const { db, close } = await openDatabase(server.url);
  const app = createApp({ ...world.deps, db });
  const [first = "", ...towns] = world.towns;
  const press = async (name: PressName, town: string) => {
    const { init } = world.request(name, town);
    server.trips();
    const began = performance.now();
    const answer = await app.request("/feishu/webhook", init);
    const body = await answer.text();
    const ms = performance.now() - began;
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${body}`);
    return { ms, trips: sequential(server.trips()) };
  };
  // The first of a process also reads the end of the audit log.
  await press("save", first);
  const measures: Measure[] = [];
  for (const name of PRESSES) {
    const pressed = [];
    for (const town of towns.slice(0, TOWNS)) pressed.push(await press(name, town));
    const trips = Math.max(...pressed.map((one) => one.trips));
    const ms = percentile(
      pressed.map((one) => one.ms),
      0.5,
    );
    measures.push(
      {
        ...{ id: "B8", what: `${name}: requests one after another`, value: trips, unit: "trips", against: 1 },
        ...{ ratio: trips, goal: MOST_TRIPS, met: trips <= MOST_TRIPS },
      },
      {
        ...{ id: "B8", what: `${name}, ${AWAY} ms a trip`, value: rounded(ms), unit: "ms", against: AWAY },
        ...{ ratio: rounded(ms / AWAY), goal: LONGEST, met: ms <= LONGEST },
      },
    );
  }
  report(measures);
  close();
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
