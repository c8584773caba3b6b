import { createDecipheriv, createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { KEYS } from "./desk.ts";

export type Delivery = { path: string; headers: IncomingHttpHeaders; raw: string; body: unknown };
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
export type Respond = (
  delivery: Delivery,
  response: ServerResponse,
) => Answer | undefined | Promise<Answer | undefined>;

const encryptedSchema = z.object({ encrypt: z.string() });
const challengeSchema = z.object({ type: z.literal("url_verification"), challenge: z.string() });
const envelopeSchema = z.looseObject({
  header: z.looseObject({ event_id: z.string(), event_type: z.string() }),
  event: z.record(z.string(), z.unknown()),
});

/**
 * A bot's server: answers challenges itself and everything else with `respond` (undefined leaves the request
 * unanswered). Deliveries are stored decrypted.
 */
export async function openBot(respond: Respond = () => ({ body: {} })) {
  const deliveries: Delivery[] = [];
  let answerWith = respond;
  let waiting: Array<() => void> = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const raw = Buffer.concat(parts).toString("utf8");
    const body = opened(raw);
    const challenge = challengeSchema.safeParse(body);
    if (challenge.success) {
      response.end(JSON.stringify({ challenge: challenge.data.challenge }));
      return;
    }
    const delivery = { path: request.url ?? "", headers: request.headers, raw, body };
    deliveries.push(delivery);
    for (const wake of waiting) wake();
    waiting = [];
    const answer = await answerWith(delivery, response);
    if (answer === undefined) return;
    response.writeHead(answer.status ?? 200, answer.headers ?? {});
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/bot`,
    deliveries,
    /** Envelopes received so far. */
    events: () => deliveries.flatMap(({ body }) => envelopeSchema.safeParse(body).data ?? []),
    /** Changes how later deliveries are answered. */
    respond(next: Respond) {
      answerWith = next;
    },
    /** Resolves when `count` deliveries have arrived. */
    async arrived(count: number) {
      while (deliveries.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

function opened(raw: string): unknown {
  try {
    const body: unknown = JSON.parse(raw);
    const encrypted = encryptedSchema.safeParse(body);
    if (!encrypted.success) return body;
    const bytes = Buffer.from(encrypted.data.encrypt, "base64");
    const key = createHash("sha256").update(KEYS.encrypt_key).digest();
    const decipher = createDecipheriv("aes-256-cbc", key, bytes.subarray(0, 16));
    return JSON.parse(
      Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString("utf8"),
    );
  } catch {
    return undefined;
  }
}
