import { EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { decodeFrame, encodeFrame, type Frame } from "../../../src/sandbox/long-connection/frame.ts";
import type { SandboxConfig } from "../../../src/sandbox/sandbox-config.ts";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.ts";
import { APP_ID, CONFIG, type Desk, openDesk } from "../server/desk.ts";

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

const connectSchema = z.object({
  code: z.literal(0),
  data: z.object({ URL: z.string(), ClientConfig: z.record(z.string(), z.number()) }),
});

/** The clerk's app gets events and callbacks over the long connection; clients reconnect at once. */
export function openLinkedDesk(config: SandboxConfig = {}, options: SandboxOptions = {}) {
  const apps = CONFIG.apps?.map((app) =>
    app.app_id === APP_ID
      ? { ...app, event_mode: "long_connection" as const, callback_mode: "long_connection" as const }
      : app,
  );
  const clientConfig = { ReconnectNonce: 0, ReconnectInterval: 1 };
  return openDesk({ ...(apps && { apps }), ...config }, { clientConfig, ...options });
}

type Handlers = Record<string, (event: Record<string, unknown>) => unknown>;

/** The unmodified client of the official SDK, ready to receive. */
export async function connectSdk(desk: Desk, handlers: Handlers, appSecret = "secret one") {
  const seen: Array<{ type: string; event: Record<string, unknown> }> = [];
  const news = signal();
  const eventDispatcher = new EventDispatcher({ logger: silent, loggerLevel: LoggerLevel.fatal });
  eventDispatcher.register(
    Object.fromEntries(
      Object.entries(handlers).map(([type, handle]) => [
        type,
        async (event: Record<string, unknown>) => {
          seen.push({ type, event });
          news.ring();
          return handle(event);
        },
      ]),
    ),
  );
  const problems: string[] = [];
  const settled = signal();
  const client = new WSClient({
    appId: APP_ID,
    appSecret,
    domain: desk.url,
    logger: silent,
    onReady: settled.ring,
    onReconnected: settled.ring,
    onError: (error) => {
      problems.push(error.message);
      settled.ring();
    },
  });
  onTestFinished(() => client.close({ force: true }));
  const first = settled.next();
  await client.start({ eventDispatcher });
  await first;
  return {
    client,
    seen,
    problems,
    settled,
    async received(count: number) {
      while (seen.length < count) await news.next();
    },
  };
}

/** A client of our own that only does what a test tells it. */
export async function connectRaw(desk: Desk) {
  const socket = new WebSocket(await connectUrl(desk));
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const news = signal();
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  socket.on("message", (data: Buffer) => {
    const frame = decodeFrame(data);
    if (frame !== undefined) frames.push(frame);
    news.ring();
  });
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("open", resolve));
  const events = () => frames.filter((frame) => frame.headers.type === "event");
  const received = async (count: number) => {
    while (events().length < count) await news.next();
    return events();
  };
  const ack = (frame: Frame, payload: unknown) =>
    socket.send(encodeFrame({ ...frame, payload: Buffer.from(JSON.stringify(payload)) }));
  const ping = async () => {
    const headers = { type: "ping" };
    socket.send(
      encodeFrame({ seqId: 0n, logId: 0n, service: 3, method: 0, headers, payload: Buffer.alloc(0) }),
    );
    while (!frames.some((frame) => frame.headers.type === "pong")) await news.next();
  };
  return { socket, frames, received, ack, ping, closed };
}

/** A connect URL of the clerk's app, valid for one connection. */
export async function connectUrl(desk: Desk): Promise<string> {
  const { body } = await desk.post("/callback/ws/endpoint", { AppID: APP_ID, AppSecret: "secret one" });
  return connectSchema.parse(body).data.URL;
}

/** The envelope in a frame's payload. */
export function envelopeIn(frame: Frame | undefined) {
  return envelopeSchema.parse(JSON.parse(new TextDecoder().decode(frame?.payload)));
}

const envelopeSchema = z.object({
  header: z.looseObject({ event_id: z.string(), event_type: z.string() }),
  event: z.record(z.string(), z.unknown()),
});

/** Waits for a repeated event. */
function signal() {
  let waiting: Array<() => void> = [];
  return {
    ring() {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
