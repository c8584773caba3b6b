import { expect, test } from "vitest";
import { startPush } from "./kill-push-bot.ts";

const RECEIVERS = 500;
const KILLS = 20;

test("killed twenty times in the midst of a push to 500: everybody has it, once", {
  timeout: 180_000,
}, async () => {
  const seed = Date.now() % 2_147_483_646;
  const random = seeded(seed + 1);
  const push = await startPush(RECEIVERS);
  try {
    // Messages that were sent by a process that died before recording it.
    let inBetween = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const before = push.arrived().length;
      await push.start();
      // One in four dies before or soon after the first message; the others somewhere in the middle.
      const more = random() < 0.25 ? 0 : 1 + Math.floor(random() * 28);
      while (push.arrived().length < Math.min(RECEIVERS, before + more)) await pass(1);
      await pass(Math.floor(random() ** 2 * 300));
      await push.kill();
      const rows = await push.rows();
      inBetween += push.arrived().length - rows.filter(({ status }) => status === "sent").length;
    }
    const killed = push.arrived().length;
    await push.start();
    await push.allSent();
    await push.kill();

    const arrived = push.arrived();
    const rows = await push.rows();
    console.log(
      `seed ${seed}: ${killed} of ${RECEIVERS} were sent in ${KILLS} lives, ${inBetween} of them not noted before the end of one`,
    );
    expect(rows.filter(({ status }) => status === "sent")).toHaveLength(RECEIVERS);
    expect(arrived).toHaveLength(RECEIVERS);
    expect(new Set(arrived.map(({ chat_id }) => chat_id)).size).toBe(RECEIVERS);
    expect(arrived.map(({ message_id }) => message_id).sort()).toEqual(
      rows.map(({ messageId }) => messageId).sort(),
    );
    // Otherwise no process died between a message and its record, and the test proved little.
    expect(inBetween).toBeGreaterThan(0);
  } finally {
    await push.close();
  }
});

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A number in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
