import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { chained, GENESIS, sealedEntry, verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import type { Db } from "../../db/open.ts";
import { audit } from "../../db/schema.ts";
import { sha256 } from "../../db/sha256.ts";
import { tempDatabase } from "./temp-database.ts";

let db: Db;
beforeEach(async () => {
  ({ db } = await tempDatabase());
  for (let i = 1; i <= 5; i += 1)
    await commit(db, { audit: { actor: "ou", kind: "k", subject: `s${i}`, detail: { i } } }, i);
});

test("an untouched log is whole; an empty one too", async () => {
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 5 });
  const { db: fresh } = await tempDatabase();
  expect(await verifyAudit(fresh)).toMatchObject({ ok: true, rows: 0 });
});

describe("whatever is done to it is found at its row", () => {
  test.each([
    ["a figure altered", sql`update audit set detail = '{"i":30}' where seq = 3`, 3, "hash"],
    ["a time altered", sql`update audit set at = 99 where seq = 1`, 1, "hash"],
    ["another person put in", sql`update audit set actor = 'ou_other' where seq = 5`, 5, "hash"],
    ["a row removed", sql`delete from audit where seq = 3`, 4, "gap"],
    ["the first row removed", sql`delete from audit where seq = 1`, 2, "gap"],
    ["two rows changed round", sql`update audit set seq = -seq where seq in (2, 3)`, -3, "gap"],
    ["a hash altered", sql`update audit set hash = ${GENESIS} where seq = 2`, 2, "hash"],
  ])("%s", async (_, tamper, seq, reason) => {
    await db.run(tamper);
    if (seq < 0) {
      await db.run(sql`update audit set seq = 5 + seq where seq < 0`);
      expect(await verifyAudit(db)).toEqual({ ok: false, seq: 2, reason: "previous" });
    } else expect(await verifyAudit(db)).toEqual({ ok: false, seq, reason });
  });
  test("a row slipped in, the later ones moved along", async () => {
    await db.run(sql`update audit set seq = seq + 100 where seq >= 3`);
    await db.run(sql`update audit set seq = seq - 99 where seq > 100`);
    const [second] = await db.select().from(audit).where(sql`seq = 2`);
    const forged = chained(
      sealedEntry({ actor: "ou", kind: "k", subject: "forged" }),
      3,
      3,
      second?.hash ?? "",
    );
    await db.insert(audit).values(forged);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 4, reason: "previous" });
  });
  test("a row altered with a hash of its own breaks the one after it", async () => {
    const [second] = await db.select().from(audit).where(sql`seq = 2`);
    const forged = chained(
      sealedEntry({ actor: "ou", kind: "k", subject: "other" }),
      3,
      3,
      second?.hash ?? "",
    );
    await db.delete(audit).where(sql`seq = 3`);
    await db.insert(audit).values(forged);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 4, reason: "previous" });
  });
});

test("a log longer than one page is walked whole", async () => {
  const rows = [];
  let previous = (await db.select().from(audit).where(sql`seq = 5`))[0]?.hash ?? "";
  for (let seq = 6; seq <= 1203; seq += 1) {
    const row = chained(sealedEntry({ actor: "ou", kind: "k", subject: String(seq) }), seq, seq, previous);
    previous = row.hash;
    rows.push(row);
  }
  for (let i = 0; i < rows.length; i += 100) await db.insert(audit).values(rows.slice(i, i + 100));
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 1203 });
  await db.run(sql`update audit set kind = 'x' where seq = 1100`);
  expect(await verifyAudit(db)).toEqual({ ok: false, seq: 1100, reason: "hash" });
});

test("a hash is SHA-256 in lower-case hex", async () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
