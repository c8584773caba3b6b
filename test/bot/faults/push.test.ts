import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutboxRow } from "../../../db/commit.ts";
import { nextRunAt, outboxCounts } from "../../../db/outbox.ts";
import { drainOutbox } from "../../../src/bot/outbox/drain-outbox.ts";
import { enqueueText } from "../../../src/bot/sending/enqueue-message.ts";
import type { Deps } from "../../../src/deps.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { createFeishu } from "../../../src/feishu/client.ts";
import { createRateLimit } from "../../../src/feishu/rate-limit.ts";
import { type OpenOutbox, openOutbox, SEND, zhao } from "../open-outbox.ts";

// A push to sixty people during which the platform fails: nothing is lost and nothing is sent twice.

const people = Array.from(
  { length: 60 },
  (_, n): Person => ({ openId: `ou_${n}`, name: `干部${n}`, role: "department", area: "", locale: "zh-CN" }),
);

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox({ people: [...people, zhao] });
});
afterEach(() => box.world.close());

const notice = ({ openId }: Person): OutboxRow =>
  enqueueText({ openId, quiet: true }, `致${openId}`, "push", box.now());
/** Records the requested pauses instead of waiting. */
function unpaced() {
  const pauses: number[] = [];
  const rateLimit = createRateLimit(box.world.deps.clock.now, async (ms) => void pauses.push(ms));
  return { pauses, rateLimit };
}
/** Sends until the outbox is empty, moving the clock past each retry's delay. */
async function sendAll(deps: Deps = box.world.deps): Promise<void> {
  const { rateLimit } = unpaced();
  for (let round = 0; round < 20; round += 1) {
    await drainOutbox({ ...deps, rateLimit });
    const next = await nextRunAt(deps.db);
    if (next === null) return;
    await box.pass(Math.max(0, next - box.now()));
  }
  throw new Error("never done");
}
async function expectOnceEach(): Promise<void> {
  for (const { openId } of people) expect(box.said(openId)).toEqual([`{"text":"致${openId}"}`]);
  expect(await outboxCounts(box.world.deps.db)).toEqual({ sent: people.length });
  expect(box.said(zhao.openId)).toEqual([]);
}
const halfway = people.slice(20, 35);

describe("in the midst of a push", () => {
  test.each([
    ["429 with the platform's headers", { rate_limit: { value: true, next: 25, path: SEND } }],
    ["230020, several times over", { refuse_code: { value: 230020, next: 25, path: SEND } }],
    ["a platform that is down (503)", { status_5xx: { value: 503, next: 25, path: SEND } }],
    ["answers lost after the message went out", { drop_answer: { value: true, next: 25, path: SEND } }],
    ["a token that has expired", { token_expired: { value: true, next: 25, path: SEND } }],
    ["the same message still being sent (230049)", { refuse_code: { value: 230049, next: 25, path: SEND } }],
    [
      "a permission that is missing for a while (99991672)",
      { refuse_code: { value: 99991672, next: 25, path: SEND } },
    ],
  ])("%s", async (_, fault) => {
    await box.queue(...people.map(notice));
    await box.faults(fault);
    await sendAll();
    await expectOnceEach();
  });

  test("answers that come too late, after the message went out all the same", async () => {
    const { deps, sandbox } = box.world;
    const [app] = sandbox.apps;
    if (!app) throw new Error("no app");
    const { app_id: appId, app_secret: appSecret } = app;
    const feishu = createFeishu({ appId, appSecret, domain: sandbox.url, timeoutMs: 400, log: () => {} });
    await box.queue(...people.map(notice));
    await box.faults({ delay_ms: { value: 900, next: 10, path: SEND } });
    await drainOutbox({ ...deps, feishu, rateLimit: unpaced().rateLimit });
    // A send without an answer may have arrived: no receiver is given up, and retries keep their uuid.
    expect((await outboxCounts(deps.db)).pending).toBeGreaterThan(0);
    await sendAll();
    await expectOnceEach();
  });

  test("several at once, and some of the people meanwhile not to be had", async () => {
    await box.queue(...people.map(notice));
    for (const [n, { openId }] of halfway.entries()) {
      const fault =
        n % 2
          ? { status_5xx: { value: 500, next: 3, person: openId } }
          : { drop_answer: { value: true, next: 3, person: openId } };
      await box.faults(fault);
      await drainOutbox({ ...box.world.deps, rateLimit: unpaced().rateLimit });
    }
    await sendAll();
    await expectOnceEach();
  });
});

test("what the platform says of one message, to wait, holds for those after it", async () => {
  const { rateLimit, pauses } = unpaced();
  const [first, ...others] = people.slice(0, 6).map(notice);
  if (!first) throw new Error("nobody");
  await box.faults({ rate_limit: { value: true, next: 1, path: SEND } });
  await box.queue(first);
  await drainOutbox({ ...box.world.deps, rateLimit });
  await box.queue(...others);
  await drainOutbox({ ...box.world.deps, rateLimit });
  // The refusal requests a pause of one second, which precedes each of the five later sends.
  expect(pauses).toHaveLength(5);
  for (const ms of pauses) expect(ms).toBeGreaterThan(500);
});

test("a card the platform will not build arrives as plain text, the others as cards", async () => {
  const cards = people.slice(0, 3).map((person, n): OutboxRow => {
    const row = box.card(`card ${n}`);
    const broken = JSON.stringify({ schema: "2.0", body: { elements: [{ tag: "nonsense" }] } });
    return { ...row, to: person.openId, ...(n === 1 ? { content: broken } : {}) };
  });
  await box.queue(...cards);
  await sendAll();
  const kinds = people.slice(0, 3).map(({ openId }) => box.world.inbox(openId).map((m) => m.msg_type));
  expect(kinds).toEqual([["interactive"], ["text"], ["interactive"]]);
  expect(box.said("ou_1")).toEqual(['{"text":"卡片没有发出来，请发“我的填报”。"}']);
});
