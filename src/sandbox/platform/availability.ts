import type { AppRecord } from "../store.ts";

/**
 * Whether a person may use an app. Others are also outside the app's view of the directory, which is the
 * console's default.
 */
export function isAvailableTo(app: AppRecord, openId: string): boolean {
  return app.available_to?.includes(openId) ?? true;
}
