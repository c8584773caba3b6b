import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { type Change, Conflict, commit, forgetOldKeys } from "../../db/commit.ts";
import type { Db } from "../../db/open.ts";
import { insertPeriod } from "../../db/periods.ts";
import { findReport, saveReport } from "../../db/reports.ts";
import { findPerson, putPerson } from "../../db/roster.ts";
import { audit, inbox, outbox, reportRevision } from "../../db/schema.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { opened } from "../domain/report/given.ts";
import { tempDatabase } from "./temp-database.ts";

const wang: Person = { openId: "ou_wang", name: "王", role: "leader", area: "", locale: "zh-CN" };
const entry = { actor: "ou_wang", kind: "test", subject: "x" };
const message = (cause: string) => enqueueText({ openId: "ou_wang" }, "好", cause, 1);

/** Everything a change writes. */
async function left(db: Db) {
  return {
    audit: await db.$count(audit),
    inbox: await db.$count(inbox),
    outbox: await db.$count(outbox),
    revisions: await db.$count(reportRevision),
    person: await findPerson(db, "ou_wang"),
  };
}

async function clash(db: Db, change: Omit<Change, "audit">): Promise<string> {
  const error: unknown = await commit(db, { audit: entry, ...change }, 2).catch((e: unknown) => e);
  if (!(error instanceof Conflict)) throw error;
  return error.table;
}

test("state, audit row, inbox keys and messages are written together", async () => {
  const { db } = await tempDatabase();
  const change = { inbox: ["event:1", "message:1"], writes: [putPerson(db, wang)], outbox: [message("a")] };
  await commit(db, { audit: { ...entry, detail: { n: 1 } }, ...change }, 7);
  expect(await left(db)).toEqual({
    audit: 1,
    inbox: 2,
    outbox: 1,
    revisions: 0,
    person: { ...wang, deputy: false },
  });
  const [row] = await db.select().from(audit);
  expect(row).toMatchObject({ seq: 1, at: 7, actor: "ou_wang", detail: '{"n":1}' });
});

describe("someone was first: the clashing table is named and nothing of the change is left", () => {
  test.each<[string, (db: Db) => Omit<Change, "audit">]>([
    ["inbox", () => ({ inbox: ["event:new", "event:1"], outbox: [message("b")] })],
    ["outbox", () => ({ inbox: ["event:2"], outbox: [message("b"), message("a")] })],
    [
      "report_revision",
      (db) => ({
        inbox: ["event:2"],
        writes: saveReport(db, { ...opened(), status: "approved" }, "ou", 2),
        outbox: [message("b")],
      }),
    ],
    ["period", (db) => ({ writes: [insertPeriod(db, "2026Q3", 2)], outbox: [message("b")] })],
  ])("%s", async (table, change) => {
    const { db } = await tempDatabase();
    const writes = [...saveReport(db, opened(), "ou", 1), insertPeriod(db, "2026Q3", 1)];
    await commit(db, { audit: entry, inbox: ["event:1"], writes, outbox: [message("a")] }, 1);
    const before = await left(db);
    const { writes: more = [], ...rest } = change(db);
    expect(await clash(db, { ...rest, writes: [putPerson(db, wang), ...more] })).toBe(table);
    expect(await left(db)).toEqual(before);
    expect(await findReport(db, "2026Q3", "taoyuan")).toEqual(opened());
    expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 1 });
  });
  test("the same key twice in one change is a clash too", async () => {
    const { db } = await tempDatabase();
    expect(await clash(db, { inbox: ["event:1", "event:1"] })).toBe("inbox");
    expect((await left(db)).inbox).toBe(0);
  });
  test("what follows a refused change is written as if it had never been", async () => {
    const { db } = await tempDatabase();
    await commit(db, { audit: entry, inbox: ["event:1"] }, 1);
    const all = [1, 1, 2].map((n) => commit(db, { audit: entry, inbox: [`event:${n}`] }, 2));
    expect((await Promise.allSettled(all)).map((one) => one.status)).toEqual([
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 2 });
  });
});

describe("the chain holds whoever writes", () => {
  test("two hundred changes at once from two handles of one file", async () => {
    const one = await tempDatabase();
    const two = await tempDatabase(one.file);
    const changes = Array.from({ length: 200 }, (_, i) =>
      commit(i % 2 ? one.db : two.db, { audit: { ...entry, subject: String(i) }, inbox: [`event:${i}`] }, i),
    );
    await Promise.all(changes);
    expect(await verifyAudit(one.db)).toMatchObject({ ok: true, rows: 200 });
    expect(await one.db.$count(inbox)).toBe(200);
  });
  test("a hundred from this process and a hundred from another", async () => {
    const { db, file } = await tempDatabase();
    const child = fork("test/db/hundred-commits.ts", [file], { execArgv: ["--import", "tsx"] });
    await once(child, "message");
    const ended = once(child, "exit");
    child.send("go");
    for (let i = 0; i < 100; i += 1) await commit(db, { audit: entry, inbox: [`parent:${i}`] }, i);
    expect((await ended)[0]).toBe(0);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 200 });
  });
});

test("inbox keys are kept 48 hours, then forgotten", async () => {
  const { db } = await tempDatabase();
  const hour = 3_600_000;
  await commit(db, { audit: entry, inbox: ["event:old"] }, 0);
  await commit(db, { audit: entry, inbox: ["event:new"] }, hour);
  await forgetOldKeys(db, 48 * hour);
  expect(await db.$count(inbox)).toBe(2);
  await forgetOldKeys(db, 48 * hour + 1);
  expect((await db.select().from(inbox)).map((row) => row.key)).toEqual(["event:new"]);
});
