import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";

// The sandbox as a separate package.

const lineSchema = z.object({ url: z.string(), app_id: z.string() });

/** Starts the packed program outside the repository; returns the line it prints. */
async function start(folder: string) {
  const child = spawn(join(folder, "package/feishu-sandbox.js"), ["--port", "0"], { cwd: folder });
  onTestFinished(() => void child.kill());
  for await (const part of child.stdout) {
    return lineSchema.parse(JSON.parse(String(part)));
  }
  throw new Error("it printed nothing");
}

test("packed it is under 10 MB and starts with nothing beside it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "feishu-sandbox-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  execFileSync(process.execPath, ["--import", "tsx", "src/sandbox/pack/pack.ts"], { stdio: "pipe" });
  const file = "dist/feishu-sandbox-0.2.0.tgz";
  expect((await stat(file)).size).toBeLessThan(10 * 1_048_576);
  execFileSync("tar", ["xf", file, "-C", folder]);
  const { url } = await start(folder);
  expect(await (await fetch(url)).text()).toContain("/page/main.js");
  expect((await fetch(`${url}/page/main.js`)).status).toBe(200);
});
