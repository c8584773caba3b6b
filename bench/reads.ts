import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { eq } from "drizzle-orm";
import { openLocalClient } from "../db/local-client.ts";
import { openDatabase } from "../db/open.ts";
import { findPerson, putPerson } from "../db/roster.ts";
import { person } from "../db/schema.ts";

// A read by key, in turn, in one run: a row of 2 KB through our client of a file and through the library's own; a person
// of the roster by a query whose SQL is kept and by one that is written anew.

const READS = 5_000;
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), "tentowns-reads-"));
const file = join(folder, "reads.db");
const ours = openLocalClient(file, 1_000);
const theirs = createClient({ url: `file:${file}`, concurrency: 1 });
const { db, close } = await openDatabase(`file:${join(folder, "people.db")}`);
try {
  await ours.execute("create table t (id integer primary key, doc text)");
  for (let i = 0; i < 200; i += 1)
    await ours.execute({ sql: "insert into t (doc) values (?)", args: ["x".repeat(2_000)] });
  await putPerson(db, { openId: "ou_1", name: "一", role: "town_official", area: "qikou", locale: "zh-CN" });
  const byKey = (i: number) => ({ sql: "select id, doc from t where id = ?", args: [(i % 200) + 1] });
  const ways: Record<string, (i: number) => Promise<unknown>> = {
    "2 KB, statement kept": (i) => ours.execute(byKey(i)),
    "2 KB, the library's client": (i) => theirs.execute(byKey(i)),
    "person, query kept": () => findPerson(db, "ou_1"),
    "person, query written anew": async () =>
      db.select().from(person).where(eq(person.openId, "ou_1")).limit(1),
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, 0]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, read] of Object.entries(ways)) times[name] = (times[name] ?? 0) + (await timed(read));
  const each = (total: number) => ((total * 1000) / (READS * ROUNDS)).toFixed(1);
  console.table(
    Object.fromEntries(Object.entries(times).map(([name, total]) => [name, { "µs a read": each(total) }])),
  );
} finally {
  ours.close();
  theirs.close();
  close();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(read: (i: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < READS; i += 1) await read(i);
  return performance.now() - started;
}
