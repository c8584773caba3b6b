import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@libsql/client";
import { openLocalClient } from "../db/local-client.ts";

// A read by key through our client of a file and through the library's own, in turn, in one run.

const READS = 5_000;
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), "tentowns-reads-"));
const file = join(folder, "reads.db");
const ours = openLocalClient(file, 1_000);
const theirs = createClient({ url: `file:${file}`, concurrency: 1 });
try {
  await ours.execute("create table t (id integer primary key, doc text)");
  for (let i = 0; i < 200; i += 1)
    await ours.execute({ sql: "insert into t (doc) values (?)", args: ["x".repeat(2_000)] });
  const times = { ours: 0, theirs: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours += await timed(ours);
    times.theirs += await timed(theirs);
  }
  const each = (total: number) => ((total * 1000) / (READS * ROUNDS)).toFixed(1);
  console.table({
    "kept prepared": { "µs a read": each(times.ours) },
    "the library's client": { "µs a read": each(times.theirs) },
  });
} finally {
  ours.close();
  theirs.close();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(client: Client): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < READS; i += 1)
    await client.execute({ sql: "select id, doc from t where id = ?", args: [(i % 200) + 1] });
  return performance.now() - started;
}
