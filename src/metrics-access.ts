import type { Context } from "hono";
import * as z from "zod";
import { sameSecret } from "./feishu/cipher.ts";

/** Headers by which a proxy tells that it forwards for somebody else. */
const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-real-ip",
  "via",
  "cf-connecting-ip",
];

/**
 * Whether a request may read `/metrics` (design.md 10): with the token if one is set; without one only from this machine,
 * and nothing that a proxy forwarded.
 */
export function mayReadMetrics(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return sameSecret(c.req.header("authorization") ?? "", `Bearer ${token}`);
  return isLoopback(peerOf(c.env)) && FORWARDED.every((name) => c.req.header(name) === undefined);
}

/** What the Node server tells of a connection; on Workers there is nothing of the kind. */
const nodeEnv = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

function peerOf(env: unknown): string | undefined {
  return nodeEnv.safeParse(env).data?.incoming.socket.remoteAddress;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
