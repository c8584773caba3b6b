import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assemble } from "../../build/release.mjs";
import { startChild } from "./child.ts";

// What `npm run release` packs, in a folder where there is nothing else: no npm, no package, no source.

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-release-"));
  await assemble(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("starts with `node`, sandbox and all, and its command line reaches the same data", async () => {
  const bot = startChild({ bundle: join(folder, "dist/bot/bot.mjs") });
  try {
    const [, url] = await bot.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
    const page = await (await fetch(String(url))).text();
    const [, script = ""] = /src="([^"]*main\.js)"/.exec(page) ?? [];
    expect((await fetch(new URL(script, url))).status).toBe(200);
    const [, database = ""] = /DATABASE_URL=(file:\S+)/.exec(bot.output()) ?? [];
    const env = { PATH: process.env.PATH, DATABASE_URL: database };
    const tentowns = join(folder, "dist/bot/tentowns.mjs");
    const listed = execFileSync(process.execPath, [tentowns, "roster", "list"], { cwd: folder, env });
    expect(listed.toString()).toContain("town_official");
  } finally {
    await bot.kill();
  }
});

it("has the licence, and the notices of what is inside", () => {
  expect(readFileSync(join(folder, "LICENSE"), "utf8")).toContain("MIT");
  const notices = readFileSync(join(folder, "NOTICES.txt"), "utf8");
  for (const name of ["@larksuiteoapi/node-sdk", "hono", "zod", "libsql", "@visactor/vchart", "preact"])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+[^\n]*: \\S`, "m"));
  expect(existsSync(join(folder, "node_modules/hono"))).toBe(false);
});
