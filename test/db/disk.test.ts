import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import { DatabaseUnusable } from "../../db/database-unusable.ts";
import { openDatabase } from "../../db/open.ts";
import { findPeriod } from "../../db/periods.ts";
import { inbox, outbox } from "../../db/schema.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import { runOnFullDisk, runProgram } from "../cli/run-program.ts";
import { tempDatabase, tempFolder } from "./temp-database.ts";

// A full disk or a read-only file: a clear message, an exit code, and no data lost.

const audit = { actor: "a", kind: "k", subject: "s" };

let file: string;
beforeEach(async () => {
  file = join(tempFolder(), "test.db");
  const { db, close } = await openDatabase(`file:${file}`);
  await commit(db, { audit, inbox: ["event:1"] }, 1);
  await db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  close();
});

async function whatIsThere() {
  const { db } = await tempDatabase(file);
  const period = await findPeriod(db, "2026Q3");
  return { audit: await verifyAudit(db), inbox: await db.$count(inbox), period };
}

test("a change that finds the disk full is refused in words, whole, and goes through once there is space", async () => {
  const { db } = await tempDatabase(file);
  await db.run(sql`PRAGMA max_page_count = 1`);
  const large = enqueueText({ openId: "ou" }, "长".repeat(200_000), "large", 1);
  const change = { audit, inbox: ["event:2"], outbox: [large] };
  const refused = commit(db, change, 2);
  await expect(refused).rejects.toThrow(DatabaseUnusable);
  await expect(refused).rejects.toThrow("the disk is full");
  await expect(refused).rejects.not.toThrow("长");
  expect([await db.$count(inbox), await db.$count(outbox)]).toEqual([1, 0]);
  await db.run(sql`PRAGMA max_page_count = 1000000`);
  await commit(db, change, 3);
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 2 });
});

describe("an operator's command", () => {
  test("on a full disk: exit 1, one sentence, one JSON document, the database as it was", async () => {
    // Enough space to open it, but not for thirteen reports.
    const env = { DATABASE_URL: `file:${file}` };
    const ran = await runOnFullDisk("tentowns", ["period", "open", "2026Q3", "--json"], env, 64);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^the database cannot be used: the disk .* Nothing was changed\.$/)],
    });
    expect(ran.stderr).toBe("");
    expect(await whatIsThere()).toEqual({
      audit: { ok: true, rows: 1, hash: expect.any(String) },
      inbox: 1,
      period: null,
    });
  });
  test("on a file that may not be written: exit 1 and what to look at", async () => {
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    // Root may write to any file, so another user is used.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const ran = await runProgram(
      "tentowns",
      ["period", "open", "2026Q3"],
      { DATABASE_URL: `file:${file}` },
      nobody,
    );
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o644);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /^cannot use the database file:.*readonly.*Check that the folder exists, is writable/,
    );
    expect(await whatIsThere()).toEqual({
      audit: { ok: true, rows: 1, hash: expect.any(String) },
      inbox: 1,
      period: null,
    });
  });
});

test("the server does not start on a database it cannot use: exit 1 and the same sentence", async () => {
  const env = {
    FEISHU_APP_ID: "cli_1",
    FEISHU_APP_SECRET: "a",
    FEISHU_ENCRYPT_KEY: "b",
    FEISHU_VERIFICATION_TOKEN: "c",
    DATABASE_URL: `file:${file}/inside.db`,
    PORT: "0",
  };
  const ran = await runProgram("bot", [], env);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/^cannot use the database file:.*nothing was changed\.$/m);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
});
