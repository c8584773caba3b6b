import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit, forgetOldKeys } from "../../db/commit.ts";
import { countReceived, putReceived } from "../../db/received.ts";
import { ofStore } from "../../src/bot/doctor/store-checks.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { allAnswered, answerLeftOver, receiveEvent } from "../../src/bot/receive-event.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import type { FeishuEvent } from "../../src/feishu/envelope.ts";
import { deliver, sealedFor } from "./deliver.ts";
import { startWorld, type World } from "./world.ts";

// An event is stored, acknowledged, and answered after that: once, whatever happens between.

const official: Person = {
  ...{ openId: "ou_official", name: "李四", role: "town_official", area: "qikou", locale: "zh-CN" },
};
const MESSAGE = "im.message.receive_v1";
const asks = (n: string) => ({
  sender: { sender_id: { open_id: official.openId }, sender_type: "user", tenant_key: "t" },
  message: {
    ...{ message_id: `om_${n}`, create_time: "1", update_time: "1", chat_id: "oc_p", chat_type: "p2p" },
    ...{ message_type: "text", content: JSON.stringify({ text: "我是谁" }) },
  },
});

let world: World;
beforeAll(async () => {
  world = await startWorld({ people: [official] });
});
afterAll(() => world.close());

const unanswered = () => countReceived(world.deps.db);
const answers = () => world.inbox(official.openId).length;
/** As a process leaves it that ended after the acknowledgement. */
const putDown = (n: string) => {
  const event: FeishuEvent = { kind: "event", eventId: n, eventType: MESSAGE, createdAt: 1, event: asks(n) };
  const row = { id: n, event: JSON.stringify(event), tries: 0, tryAt: world.clock.now() + 30_000 };
  return commit(world.deps.db, { audit: null, writes: [putReceived(world.deps.db, row)] }, world.clock.now());
};
const later = async (ms: number) => {
  world.clock.moveTo(world.clock.now() + ms);
  await beat(world.deps);
  await world.settle();
};

describe("an event that was acknowledged", () => {
  test("is answered, and then no longer kept", async () => {
    expect((await deliver(world, sealedFor(world, MESSAGE, asks("a"), "a"))).status).toBe(200);
    expect([answers(), await unanswered()]).toEqual([1, 0]);
  });

  test("is answered by the next process where the first one ended, once", async () => {
    const before = answers();
    await putDown("b");
    await Promise.all([answerLeftOver(world.deps, true), answerLeftOver(world.deps, true)]);
    await deliver(world, sealedFor(world, MESSAGE, asks("b"), "b"));
    expect([answers() - before, await unanswered()]).toEqual([1, 0]);
  });

  test("is left to whoever is answering it for half a minute", async () => {
    const before = answers();
    await putDown("c");
    await later(20_000);
    expect([answers() - before, await unanswered()]).toEqual([0, 1]);
    await later(20_000);
    expect([answers() - before, await unanswered()]).toEqual([1, 0]);
  });

  test("is tried again, ever less often, while it cannot be answered; its key is not forgotten meanwhile", async () => {
    const before = answers();
    const { db } = world.deps;
    await db.run(
      sql`create trigger no_answer before insert on inbox begin select raise(abort, 'broken'); end`,
    );
    await deliver(world, sealedFor(world, MESSAGE, asks("d"), "d"));
    await answerLeftOver(world.deps);
    world.clock.moveTo(world.clock.now() + 60_000);
    await answerLeftOver(world.deps);
    await db.run(sql`drop trigger no_answer`);
    await later(60_000);
    expect([answers() - before, await unanswered()]).toEqual([0, 1]);
    // The office is told of it.
    expect(await ofStore(world.deps)).toContainEqual({
      check: "outbox",
      state: "todo",
      n: 0,
      detail: "0/0/1",
    });
    await later(60_000);
    expect([answers() - before, await unanswered()]).toEqual([1, 0]);
    await putDown("d");
    await forgetOldKeys(db, world.clock.now() + 72 * 3_600_000);
    await answerLeftOver(world.deps, true);
    await world.settle();
    expect([answers() - before, await unanswered()]).toEqual([1, 0]);
  });

  test("is stored only where it may concern the bot", async () => {
    const talk = (more: object) => {
      const { sender, message } = asks("talk");
      return { sender, message: { ...message, chat_type: "group", ...more } };
    };
    const mentions = [{ key: "@_user_1", id: { open_id: "ou_somebody" }, name: "某人" }];
    const kept: boolean[] = [];
    for (const [eventType, event] of [
      [MESSAGE, talk({})],
      [MESSAGE, { ...asks("bot"), sender: { ...asks("bot").sender, sender_type: "app" } }],
      ["im.message.message_read_v1", {}],
      [MESSAGE, talk({ mentions })],
      [MESSAGE, talk({ parent_id: "om_of_somebody" })],
    ] as const) {
      const given = { kind: "event" as const, eventId: `k${kept.length}`, eventType, createdAt: 1, event };
      // Nothing is answered meanwhile.
      await receiveEvent({ ...world.deps, defer: () => {} }, given, async () => {});
      kept.push((await unanswered()) === kept.filter(Boolean).length + 1);
    }
    expect(kept).toEqual([false, false, false, true, true]);
    await answerLeftOver(world.deps, true);
    expect(await unanswered()).toBe(0);
  });

  test("is answered however many come at once", async () => {
    const come = Array.from({ length: 1_100 }, (_, n) => ({
      ...{
        kind: "event" as const,
        eventId: `m${n}`,
        eventType: "drive.file.read_v1",
        createdAt: 1,
        event: {},
      },
    }));
    await Promise.all(come.map((event) => receiveEvent(world.deps, event, async () => {})));
    await world.settle();
    await allAnswered(world.deps);
    expect(await unanswered()).toBe(0);
  });
});
