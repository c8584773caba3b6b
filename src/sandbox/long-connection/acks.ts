import * as z from "zod";
import { parseJson } from "../parse-json.ts";

const ackSchema = z.object({ code: z.int(), data: z.string().exactOptional() });

/** The client's answer to one delivery; `data` is the handler's result as JSON text, or empty. */
export type Ack = { ok: true; code: number; data: string } | { ok: false; reason: string };

/** Pending acks of one connection, by the delivery's message id. */
export function createAcks() {
  const waiting = new Map<string, (ack: Ack) => void>();
  function settle(messageId: string, ack: Ack): void {
    const resolve = waiting.get(messageId);
    waiting.delete(messageId);
    resolve?.(ack);
  }
  return {
    expect: (messageId: string) => new Promise<Ack>((resolve) => waiting.set(messageId, resolve)),
    settle,
    settleAll(ack: Ack): void {
      for (const messageId of [...waiting.keys()]) settle(messageId, ack);
    },
    forget: (messageId: string): void => void waiting.delete(messageId),
  };
}

/** Parses an ack sent by a client. */
export function readAck(payload: Uint8Array): Ack {
  const ack = ackSchema.safeParse(parseJson(new TextDecoder().decode(payload)));
  if (!ack.success) return lost("the ack is not {code, data}");
  const { code, data } = ack.data;
  return { ok: true, code, data: data === undefined ? "" : Buffer.from(data, "base64").toString("utf8") };
}

/** A missing ack, with the reason. */
export function lost(reason: string): Ack {
  return { ok: false, reason };
}
