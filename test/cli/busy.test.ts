import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../db/open.ts";
import { tentowns } from "./terminal.ts";

// Another program holds the database: a command says so in one sentence, once it has waited.

const HELD = [
  "another program holds the database, and went on doing so. What was asked for last is not stored; try again once that program has ended.",
];

const SECRETS = {
  ...{ FEISHU_APP_ID: "cli_0123456789abcdef", FEISHU_APP_SECRET: "s", FEISHU_ENCRYPT_KEY: "k" },
  FEISHU_VERIFICATION_TOKEN: "t",
};

let folder: string;
let file: string;
let other: Database.Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-busy-"));
  file = join(folder, "test.db");
  (await openDatabase(`file:${file}`)).close();
  other = new Database(file);
});
let hurry: NodeJS.Timeout;
beforeEach(() => {
  // The minute a command waits passes in a moment.
  vi.useFakeTimers({ toFake: ["performance"] });
  hurry = setInterval(() => vi.advanceTimersByTime(10_000), 20);
});
afterEach(() => {
  clearInterval(hurry);
  vi.useRealTimers();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (env: Record<string, string>, ...argv: string[]) =>
  tentowns({ DATABASE_URL: `file:${file}`, ...env }, ...argv);

test("from the beginning", async () => {
  other.exec("BEGIN IMMEDIATE");
  expect(await run({}, "roster", "list")).toEqual({ code: 1, out: [], err: HELD });
});

test("from the moment it asks for somebody's mobile number", async () => {
  const platform = createServer((request, response) => {
    const asked = request.url?.includes("batch_get_id");
    if (asked) other.exec("BEGIN IMMEDIATE");
    const token = { tenant_access_token: "t-1", expire: 7200 };
    const found = { user_list: [{ mobile: "+8613800138000", user_id: "ou_wang" }] };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ code: 0, ...(asked ? { data: found } : token) }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => platform.once("listening", resolve));
  const at = platform.address();
  const roster = join(folder, "roster.csv");
  writeFileSync(roster, "name,mobile,role,area\n王建军,13800138000,city_office,");
  try {
    const port = typeof at === "object" && at ? at.port : 0;
    const env = { ...SECRETS, FEISHU_DOMAIN: `http://127.0.0.1:${port}` };
    expect(await run(env, "roster", "import", roster)).toEqual({ code: 1, out: [], err: HELD });
    other.exec("ROLLBACK");
    expect(await run({}, "roster", "list")).toEqual({ code: 0, out: [], err: [] });
  } finally {
    platform.close();
    platform.closeAllConnections();
  }
});
