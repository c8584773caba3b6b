import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../src/log.ts";
import { photosInProcess } from "../src/photos-in-process.ts";
import { png } from "./fixtures/png.ts";
import { bundled } from "./whole/bundled.ts";

const PROGRAM = pathToFileURL(await bundled("photos-process"));
const logged: string[] = [];
const log = createLog("debug", (line) => logged.push(line));

/** How often the event loop turned until `work` was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false];
  const end = work.then(() => {
    done = true;
  });
  while (!done) {
    await new Promise(setImmediate);
    turns += 1;
  }
  await end;
  return turns;
}

const photo = (width: number, height: number) =>
  png({ width, height, depth: 8, colour: 2 }, deflateSync(new Uint8Array((width * 3 + 1) * height)));

test("a large photo is looked at while everybody else is served", async () => {
  const { look } = photosInProcess(log, PROGRAM);
  const looked = look(photo(4000, 3000));
  expect(await turnsDuring(looked)).toBeGreaterThan(20);
  expect(await looked).toMatchObject({ decoded: true });
});

test("several at once are looked at one after another, each answered for itself", async () => {
  const { look } = photosInProcess(log, PROGRAM);
  const found = await Promise.all([
    look(photo(64, 64)),
    look(new Uint8Array([1, 2, 3])),
    look(photo(32, 32)),
  ]);
  expect(found.map(({ decoded }) => decoded)).toEqual([true, false, true]);
});

test("two photos are joined by the same process, and a pair with a broken one by none", async () => {
  const { join: joined } = photosInProcess(log, PROGRAM);
  const [one, broken] = [
    { bytes: photo(64, 64), day: "2026-06-11" },
    { bytes: new Uint8Array([1]), day: "" },
  ];
  const picture = await joined([one, one]);
  expect([...(picture ?? []).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(await joined([one, broken])).toBeNull();
});

test("a photo that ends the process is not decoded, said in the log, and the next one is looked at all the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tentowns-photos-"));
  const file = join(folder, "looker.mjs");
  writeFileSync(
    file,
    `process.on("message", (bytes) => {
      if (bytes[0] === 0) process.exit(1);
      if (bytes[0] === 1) throw new Error("broken");
      process.send({ hash: null, takenOn: null, place: null, decoded: true });
    });`,
  );
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { look } = photosInProcess(log, pathToFileURL(file));
  const found = [];
  for (const first of [0, 2, 1, 2]) found.push(await look(new Uint8Array([first])));
  expect(found.map(({ decoded }) => decoded)).toEqual([false, true, false, true]);
  expect(logged.filter((line) => line.includes("photo not looked at"))).toHaveLength(2);
});
