import { readFileSync } from "node:fs";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import * as cardSchema from "../../db/card-schema.ts";
import journal from "../../db/migrations/meta/_journal.json" with { type: "json" };
import * as questionSchema from "../../db/question-schema.ts";
import * as recordSchema from "../../db/record-schema.ts";
import * as schema from "../../db/schema.ts";
import * as taskSchema from "../../db/task-schema.ts";
import { tempDatabase } from "./temp-database.ts";

const FOLDER = "db/migrations";

test("the migrations make exactly the schema: generating again would write nothing", async () => {
  const last = journal.entries.at(-1);
  const number = String(last?.idx ?? 0).padStart(4, "0");
  const made = JSON.parse(readFileSync(`${FOLDER}/meta/${number}_snapshot.json`, "utf8"));
  const all = { ...schema, ...cardSchema, ...taskSchema, ...recordSchema, ...questionSchema };
  const wanted = await generateSQLiteDrizzleJson(all, made.id);
  expect(await generateSQLiteMigration(made, wanted)).toEqual([]);
});

test("every migration the journal names is there, in rising order of time", () => {
  const times = journal.entries.map(({ when }) => when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  for (const { tag } of journal.entries)
    expect(readFileSync(`${FOLDER}/${tag}.sql`, "utf8").length).toBeGreaterThan(0);
});

test("a fresh database has every table of the schema and its keys", async () => {
  const { db } = await tempDatabase();
  const rows = await db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table'`);
  const names = rows.map((row) => row.name);
  for (const table of ["report", "report_revision", "publication", "audit", "inbox", "outbox"])
    expect(names).toContain(table);
  const keys = await db.all<{ pk: number }>(
    sql`select pk from pragma_table_info('report_revision') where pk > 0`,
  );
  expect(keys).toHaveLength(2);
});
