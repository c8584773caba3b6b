import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimit } from "../../src/feishu/rate-limit.ts";
import { createRateLimits } from "../../src/sandbox/platform/rate-limits.ts";

/** A rate limit on a separate clock; pauses are recorded instead of waited for. */
function paced() {
  const at = { now: 0, waited: 0 };
  const pace = createRateLimit(
    () => at.now,
    async (ms) => {
      at.waited = ms;
    },
  );
  /** When the next call starts, ms. */
  const turn = async (call: string, to: string): Promise<number> => {
    at.waited = 0;
    await pace.turn(call, to);
    return at.now + at.waited;
  };
  return { at, pace, turn };
}

it("keeps the latest calls of a thousand receivers and of those of the last seconds, however many there were", async () => {
  let now = 0;
  const receivers = new Map<string, number[]>();
  const pace = createRateLimit(
    () => now,
    async () => {},
    receivers,
  );
  let most = 0;
  for (let n = 0; n < 3_000; n += 1) {
    now = n * 100;
    await pace.turn("send", `ou_${n}`);
    most = Math.max(most, receivers.size);
  }
  expect(most).toBeLessThanOrEqual(1_000 + 51);
});

type Call = { call: string; to: string; at: number };

/** How many of these calls, made at the given times, the platform refuses. */
function refused(calls: Call[]): number {
  let now = 0;
  const limits = createRateLimits(() => now);
  return calls
    .toSorted((a, b) => a.at - b.at)
    .filter(({ call, to, at }) => {
      now = at;
      return !limits.takeApi("app", call).ok || !limits.takeTarget(to);
    }).length;
}

describe("the pace of sending", () => {
  const call = fc.record({
    call: fc.constantFrom("send", "reply"),
    to: fc.integer({ min: 1, max: 60 }).map((n) => `person ${n}`),
    later: fc.constantFrom(0, 0, 0, 3, 40),
  });
  it("never exceeds the platform's limits, whoever is written to", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 400 }), async (calls) => {
        const { at, turn } = paced();
        const arrived: Call[] = [];
        for (const { call, to, later } of calls) {
          at.now += later;
          arrived.push({ call, to, at: await turn(call, to) });
        }
        expect(refused(arrived)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("nor when a message's way takes anything up to three quarters of a second", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 750 }), { minLength: 2_500, maxLength: 2_500 }),
        async (ways) => {
          const { turn } = paced();
          const arrived: Call[] = [];
          for (const [n, way] of ways.entries())
            arrived.push({ call: "send", to: `person ${n}`, at: (await turn("send", `person ${n}`)) + way });
          expect(refused(arrived)).toBe(0);
        },
      ),
      { numRuns: 5 },
    );
  });

  it("knows who has just been written to, and for how long", async () => {
    const { at, pace, turn } = paced();
    for (let n = 0; n < 4; n += 1) await turn("update", "card");
    expect([pace.pauseOf("card"), pace.pauseOf("another")]).toEqual([1000, 0]);
    at.now = 400;
    expect(pace.pauseOf("card")).toBe(600);
  });

  it("knows how long a receiver has to be left alone where that is asked for", async () => {
    const { at, pace, turn } = paced();
    expect(pace.pauseOf("card", 3000)).toBe(0);
    await turn("update", "card");
    at.now = 1000;
    expect([pace.pauseOf("card", 3000), pace.pauseOf("card")]).toEqual([2000, 0]);
    at.now = 3000;
    expect(pace.pauseOf("card", 3000)).toBe(0);
  });
  it("rests one kind of call for as long as the platform asks, 20 s at a time", async () => {
    const { pace, turn } = paced();
    pace.rest("send", 5_000);
    expect([await turn("send", "one"), await turn("reply", "one")]).toEqual([5_000, 0]);
    pace.rest("send", 3_000);
    expect(await turn("send", "two")).toBe(5_000);
    pace.rest("send", 59_000);
    expect(await turn("send", "three")).toBe(20_000);
  });

  it("goes on at once, and no faster, when the clock is set back a day", async () => {
    const { at, pace, turn } = paced();
    at.now = 86_400_000;
    pace.rest("reply", 1_000);
    for (let n = 0; n < 100; n += 1) await turn("send", `person ${n}`);
    at.now = 0;
    expect(await turn("send", "next")).toBe(6_075);
    expect(await turn("reply", "next")).toBeLessThanOrEqual(6_075 + 1_000);
  });
});
