import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findCard } from "../../db/cards.ts";
import { claimDue } from "../../db/claim-due.ts";
import type { OutboxRow } from "../../db/commit.ts";
import { commit } from "../../db/commit.ts";
import type { Db } from "../../db/open.ts";
import {
  causeId,
  findOutbox,
  nextRunAt,
  outboxCounts,
  settleEnded,
  settleLater,
  settleSent,
} from "../../db/outbox.ts";
import { outbox } from "../../db/schema.ts";
import { resend } from "../../db/unsure-sends.ts";
import { tempDatabase } from "./temp-database.ts";

const MINUTE = 60_000;

const entry = (id: string, to: string, over: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  kind: "send",
  toType: "open_id",
  to,
  msgType: "text",
  content: "{}",
  fallback: "",
  status: "pending",
  runAt: 0,
  at: 0,
  ...over,
});
async function filled(...rows: OutboxRow[]): Promise<Db> {
  const { db } = await tempDatabase();
  await commit(db, { audit: { actor: "a", kind: "k", subject: "s" }, outbox: rows }, 0);
  return db;
}
const ids = async (claimed: ReturnType<typeof claimDue>) => (await claimed).map((row) => row.id).sort();
const sent = { messageId: "om_1", chatId: "oc_1" };
async function settle(db: Db, id: string, now = 1) {
  const row = await findOutbox(db, id);
  if (!row) throw new Error(`no entry ${id}`);
  await settleSent(db, row, sent, now);
}

describe("claiming", () => {
  test("takes only what is due, oldest first, and no more than asked", async () => {
    const db = await filled(
      entry("a", "1"),
      entry("b", "2", { runAt: 50 }),
      entry("c", "3"),
      entry("d", "4"),
      entry("e", "5", { status: "sent" }),
    );
    expect(await ids(claimDue(db, 10, 2))).toEqual(["a", "c"]);
    expect(await ids(claimDue(db, 10, 2))).toEqual(["d"]);
    expect(await ids(claimDue(db, 50, 2))).toEqual(["b"]);
  });
  test("one entry a receiver, in the order they were caused", async () => {
    const db = await filled(entry("a1", "a"), entry("a2", "a"), entry("b1", "b"), entry("a3", "a"));
    expect(await ids(claimDue(db, 1, 8))).toEqual(["a1", "b1"]);
    expect(await ids(claimDue(db, 1, 8))).toEqual([]);
    await settle(db, "a1");
    expect(await ids(claimDue(db, 1, 8))).toEqual(["a2"]);
    await settle(db, "a2");
    expect(await ids(claimDue(db, 1, 8))).toEqual(["a3"]);
  });
  test("an entry being tried again holds back what comes after it for the same receiver", async () => {
    const db = await filled(entry("a1", "a"), entry("a2", "a"));
    await claimDue(db, 1, 8);
    await settleLater(db, "a1", { runAt: 500, error: "busy" });
    expect(await ids(claimDue(db, 100, 8))).toEqual([]);
    expect(await ids(claimDue(db, 500, 8))).toEqual(["a1"]);
    await settleEnded(db, "a1", "dead", "left");
    expect(await ids(claimDue(db, 500, 8))).toEqual(["a2"]);
  });
  test("one meant for later holds nothing back", async () => {
    const db = await filled(entry("later", "a", { runAt: 1000 }), entry("now", "a"));
    expect(await ids(claimDue(db, 1, 8))).toEqual(["now"]);
  });
  test("two at once, from two handles, never take the same entry", async () => {
    const { db, file } = await tempDatabase();
    const { db: other } = await tempDatabase(file);
    const rows = Array.from({ length: 60 }, (_, i) => entry(`e${i}`, `to${i}`));
    await commit(db, { audit: { actor: "a", kind: "k", subject: "s" }, outbox: rows }, 0);
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, i) => claimDue(i % 2 ? db : other, 1, 8)),
    );
    const taken = claims.flat().map((row) => row.id);
    expect(taken).toHaveLength(60);
    expect(new Set(taken).size).toBe(60);
  });
});

