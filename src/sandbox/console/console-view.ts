import type { DeliveryMode, SandboxApp } from "../protocol.ts";

/** An app's settings in the developer console. An absent list means no limit. */
export type ConsoleSettings = {
  event_url: string;
  callback_url: string;
  event_mode: DeliveryMode;
  callback_mode: DeliveryMode;
  /** Event and callback types the app is subscribed to. */
  events?: string[];
  callbacks?: string[];
  scopes?: string[];
  available_to?: string[];
  redirect_urls?: string[];
  menu: SandboxApp["menu"];
};

/** `GET /sandbox/apps/:app_id/console`. */
export type ConsoleView = {
  /** Whether changes take effect only when a version is published. */
  strict: boolean;
  /** Number of published versions. */
  version: number;
  /** Names of settings changed since the last version. */
  unpublished: string[];
  /** The settings as edited, and as in effect. */
  settings: ConsoleSettings;
  acting: ConsoleSettings;
};
