import * as z from "zod";
import { freshId } from "../ids.ts";
import { parseJson } from "../parse-json.ts";
import type { AppRecord } from "../store.ts";
import { deliverChallenge, type Wire } from "./deliver.ts";

const echoSchema = z.object({ challenge: z.string() });

/**
 * Checks that the URL echoes a challenge within 1 s (feishu-contract 1.2). The reason is shown to the person
 * who set the URL.
 */
export async function challengeUrl(
  wire: Wire,
  app: AppRecord,
  url: string,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const challenge = freshId("");
  const json = JSON.stringify({ challenge, token: app.verification_token, type: "url_verification" });
  const posted = await deliverChallenge(wire, app, url, json);
  if (!posted.ok) return { ok: false, reason: `${url}: ${posted.reason}` };
  if (posted.status !== 200)
    return { ok: false, reason: `${url}: answered the challenge with HTTP ${posted.status}` };
  const echo = echoSchema.safeParse(parseJson(posted.body));
  if (!echo.success || echo.data.challenge !== challenge) {
    return { ok: false, reason: `${url}: did not answer {"challenge": …} with the same value` };
  }
  return { ok: true };
}
