import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDue } from "../../db/claim-due.ts";
import { outboxCounts } from "../../db/outbox.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { takeDueSteps } from "../../src/bot/procedures/take-due-steps.ts";
import { textIn } from "./at-client.ts";
import { startUrgentWorld, type UrgentWorld } from "./urgent-world.ts";

// A message is marked urgent after it was sent, once; if the platform refuses the mark, the message stays.

let world: UrgentWorld;
beforeEach(async () => {
  world = await startUrgentWorld();
});
afterEach(() => world.close());

const MARK = "/urgent_app";
const SEND = "/im/v1/messages";
const officeTexts = () =>
  world.inbox("ou_wang").filter(({ msg_type, sender }) => msg_type === "text" && sender.type === "app");
const approved = async () => {
  await world.propose();
  await world.approve();
};

describe("refused for good: the message stands, the office is told once, nothing is tried again", () => {
  const restsNow = async () => {
    const tries = await world.marks();
    await world.moveTo("2026-10-12T16:00:00+08:00");
    expect(await world.marks()).toBe(tries);
    expect((await outboxCounts(world.deps.db)).pending ?? 0).toBe(0);
  };
  test("without the scope", async () => {
    const app = world.sandbox.apps[0]?.app_id;
    const scopes = ["im:message", "im:message.p2p_msg:readonly", "im:chat:readonly", "im:resource"];
    await world.change(`apps/${app}/console`, { scopes });
    await approved();
    for (const who of ["qikou", "deputy", "xinyi"] as const)
      expect(world.messages(who)).toMatchObject([{ urgent: false }]);
    expect(officeTexts()).toHaveLength(1);
    expect(textIn(officeTexts()[0])).toContain("没有开通加急权限");
    expect(world.messages("colleague")).toHaveLength(1);
    await restsNow();
    expect(officeTexts()).toHaveLength(1);
  });
  test.each([
    ["a receiver with over 200 unread ones", 230023],
    ["a receiver outside the app's availability", 230013],
    ["a message that is not the bot's own", 230012],
    ["a tenant whose quota is used up", 230024],
  ])("%s", async (_, code) => {
    await world.faults({ refuse_code: { value: code, path: MARK } });
    await approved();
    expect(world.messages("qikou")).toMatchObject([{ urgent: false }]);
    expect(officeTexts()).toHaveLength(1);
    expect(textIn(officeTexts()[0])).toContain("已照常送达");
    expect(await world.marks()).toBe(3);
    await restsNow();
  });
  test("one of three: the others are marked", async () => {
    await world.faults({ refuse_code: { value: 230023, path: MARK, next: 1 } });
    await approved();
    const urgent = (["qikou", "deputy", "xinyi"] as const).map((who) => world.messages(who)[0]?.urgent);
    expect(urgent.filter(Boolean)).toHaveLength(2);
    expect(officeTexts()).toHaveLength(1);
  });
  test("a message that did not arrive takes its mark with it", async () => {
    await world.faults({ refuse_code: { value: 230013, path: SEND, person: "ou_yan" } });
    await approved();
    expect(world.messages("xinyi")).toEqual([]);
    expect(await world.marks()).toBe(2);
    expect(textIn(officeTexts()[0])).toContain("没有送达");
    expect(textIn(officeTexts()[0])).toContain("信义镇填报人");
    expect(officeTexts()).toHaveLength(1);
  });
});

describe("refused for now", () => {
  test.each([
    ["too many calls (429)", { rate_limit: { value: true, path: MARK, next: 3 } }],
    ["a platform that fails (502)", { status_5xx: { value: 502, path: MARK, next: 3 } }],
  ])("%s: it is marked a little later", async (_, fault) => {
    await world.faults(fault);
    await approved();
    expect(world.messages("qikou")).toHaveLength(1);
    await world.moveTo("2026-10-12T10:30:00+08:00");
    for (const who of ["qikou", "deputy", "xinyi"] as const)
      expect(world.messages(who)).toMatchObject([{ urgent: true }]);
    expect(officeTexts()).toEqual([]);
  });
  test("until its time has passed: after that nobody is marked, and nothing waits", async () => {
    await world.faults({ status_5xx: { value: 502, path: MARK } });
    await approved();
    await world.moveTo("2026-10-12T18:00:00+08:00");
    await takeDueSteps(world.deps);
    // Not before: a try in the last minute would mark it.
    await world.faults({ status_5xx: null });
    await world.moveTo("2026-10-13T09:30:00+08:00");
    expect(world.messages("qikou")).toMatchObject([{ urgent: false }]);
    expect((await outboxCounts(world.deps.db)).pending ?? 0).toBe(0);
  });
});

describe("no answer, and restarts", () => {
  test("an answer that was lost: asked again, marked once, nobody is bothered with a doubt", async () => {
    await world.faults({ drop_answer: { value: true, path: MARK, next: 1 } });
    await approved();
    await world.moveTo("2026-10-12T10:05:00+08:00");
    expect(world.messages("qikou")).toMatchObject([{ urgent: true }]);
    expect(officeTexts()).toEqual([]);
    expect((await outboxCounts(world.deps.db)).unsure ?? 0).toBe(0);
  });
  test("a process that ended between the message and its mark: the next one marks it", async () => {
    await world.faults({ status_5xx: { value: 502, path: MARK } });
    await approved();
    const { db, clock } = world.deps;
    await world.faults({ status_5xx: null });
    world.clock.moveTo(clock.now() + 10_000);
    // Claimed by a process that has ended.
    expect((await claimDue(db, clock.now(), 8)).map(({ kind }) => kind)).toContain("urgent");
    await drainOutbox(world.deps);
    expect(world.messages("qikou")).toMatchObject([{ urgent: false }]);
    world.clock.moveTo(clock.now() + 61_000);
    await drainOutbox(world.deps);
    await world.settle();
    for (const who of ["qikou", "deputy", "xinyi"] as const)
      expect(world.messages(who)).toMatchObject([{ urgent: true }]);
  });
  test("a card the platform refuses goes out in plain words, and is marked all the same", async () => {
    await world.faults({ refuse_code: { value: 230099, path: SEND, person: "ou_wu", next: 1 } });
    await approved();
    const [message] = world.messages("qikou");
    expect(message?.content).toContain("加急：请今天下班前报送三季度进度。（请在10月12日 18:00前办理）");
    expect(message?.urgent).toBe(true);
  });
});
