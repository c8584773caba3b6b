import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { bundled } from "../../whole/bundled.ts";

const PROGRAM = await bundled("sandbox");

function run(...more: string[]) {
  const child = spawn(process.execPath, [PROGRAM, "--port", "0", ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  const listeners = new Set<() => void>();
  child.stderr.on("data", (part) => {
    errors += part;
    for (const listen of listeners) listen();
  });
  const status = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = new Promise<string>((resolve) =>
    child.stdout.once("data", (line) => resolve(z.object({ url: z.string() }).parse(JSON.parse(line)).url)),
  );
  const said = (text: string) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (errors.includes(text)) resolve(errors);
      };
      listeners.add(look);
      look();
    });
  return { status, url, said, errors: () => errors };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "sandbox-script-")), name);
  await writeFile(path, text);
  return path;
}

const config = () =>
  file(
    "config.json",
    JSON.stringify({ people: [{ name: "Anna" }], apps: [{ event_url: "http://127.0.0.1:9/" }] }),
  );

test("--script plays a file of JSON or a module, and says how it went", async () => {
  const steps =
    '{ title: "Morning", steps: [{ who: "Anna", enter: true }, { who: "Anna", forget: "the rest" }] }';
  const module = run(
    "--config",
    await config(),
    "--script",
    await file("morning.mjs", `export default () => (${steps})`),
  );
  const failing = '{"title":"Evening","steps":[{"who":"Ben","enter":true}]}';
  const json = run("--config", await config(), "--script", await file("evening.json", failing));
  await Promise.all([
    module.said("script Morning: done after 2 steps"),
    json.said("script Evening: failed after 1 steps"),
    json.said("step 0, Ben: nothing: there is no person Ben"),
  ]);
  const runs = await (await fetch(`${await module.url}/sandbox/scripts`)).json();
  expect(runs).toMatchObject({ scripts: [{ title: "Morning", status: "done", played: 2 }] });
});

test("a script with a mistake, no JSON or no file stops the start with the reason", async () => {
  const wrong = run("--script", await file("a.json", '{"steps":[{"who":"Anna"}]}'));
  const broken = run("--script", await file("b.json", "{"));
  const absent = run("--script", "/nowhere/c.json");
  expect(await Promise.all([wrong.status, broken.status, absent.status])).toEqual([1, 1, 1]);
  expect(wrong.errors()).toContain("steps.0: give one of");
  expect(broken.errors()).toContain("the file is not JSON");
  expect(absent.errors()).toContain("ENOENT");
});