describe("a claim behind a long line", () => {
  /** `line` messages to each of so many people, the first of whose is being sent. */
  async function waiting(people: number, line: number) {
    const { db } = await tempDatabase();
    await db.run(sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${people * line - 1})
      insert into outbox (id, kind, to_type, "to", msg_type, content, fallback, status, run_at, at, attempts, claimed_until)
      select 'e' || i, 'send', 'open_id', 'ou' || (i % ${people}), 'text', '{}', '', 'pending', i, i, i < ${people},
        (i < ${people}) * 1000000 from n`);
    return { db, now: people * line };
  }
  test("finds what is free in the middle of it when it looks at all of it", async () => {
    const { db, now } = await waiting(50, 10);
    await db.update(outbox).set({ to: "ou_free" }).where(eq(outbox.id, "e250"));
    expect(await ids(claimDue(db, now, 32, 100))).toEqual([]);
    expect(await ids(claimDue(db, now, 32))).toEqual(["e250"]);
  });
  test("takes from both ends", async () => {
    const free = Array.from({ length: 300 }, (_, n) => entry(`e${n + 100}`, `to${n}`, { runAt: n }));
    const db = await filled(...free);
    expect(await ids(claimDue(db, 300, 4, 100))).toEqual(["e100", "e101", "e102", "e399"]);
  });
});

describe("a lease of one minute", () => {
  test("a send that was never settled may be taken again when it has run out, and not before", async () => {
    const db = await filled(entry("a", "1"));
    expect(await claimDue(db, 1000, 8)).toMatchObject([{ attempts: 1, firstTriedAt: 1000, unanswered: 0 }]);
    expect(await ids(claimDue(db, 1000 + MINUTE - 1, 8))).toEqual([]);
    // The outcome of the first attempt is unknown; from here on it counts as unanswered.
    expect(await claimDue(db, 1000 + MINUTE, 8)).toMatchObject([
      { attempts: 2, firstTriedAt: 1000, unanswered: 1 },
    ]);
  });
  test("a settled one leaves no doubt behind", async () => {
    const db = await filled(entry("a", "1"));
    await claimDue(db, 1000, 8);
    await settleLater(db, "a", { runAt: 2000, error: "busy" });
    expect(await claimDue(db, 2000, 8)).toMatchObject([{ attempts: 2, unanswered: 0, lastError: "busy" }]);
  });
});

test("a delivered card is remembered with what it stands for; one already known keeps its view", async () => {
  const card = { msgType: "interactive" as const, cardKind: "report", subject: "2026Q3/taoyuan" };
  const db = await filled(entry("a", "ou_1", card), entry("g", "oc_9", { ...card, toType: "chat_id" }));
  await settle(db, "a", 5);
  expect(await findCard(db, "om_1")).toEqual({
    messageId: "om_1",
    chatId: "oc_1",
    openId: "ou_1",
    kind: "report",
    subject: "2026Q3/taoyuan",
    view: "overview",
    at: 5,
    shownAt: 5,
    shown: null,
  });
  await settle(db, "g", 9);
  expect(await findCard(db, "om_1")).toMatchObject({ openId: "ou_1", at: 5 });
});

test("an unsure message goes out again once, under an id of its own", async () => {
  const db = await filled(entry("a", "1"));
  await claimDue(db, 1, 8);
  await settleEnded(db, "a", "unsure", "no answer");
  const row = await findOutbox(db, "a");
  if (!row) throw new Error("gone");
  const again = () =>
    commit(db, { audit: { actor: "a", kind: "k", subject: "s" }, writes: resend(db, row, 7) }, 7);
  await again();
  await expect(again()).rejects.toMatchObject({ name: "Conflict", table: "outbox" });
  expect(await outboxCounts(db)).toEqual({ pending: 1, superseded: 1 });
  expect(await claimDue(db, 7, 8)).toMatchObject([
    { id: causeId("a:again"), attempts: 1, firstTriedAt: 7, unanswered: 0, lastError: null },
  ]);
});

test("when the next message wants to go: the earliest, a claimed one when its lease ends", async () => {
  const db = await filled(entry("a", "1", { runAt: 900 }), entry("b", "2", { runAt: 100 }));
  expect(await nextRunAt(db)).toBe(100);
  await claimDue(db, 100, 8);
  expect(await nextRunAt(db)).toBe(900);
  await settleEnded(db, "a", "dead", "left");
  expect(await nextRunAt(db)).toBe(100 + MINUTE);
  const { db: empty } = await tempDatabase();
  expect(await nextRunAt(empty)).toBeNull();
});

test("one cause is one id, within what the platform takes for a uuid", () => {
  expect(causeId("open 2026Q3/taoyuan ou_1")).toBe(causeId("open 2026Q3/taoyuan ou_1"));
  expect(causeId("x")).not.toBe(causeId("y"));
  expect(causeId("碛".repeat(1000)).length).toBeLessThanOrEqual(50);
});
