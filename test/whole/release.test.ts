import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assemble } from "../../build/release.mjs";
import { bundled } from "./bundled.ts";
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
    // The library that writes documents is loaded only now: from the archive, and from the bundle of `npm start`.
    // Without a PATH, so that no other program makes a PDF of it.
    const bare = { ...env, PATH: "" };
    for (const program of [tentowns, await bundled("tentowns")]) {
      const out = join(folder, "bulletin.docx");
      const drafted = execFileSync(process.execPath, [program, "bulletin", "2026Q2", "--out", out], {
        env: bare,
      });
      expect(drafted.toString()).toContain("bulletin.docx");
      const document = unzipSync(readFileSync(out))["word/document.xml"] ?? new Uint8Array();
      expect(strFromU8(document)).toContain("2026年第二季度");
      rmSync(out);
    }
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
