import * as z from "zod";
import { saveSettings } from "../console/settings.ts";
import type { Store } from "../store.ts";
import { challengeUrl } from "./challenge.ts";
import type { Wire } from "./deliver.ts";

const url = z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).exactOptional();
const bodySchema = z
  .strictObject({ event_url: url, callback_url: url })
  .refine(
    (urls) => urls.event_url !== undefined || urls.callback_url !== undefined,
    "give event_url or callback_url",
  );

/**
 * Sets an app's request URLs like the developer console: each is saved only after it answered a challenge
 * within 1 s. An empty string removes a URL. Refuses with the reason and then changes neither.
 */
export async function setUrls(
  wire: Wire,
  store: Store,
  appId: string,
  input: unknown,
): Promise<{ ok: true; event_url: string; callback_url: string } | { ok: false; error: string }> {
  const app = store.app(appId);
  if (app === undefined) return { ok: false, error: `there is no app ${appId}` };
  const parsed = bodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  for (const one of new Set([parsed.data.event_url, parsed.data.callback_url])) {
    if (one === undefined || one === "") continue;
    const challenged = await challengeUrl(wire, app, one);
    if (!challenged.ok) return { ok: false, error: challenged.reason };
  }
  const { event_url, callback_url } = saveSettings(store, app, parsed.data);
  return { ok: true, event_url, callback_url };
}
