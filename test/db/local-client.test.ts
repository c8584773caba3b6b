import { join } from "node:path";
import { type Client, createClient, type InStatement, LibsqlError } from "@libsql/client";
import fc from "fast-check";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLocalClient } from "../../db/local-client.ts";
import { tempFolder } from "./temp-database.ts";

// Our client for database files gives the same answers as the library's own, faster.

let ours: Client;
let theirs: Client;
beforeEach(async () => {
  ours = openLocalClient(join(tempFolder(), "ours.db"), 1_000);
  theirs = createClient({ url: `file:${join(tempFolder(), "theirs.db")}` });
  for (const client of [ours, theirs])
    await client.execute("create table t (id integer primary key, word text unique, size real, bytes blob)");
});
afterEach(() => {
  ours.close();
  theirs.close();
});

const value = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);

describe("the same statements", () => {
  test("give the same rows, by name and by position", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 5 }), async (rows) => {
        const statements: InStatement[] = [
          { sql: "delete from t", args: [] },
          ...rows.map(([word, size], i) => ({
            sql: "insert into t (id, word, size) values (?, ?, ?) returning id, id as twice",
            args: [i, `${i} ${word}`, size],
          })),
          { sql: "select t.*, length(word) from t order by id desc", args: [] },
        ];
        const [mine, reference] = [await ours.batch(statements), await theirs.batch(statements)];
        const seen = (results: typeof mine) =>
          results.map((result) => ({
            columns: result.columns,
            affected: result.rowsAffected,
            rows: result.rows.map((row) => [Array.from(row), Object.entries(row)]),
          }));
        expect(seen(mine)).toEqual(seen(reference));
      }),
      { numRuns: 100 },
    );
  });
  test("refuse the same, and a batch that fails leaves nothing", async () => {
    const failures = await Promise.all(
      [ours, theirs].map(async (client) => {
        await client.execute("insert into t (id, word) values (1, 'a')");
        const error = await client
          .batch(["insert into t (id, word) values (2, 'b')", "insert into t (id, word) values (3, 'a')"])
          .catch((thrown: unknown) => thrown);
        if (!(error instanceof LibsqlError)) throw error;
        const { rows } = await client.execute("select count(*) as n from t");
        return { code: error.code, extended: error.extendedCode, message: error.message, n: rows[0]?.n };
      }),
    );
    expect(failures[0]).toEqual(failures[1]);
    expect(failures[0]).toMatchObject({ code: "SQLITE_CONSTRAINT", n: 1 });
  });
  test("bytes come back as they were put", async () => {
    const bytes = new Uint8Array([0, 255, 3]);
    await ours.execute({ sql: "insert into t (id, bytes) values (1, ?)", args: [bytes] });
    const { rows } = await ours.execute("select bytes from t");
    expect(rows[0]?.bytes).toEqual(bytes.buffer);
  });
});

test("a text prepared before a migration answers the table as it is now", async () => {
  const read = () => ours.execute("select * from t");
  await ours.execute("insert into t (id) values (1)");
  expect((await read()).columns).toHaveLength(4);
  await ours.execute("alter table t add column later text default 'x'");
  expect((await read()).rows[0]).toMatchObject({ id: 1, later: "x" });
});

test("what could bend a value or hold the file open is refused", async () => {
  const put = (args: InStatement & object) => expect(ours.execute(args)).rejects.toThrow();
  await put({ sql: "insert into t (size) values (?)", args: [Number.POSITIVE_INFINITY] });
  await put({ sql: "insert into t (word) values (:word)", args: { word: "x" } });
  expect(() => ours.transaction()).toThrow("not supported on a file");
});

describe("while another program holds the lock", () => {
  test("a write waits, reads and everything else go on, and it is done when the lock is given back", async () => {
    const file = join(tempFolder(), "shared.db");
    const client = openLocalClient(file, 10_000);
    await client.execute("pragma journal_mode=wal");
    await client.execute("create table t (id integer)");
    const other = new Database(file);
    other.exec("begin immediate");
    let done = false;
    const write = client.batch(["insert into t values (1)"], "write").then(() => {
      done = true;
    });
    const { rows } = await client.execute("select count(*) as n from t");
    expect([rows[0]?.n, done]).toEqual([0, false]);
    other.exec("commit");
    await write;
    expect((await client.execute("select count(*) as n from t")).rows[0]?.n).toBe(1);
    other.close();
    client.close();
  });

  test("a write that waited too long is refused, and nothing is written", async () => {
    const file = join(tempFolder(), "shared.db");
    const client = openLocalClient(file, 50);
    await client.execute("create table t (id integer)");
    const other = new Database(file);
    other.exec("begin immediate");
    await expect(client.batch(["insert into t values (1)"], "write")).rejects.toThrow(/locked/);
    other.exec("rollback");
    other.close();
    client.close();
  });
});
