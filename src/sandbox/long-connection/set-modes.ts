import * as z from "zod";
import { saveSettings } from "../console/settings.ts";
import type { DeliveryMode } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";

const mode = z.enum(["webhook", "long_connection"]).exactOptional();
const bodySchema = z
  .strictObject({ event_mode: mode, callback_mode: mode })
  .refine(
    (modes) => modes.event_mode !== undefined || modes.callback_mode !== undefined,
    "give event_mode or callback_mode",
  );

/**
 * Sets how an app receives events and card callbacks, like the developer console. The long connection can be
 * chosen only while a client of the app is connected (feishu-contract 5.1).
 */
export function setModes(
  sandbox: Pick<Sandbox, "links" | "store">,
  appId: string,
  input: unknown,
): { ok: true; event_mode: DeliveryMode; callback_mode: DeliveryMode } | { ok: false; error: string } {
  const app = sandbox.store.app(appId);
  if (app === undefined) return { ok: false, error: `there is no app ${appId}` };
  const parsed = bodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const wantsLink = Object.values(parsed.data).includes("long_connection");
  if (wantsLink && sandbox.links.count(appId) === 0) {
    return { ok: false, error: `no long-connection client of ${app.name} is connected` };
  }
  const { event_mode, callback_mode } = saveSettings(sandbox.store, app, parsed.data);
  return { ok: true, event_mode, callback_mode };
}
