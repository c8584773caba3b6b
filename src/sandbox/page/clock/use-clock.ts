import { useEffect, useState } from "preact/hooks";
import { moveClock } from "../client/api.ts";
import { useReader } from "../client/reader.ts";
import { clockText } from "../world/sandbox-time.ts";
import { sandboxNow, type World } from "../world/world.ts";

/** The sandbox time, UTC ms, updated every second. */
export function useTicking(world: World): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return sandboxNow(world, Date.now());
}

/** Moves the clock and reports the result; one move at a time. */
export function useClockMove(): (ms: number) => Promise<void> {
  const { client, words, locale } = useReader();
  return async (ms) => {
    if (client.moving.get()) return;
    client.moving.set(true);
    const answer = await moveClock(ms);
    client.moving.set(false);
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    else if (answer.lagging) client.toasts.show("warning", words.clockLagging(answer.lagging));
    else client.toasts.show("info", words.clockMoved(clockText(ms, locale)));
  };
}
