import * as z from "zod";
import { createRateLimits } from "../src/sandbox/platform/rate-limits.ts";
import type { VirtualTime } from "./fan-out-time.ts";

// A platform that only takes messages, in virtual time: the limits are the sandbox's own (feishu-contract 4.1).

const message = z.object({ receive_id: z.string(), uuid: z.string() });

export type Platform = {
  fetch: typeof fetch;
  /** How many messages the n-th receiver was sent. */
  received: Uint16Array;
  /** When the message with this uuid arrived, UTC ms, of those asked about before; 0 until then. */
  arrivals: Map<string, number>;
  /** Calls taken and refused, and when the last was taken, UTC ms. */
  counts: { taken: number; refused: number; last: number };
};

export function receiver(n: number): string {
  return `ou_${n}`;
}

/** `way`: how long the next message is on its way, and its answer, ms. */
export function createPlatform(time: VirtualTime, receivers: number, way: () => number): Platform {
  const limits = createRateLimits(time.now);
  const received = new Uint16Array(receivers);
  const arrivals: Platform["arrivals"] = new Map();
  const counts = { taken: 0, refused: 0, last: 0 };
  // Laid out beforehand: what grows while messages are sent is the sender's.
  for (let n = 0; n < receivers; n += 1) limits.takeTarget(receiver(n));
  const take = (body: unknown): Response => {
    const { receive_id, uuid } = message.parse(body);
    const api = limits.takeApi("app", "send");
    if (!api.ok) {
      counts.refused += 1;
      const headers = {
        "x-ogw-ratelimit-limit": String(api.limit),
        "x-ogw-ratelimit-reset": String(api.reset),
      };
      return Response.json(
        { code: 99991400, msg: "request trigger frequency limit" },
        { status: 429, headers },
      );
    }
    if (!limits.takeTarget(receive_id)) {
      counts.refused += 1;
      return Response.json({ code: 230020, msg: "frequency limit" }, { status: 400 });
    }
    counts.taken += 1;
    counts.last = time.now();
    const n = Number(receive_id.slice(3));
    received[n] = (received[n] ?? 0) + 1;
    if (arrivals.has(uuid)) arrivals.set(uuid, time.now());
    return Response.json({
      code: 0,
      data: { message_id: `om_${counts.taken}`, chat_id: `oc_${receive_id}` },
    });
  };
  return {
    received,
    arrivals,
    counts,
    fetch: async (input, init) => {
      if (String(input).endsWith("/tenant_access_token/internal"))
        return Response.json({ code: 0, tenant_access_token: "t-bench", expire: 7200 });
      await time.sleep(way());
      const answer = take(JSON.parse(String(init?.body)));
      await time.sleep(way());
      return answer;
    },
  };
}

/** How long the platform itself takes for so many messages, sent the very moment it takes the next, ms. */
export function timeAtTheLimit(messages: number): number {
  let now = 0;
  const limits = createRateLimits(() => now);
  for (let sent = 0; sent < messages; ) {
    if (limits.takeApi("app", "send").ok) sent += 1;
    else now += 1;
  }
  return now;
}
