import type { Server } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono/tiny";

/** Limits on how slowly a request may come in, ms: a delivery is a few kilobytes. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000 };
/** Time a stop waits for open requests, ms: Feishu gives up on a callback after 3 s. */
export const STOP_TIME = 3_000;

/** A server of these routes that does not listen yet. */
export function httpServer({ fetch }: Hono): ServerType {
  return createAdaptorServer({ fetch, serverOptions: PATIENCE });
}

/** Takes in nothing more; resolves when open requests are answered, or after some seconds. */
export function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    setTimeout(resolve, STOP_TIME).unref();
  });
}
