import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import { DatabaseUnusable, databaseTrouble, rootMessage } from "../../db/database-unusable.ts";
import { databaseReady } from "../../db/health.ts";
import { type Db, openDatabase } from "../../db/open.ts";
import { evidence, inbox } from "../../db/schema.ts";
import { tempDatabase, tempFolder } from "./temp-database.ts";

async function pragma(db: Db, name: string): Promise<unknown> {
  const [row] = await db.all<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`));
  return Object.values(row ?? {})[0];
}

test("a file is opened with a write-ahead log, every commit synced, foreign keys on, and no waiting of its own", async () => {
  const { db } = await tempDatabase();
  const set = async () => [
    await pragma(db, "journal_mode"),
    await pragma(db, "synchronous"),
    await pragma(db, "foreign_keys"),
    await pragma(db, "busy_timeout"),
  ];
  expect(await set()).toEqual(["wal", 2, 1, 0]);
  await commit(db, { audit: { actor: "a", kind: "k", subject: "s" }, inbox: ["event:1"] }, 1);
  await commit(db, { audit: { actor: "a", kind: "k", subject: "s" }, inbox: ["event:1"] }, 1).catch(() => {});
  // A failed batch leaves the connection unchanged.
  expect(await set()).toEqual(["wal", 2, 1, 0]);
});

test("a row that belongs to no report is refused", async () => {
  const { db } = await tempDatabase();
  const row = { id: "x", report: "2026Q3/nowhere", messageId: "m", fileKey: "k", kind: "image" as const };
  const insert = db.insert(evidence).values({ ...row, name: "", by: "ou", at: 1 });
  await expect(insert).rejects.toThrow();
  const change = { audit: { actor: "a", kind: "k", subject: "s" }, writes: [insert] };
  await expect(commit(db, change, 1)).rejects.toThrow(/FOREIGN KEY/);
  expect(await db.$count(evidence)).toBe(0);
});

test("the folder is made, the migrations are applied, and opening again changes nothing", async () => {
  const file = join(tempFolder(), "a", "b", "new.db");
  const { db } = await tempDatabase(file);
  expect(existsSync(file)).toBe(true);
  expect(await databaseReady(db)).toEqual({ ready: true, why: "" });
  await db.insert(inbox).values({ key: "event:1", at: 1 });
  const again = await tempDatabase(file);
  expect(await again.db.$count(inbox)).toBe(1);
});

test("a database without this code's migrations is not ready and says what to do", async () => {
  const { db } = await tempDatabase();
  await db.run(sql`delete from __drizzle_migrations`);
  const state = await databaseReady(db);
  expect(state.ready).toBe(false);
  expect(state.why).toMatch(/^\d+ migrations? to apply: start once on Node/);
});

test("a file that is no database is refused in words, with its name", async () => {
  const file = join(tempFolder(), "notes.db");
  writeFileSync(file, "these are my notes ".repeat(100));
  const opened = openDatabase(`file:${file}`);
  await expect(opened).rejects.toThrow(DatabaseUnusable);
  await expect(opened).rejects.toThrow(`cannot use the database file:${file}: `);
  await expect(opened).rejects.toThrow("Check that the folder exists, is writable and has free space");
});

test("what a URL holds of credentials is in no error", async () => {
  const url = "http://clerk:pass-of-db@127.0.0.1:9/?authToken=token-of-db";
  const error = await openDatabase(url).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseUnusable);
  expect(String(error)).toContain("cannot use the database http://127.0.0.1:9/: ");
  expect(String(error)).not.toMatch(/pass-of-db|token-of-db/);
});

test("a folder with blanks is the one its URL names, however it writes them", async () => {
  const folder = tempFolder();
  const { db, close } = await openDatabase(`file:${folder}/my%20data/x.db`);
  await db.run(sql`select 1 as one`);
  close();
  expect(existsSync(join(folder, "my data", "x.db"))).toBe(true);
  expect(existsSync(join(folder, "my%20data"))).toBe(false);
});

test("a folder that cannot be made is refused in words", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "file"), "");
  await expect(openDatabase(`file:${join(folder, "file", "x.db")}`)).rejects.toThrow(DatabaseUnusable);
});

test("trouble is told from other errors by SQLite's code, however deep it lies", () => {
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  const wrapped = new Error("Failed query: insert … params: 张三", { cause: full });
  expect(databaseTrouble(wrapped)?.message).toBe(
    "the database cannot be used: the disk is full (SQLITE_FULL). Nothing was changed.",
  );
  const io = Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_WRITE" });
  expect(databaseTrouble(io)).toBeInstanceOf(DatabaseUnusable);
  const key = Object.assign(new Error("UNIQUE constraint failed"), { code: "SQLITE_CONSTRAINT" });
  expect([databaseTrouble(key), databaseTrouble("x"), databaseTrouble(null)]).toEqual([null, null, null]);
  // The values to be stored are only in the outer message, and must not be logged.
  expect(rootMessage(wrapped)).toBe("database or disk is full");
  expect(rootMessage("x")).toBe("unknown");
});
