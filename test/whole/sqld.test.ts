import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client/http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseReady } from "../../db/health.ts";
import { openDatabase } from "../../db/open.ts";
import { openRemoteClient } from "../../db/remote-client.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { type Sqld, serveDatabase } from "./sqld.ts";

// The stand-in for a libSQL server, as the library's client and the protocol see it.

let folder: string;
let server: Sqld;
beforeAll(async () => {
  folder = mkdtempSync(join(IN_MEMORY, "tentowns-sqld-"));
  server = await serveDatabase(`file:${join(folder, "test.db")}`);
  const client = createClient({ url: server.url });
  await client.executeMultiple("create table t (k text primary key, n); insert into t values ('one', 1)");
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const keys = async (): Promise<unknown[]> => {
  const { rows } = await createClient({ url: server.url }).execute("select k from t order by k");
  return rows.map(({ k }) => k);
};

type Answer = {
  baton: string | null;
  results: Array<{ type: string; response?: unknown; error?: { code: string } }>;
};
const pipeline = async (requests: object[], baton: string | null = null) => {
  const body = JSON.stringify({ baton, requests });
  const response = await fetch(`${server.url}/v3/pipeline`, { method: "POST", body });
  const answer: Answer = JSON.parse(await response.text());
  return { status: response.status, ...answer };
};
const execute = (sql: string) => ({ type: "execute", stmt: { sql } });

describe("a database with nothing in it", () => {
  it("is migrated by its first user, and is ready", async () => {
    const empty = await serveDatabase(`file:${join(folder, "empty.db")}`);
    const { db, close } = await openDatabase(empty.url);
    expect(await databaseReady(db)).toMatchObject({ ready: true });
    close();
    // A second user finds them applied.
    (await openDatabase(empty.url)).close();
    await empty.close();
  });
});

describe("a stream", () => {
  it("goes on with the baton of its last answer, and with no other", async () => {
    const first = await pipeline([execute("begin"), execute("insert into t values ('two', 2)")]);
    const second = await pipeline([execute("select count(*) from t")], first.baton);
    expect(second.results).toMatchObject([{ response: { result: { rows: [[{ value: "2" }]] } } }]);
    expect(await keys()).toEqual(["one"]);
    expect((await pipeline([execute("commit")], first.baton)).status).toBe(400);
    const last = await pipeline([execute("rollback"), { type: "close" }], second.baton);
    expect(last.baton).toBeNull();
    expect(await keys()).toEqual(["one"]);
  });

  it("keeps the texts stored in it until they are closed", async () => {
    const store = { type: "store_sql", sql_id: 1, sql: "select ?1 as v" };
    const stmt = { sql_id: 1, args: [{ type: "blob", base64: "AQI=" }] };
    const { baton, results } = await pipeline([store, { type: "execute", stmt }]);
    expect(results[1]).toMatchObject({
      response: { result: { rows: [[{ type: "blob", base64: "AQI=" }]] } },
    });
    const gone = await pipeline(
      [
        { type: "close_sql", sql_id: 1 },
        { type: "execute", stmt },
      ],
      baton,
    );
    expect(gone.results[1]).toMatchObject({ type: "error", error: { code: "SQL_STORE_NOT_FOUND" } });
  });

  it("answers each request, also after one that failed", async () => {
    const { results } = await pipeline([execute("selec"), { type: "get_autocommit" }, { type: "close" }]);
    expect(results.map(({ type }) => type)).toEqual(["error", "ok", "ok"]);
    expect(results[1]).toMatchObject({ response: { is_autocommit: true } });
  });
});

describe("a batch", () => {
  it("runs the steps whose condition holds", async () => {
    const step = (sql: string, condition?: object) => ({ stmt: { sql }, condition });
    const steps = [
      step("selec"),
      step("select 1", { type: "ok", step: 0 }),
      step("select 2", { type: "and", conds: [{ type: "error", step: 0 }, { type: "is_autocommit" }] }),
      step("select 3", { type: "not", cond: { type: "or", conds: [{ type: "ok", step: 2 }] } }),
    ];
    const { results } = await pipeline([{ type: "batch", batch: { steps } }, { type: "close" }]);
    const [first] = results;
    expect(first).toMatchObject({ response: { result: { step_errors: [{}, null, null, null] } } });
    expect(first).toMatchObject({ response: { result: { step_results: [null, null, {}, null] } } });
  });

  it("of the library's client is stored whole or not at all, and leaves no transaction behind", async () => {
    const client = createClient({ url: server.url });
    const insert = (k: string) => ({ sql: "insert into t values (?, ?)", args: [k, 1.5] });
    await expect(client.batch([insert("three"), insert("one")], "write")).rejects.toThrow(/UNIQUE/);
    expect(await keys()).toEqual(["one"]);
    await client.batch([insert("three"), insert("four")], "write");
    expect(await keys()).toEqual(["four", "one", "three"]);
    await client.execute("delete from t where k <> 'one'");
  });
});

describe("two who write at once", () => {
  it("one waits until the other has ended", async () => {
    const [one, two] = [createClient({ url: server.url }), createClient({ url: server.url })];
    const open = await one.transaction("write");
    await open.execute("insert into t values ('first', 1)");
    const second = two.execute("update t set n = n + 1 where k = 'first'");
    await open.commit();
    expect((await second).rowsAffected).toBe(1);
    await one.execute("delete from t where k = 'first'");
  });
});

describe("our client", () => {
  it("sends what is asked at once in one request, and each gets its answer", async () => {
    const client = openRemoteClient(server.url);
    server.trips();
    const asked = [1, 2, 3].map((n) => client.execute({ sql: "select ? as n", args: [n] }));
    expect((await Promise.all(asked)).map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3]);
    expect(server.trips()).toHaveLength(1);
    const mixed = await Promise.allSettled([client.execute("selec"), client.execute("select 4 as n")]);
    expect(mixed.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    // One that fails with others is asked again by itself.
    expect(server.trips()).toHaveLength(3);
  });
});
