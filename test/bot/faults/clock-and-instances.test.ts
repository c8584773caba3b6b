import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDue } from "../../../db/claim-due.ts";
import { openDatabase } from "../../../db/open.ts";
import { outboxCounts } from "../../../db/outbox.ts";
import { drainOutbox } from "../../../src/bot/outbox/drain-outbox.ts";
import { enqueueText } from "../../../src/bot/sending/enqueue-message.ts";
import type { Deps } from "../../../src/deps.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { li, MINUTE, type OpenOutbox, openOutbox, SEND, wang, zhao } from "../open-outbox.ts";

const people = Array.from(
  { length: 200 },
  (_, n): Person => ({ openId: `ou_${n}`, name: `干部${n}`, role: "department", area: "", locale: "zh-CN" }),
);
const DAY = 86_400_000;

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox({ people: [wang, li, zhao, ...people], now: "2026-10-14T10:00:00+08:00" });
});
afterEach(() => box.world.close());

describe("a clock that is set back a day", () => {
  const yesterday = (): Deps => ({ ...box.world.deps, clock: { now: () => box.now() - DAY } });
  const asked = () => enqueueText({ openId: zhao.openId }, "问后", "asked", box.now() - DAY);

  test("keeps nothing waiting for a day: what was due goes out, and what was refused is tried again", async () => {
    const failed = await box.queue(box.text("甲"));
    await box.faults({ status_5xx: { value: 500, next: 1, path: SEND } });
    await box.drain();
    expect((await box.entryOf(failed)).status).toBe("pending");
    await box.queue(
      enqueueText({ openId: li.openId, quiet: true }, "乙", "乙", box.now()),
      box.text("丙", zhao.openId),
    );
    await drainOutbox(yesterday());
    expect([box.said(wang.openId), box.said(li.openId), box.said(zhao.openId)]).toEqual([
      ['{"text":"甲"}'],
      ['{"text":"乙"}'],
      ['{"text":"丙"}'],
    ]);
    await drainOutbox(yesterday());
    expect(await outboxCounts(box.world.deps.db)).toEqual({ sent: 3 });
  });

  test("while a message was on its way: nobody knows how long ago, so the office decides, and it is not sent twice", async () => {
    const lost = await box.queue(box.text("甲"));
    await box.faults({ drop_answer: { value: true, next: 1, path: SEND } });
    await box.drain();
    expect(await box.entryOf(lost)).toMatchObject({ status: "pending", unanswered: 1 });
    await drainOutbox(yesterday());
    expect((await box.entryOf(lost)).status).toBe("unsure");
    expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
    expect(box.world.inbox(zhao.openId)).toHaveLength(1);
  });

  test("while a process died with what it had claimed: it is not locked up for the day", async () => {
    await box.queue(box.text("甲"));
    await claimDue(box.world.deps.db, box.now(), 8);
    await drainOutbox(yesterday());
    expect(await outboxCounts(box.world.deps.db)).toMatchObject({ unsure: 1, sent: 1 });
    expect(box.said(wang.openId)).toEqual([]);
  });

  test("found only by the next process: the same", async () => {
    await box.queue(box.text("甲"));
    const { db, close } = await openDatabase(box.world.deps.config.databaseUrl);
    await drainOutbox({ ...yesterday(), db });
    close();
    expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
  });

  test("whoever asks afterwards is answered, before or after what waited", async () => {
    await box.queue(enqueueText({ openId: zhao.openId, quiet: true }, "通知", "notice", box.now()), asked());
    await drainOutbox(yesterday());
    expect(box.said(zhao.openId).sort()).toEqual(['{"text":"通知"}', '{"text":"问后"}'].sort());
  });
});

describe("two instances on one database", () => {
  test("that send two hundred messages at once: each goes out once, by one of them", async () => {
    const { deps, sandbox } = box.world;
    const { db, close } = await openDatabase(deps.config.databaseUrl);
    await box.queue(...people.map(({ openId }) => box.text(`致${openId}`, openId)));
    await Promise.all([drainOutbox(deps), drainOutbox({ ...deps, db })]);
    close();
    for (const { openId } of people) expect(box.said(openId)).toEqual([`{"text":"致${openId}"}`]);
    expect(await outboxCounts(deps.db)).toEqual({ sent: people.length });
    const answer = await fetch(`${sandbox.url}/sandbox/exchanges?limit=1000`);
    const { exchanges }: { exchanges: Array<{ path: string }> } = await answer.json();
    expect(exchanges.filter(({ path }) => path.includes(SEND))).toHaveLength(people.length);
  });

  test("one of which dies: the other takes over what it had claimed, after a minute", async () => {
    const { deps } = box.world;
    await box.queue(...people.slice(0, 10).map(({ openId }) => box.text(`致${openId}`, openId)));
    expect(await claimDue(deps.db, box.now(), 4)).toHaveLength(4);
    const { db, close } = await openDatabase(deps.config.databaseUrl);
    await drainOutbox({ ...deps, db });
    expect(await outboxCounts(db)).toEqual({ pending: 4, sent: 6 });
    await box.pass(MINUTE);
    await drainOutbox({ ...deps, db });
    expect(await outboxCounts(db)).toEqual({ sent: 10 });
    close();
    for (const { openId } of people.slice(0, 10)) expect(box.said(openId)).toHaveLength(1);
  });
});
