import { afterEach, beforeEach, expect, test } from "vitest";
import { outboxCounts } from "../../db/outbox.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { type OpenOutbox, openOutbox, SEND, wang, zhao } from "./open-outbox.ts";

// A rehearsal's clock stops at every moment something falls due and leaves none before everything was said.

const officials = Array.from({ length: 60 }, (_, i): Person => ({ ...wang, openId: `ou_official${i}` }));
const clockPath = "/rehearsal/clock";

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox({ people: [wang, zhao, ...officials], now: "2026-10-16T17:50:00+08:00" });
});
afterEach(() => box.world.close());

async function clock(to?: string, until?: string): Promise<{ now: string; next: string | null }> {
  const headers = { "content-type": "application/json" };
  const sent = to === undefined ? {} : { method: "POST", headers, body: JSON.stringify({ now: to, until }) };
  const answer = await fetch(`${box.world.botUrl}${clockPath}`, sent);
  return answer.json();
}

test("a jump waits for what is being said: nothing is taken for lost", async () => {
  const { deps } = box.world;
  await box.queue(...officials.map(({ openId }) => enqueueText({ openId }, "通知", openId, box.now())));
  // More than the platform takes in a second, so that some are still waiting for their turn.
  const saying = drainOutbox(deps);
  await clock("2026-10-16T20:00:00+08:00");
  await saying;
  expect(await outboxCounts(deps.db)).toMatchObject({ sent: 60 });
  expect(box.said(zhao.openId).filter((content) => content.includes("不确定"))).toEqual([]);
  for (const { openId } of officials) expect(box.said(openId)).toEqual(['{"text":"通知"}']);
});

test("a message the platform refuses for now is said before time goes on", async () => {
  await box.queue(box.text("答复"));
  await box.faults({ status_5xx: { value: 500, next: 1, path: SEND } });
  await drainOutbox(box.world.deps);
  expect(box.said(wang.openId)).toEqual([]);
  const before = box.now();
  await clock(new Date(before + 1_000).toISOString());
  expect(box.said(wang.openId)).toEqual(['{"text":"答复"}']);
  expect(box.now() - before).toBeLessThan(20_000);
});

test("the next moment is told: of what waits for the morning, and of the week's first run", async () => {
  const { now, next } = await clock();
  expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse("2026-10-16T17:50:00+08:00"));
  const quiet = enqueueText({ openId: wang.openId, quiet: true }, "通知", "通知", box.now());
  await clock("2026-10-16T18:30:00+08:00");
  await box.queue(quiet);
  await drainOutbox(box.world.deps);
  expect(next).not.toBeNull();
  expect(Date.parse((await clock()).next ?? "")).toBe(Date.parse("2026-10-19T09:00:00+08:00"));
});

test("of a jump's digests one stands for all, also when it is made in stops", async () => {
  const until = "2026-11-10T10:00:00+08:00";
  await clock("2026-10-16T18:30:00+08:00");
  const digests = () =>
    box.world.logged.filter((line) => /"job":"digest_(weekly|monthly)"/.test(line)).length;
  for (const now of ["2026-10-19T10:00:00+08:00", "2026-10-26T10:00:00+08:00", "2026-11-02T10:00:00+08:00"])
    await clock(now, until);
  expect(digests()).toBe(0);
  await clock(until);
  expect(digests()).toBe(1);
});

test("everything is said at one of the moments it tells: a later end adds nothing", async () => {
  const end = "2026-10-20T10:00:00+08:00";
  const stops: string[] = [];
  for (;;) {
    const { next } = await clock();
    if (next === null || Date.parse(next) > Date.parse(end)) break;
    stops.push(next);
    await clock(next);
  }
  expect(new Set(stops).size).toBe(stops.length);
  const said = box.said(zhao.openId).length;
  await clock(end);
  expect(box.said(zhao.openId)).toHaveLength(said);
});
