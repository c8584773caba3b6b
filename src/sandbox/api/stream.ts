import type { SandboxEvent } from "../protocol.ts";
import type { Store } from "../store.ts";

const KEEP_ALIVE_MS = 20_000;

/**
 * `GET /sandbox/stream`: server-sent events of every change from now on. `opened` gets the function that ends
 * the stream; call the function it returns once the reader is gone.
 */
export function openStream(store: Store, opened: (end: () => void) => () => void): Response {
  const encoder = new TextEncoder();
  let release = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const stopListening = store.listen((event: SandboxEvent) => {
        // A reader that is too slow is disconnected; it loads the whole state again when it reconnects.
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) end();
        else write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
      });
      const keepAlive = setInterval(() => write(": still here\n\n"), KEEP_ALIVE_MS);
      keepAlive.unref();
      let over = false;
      const end = () => {
        if (over) return;
        release();
        controller.close();
      };
      const forget = opened(end);
      release = () => {
        over = true;
        stopListening();
        clearInterval(keepAlive);
        forget();
      };
      write("retry: 1000\n\n");
    },
    cancel: () => release(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Most events buffered for a slow reader. */
const MOST_WAITING = 10_000;
