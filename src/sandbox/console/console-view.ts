import type { DeliveryMode, SandboxApp } from "../protocol.ts";

/** What the developer console holds of an app. A list that is absent limits nothing. */
export type ConsoleSettings = {
  event_url: string;
  callback_url: string;
  event_mode: DeliveryMode;
  callback_mode: DeliveryMode;
  /** Event types and callback types the app is told of. */
  events?: string[];
  callbacks?: string[];
  scopes?: string[];
  available_to?: string[];
  redirect_urls?: string[];
  menu: SandboxApp["menu"];
};

/** `GET /sandbox/apps/:app_id/console`. */
export type ConsoleView = {
  /** Whether changes act only once a version is published. */
  strict: boolean;
  /** 0 while nothing was ever published. */
  version: number;
  /** Names of settings that wait for the next version. */
  unpublished: string[];
  /** As the console shows them, and as they act. */
  settings: ConsoleSettings;
  acting: ConsoleSettings;
};
