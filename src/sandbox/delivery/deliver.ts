import { randomBytes } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import type { SandboxClock } from "../clock.ts";
import type { ExchangeLog } from "../exchange-log.ts";
import type { Faults, Where } from "../faults.ts";
import { maskHeaders } from "../mask-secrets.ts";
import type { AppRecord } from "../store.ts";
import { encryptText, signBody } from "./cipher.ts";
import { httpPost, type Posted } from "./http-post.ts";

/** Time limits for a bot's answer, ms: 3,000 and 1,000 on the platform (feishu-contract 1.1, 1.2). */
export type Deadlines = { delivery: number; challenge: number };

export type Wire = { clock: SandboxClock; faults: Faults; exchanges: ExchangeLog; deadlines: Deadlines };

/** The person and chat a delivery concerns, for the inspector. */
export type About = { person?: string; chat_id?: string };

/** Sends a JSON text to a bot, encrypted and signed if the app has a key, and logs the exchange. */
export async function deliver(
  wire: Wire,
  app: AppRecord,
  url: string,
  json: string,
  about: About,
): Promise<Posted> {
  const where = deliveryTarget(app, json, about);
  const { body, headers } = sealed(wire, app, json, where);
  const send = () => post(wire, url, body, headers, json, wire.deadlines.delivery, about, where);
  const posted = await send();
  if (posted.ok && wire.faults.take("replay", where)) await send();
  return posted;
}

/** The target of a delivery, for faults limited to some targets; its `path` is the event type. */
export function deliveryTarget(app: AppRecord, json: string, about: About): Where {
  const [, path = ""] = json.match(/"event_type":"([^"]*)"/) ?? [];
  return { path, app_id: app.app_id, ...about };
}

/**
 * Sends the URL challenge: encrypted like every delivery, but signed only with the switch on (feishu-contract
 * 1.2, 9.2).
 */
export async function deliverChallenge(
  wire: Wire,
  app: AppRecord,
  url: string,
  json: string,
): Promise<Posted> {
  const where = { path: "url_verification", app_id: app.app_id };
  const { body, headers } = wire.faults.take("signature_on_challenge", where)
    ? sealed(wire, app, json, where)
    : { body: encrypted(app, json), headers: CONTENT_TYPE };
  return post(wire, url, body, headers, json, wire.deadlines.challenge, {}, where);
}

function encrypted(app: AppRecord, json: string): string {
  return app.encrypt_key === "" ? json : JSON.stringify({ encrypt: encryptText(json, app.encrypt_key) });
}

const CONTENT_TYPE = { "content-type": "application/json; charset=utf-8" };

function sealed(
  wire: Wire,
  app: AppRecord,
  json: string,
  where: Where,
): { body: string; headers: Record<string, string> } {
  let body = encrypted(app, json);
  if (wire.faults.take("garbage_cipher", where))
    body = JSON.stringify({ encrypt: randomBytes(64).toString("base64") });
  // The receiver checks freshness with the machine's clock, so the timestamp must not use sandbox time.
  const skew = wire.faults.take("clock_skew_s", where) ?? 0;
  const timestamp = String(Math.floor(wire.clock.machine() / 1000) + skew);
  const nonce = randomBytes(8).toString("hex");
  const headers: Record<string, string> = {
    ...CONTENT_TYPE,
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": nonce,
  };
  if (app.encrypt_key !== "") {
    const key = wire.faults.take("wrong_signature", where) ? `${app.encrypt_key} not` : app.encrypt_key;
    headers["x-lark-signature"] = signBody(timestamp, nonce, key, body);
  }
  return { body, headers };
}

async function post(
  wire: Wire,
  url: string,
  body: string,
  headers: Record<string, string>,
  decrypted: string,
  deadline: number,
  about: About,
  where: Where,
): Promise<Posted> {
  const at = wire.clock.now();
  const posted = await slowly(wire, where, deadline, (left) => httpPost(url, body, headers, left));
  wire.exchanges.add({
    at,
    direction: "to_bot",
    method: "POST",
    path: url,
    status: posted.ok ? posted.status : 0,
    ms: posted.ms,
    request_headers: maskHeaders(headers),
    request: body,
    decrypted,
    response: posted.ok ? posted.body : posted.reason,
    ...about,
  });
  return posted;
}

// A delay fault counts against the deadline; a delivery delayed beyond it is never sent.
async function slowly(
  wire: Wire,
  where: Where,
  deadline: number,
  send: (left: number) => Promise<Posted>,
): Promise<Posted> {
  const delay = wire.faults.take("delay_delivery_ms", where) ?? 0;
  if (delay === 0) return send(deadline);
  await rest(Math.min(delay, deadline));
  if (delay < deadline) return send(deadline - delay);
  return { ok: false, failure: "timeout", reason: `no answer in ${deadline} ms`, ms: deadline };
}
