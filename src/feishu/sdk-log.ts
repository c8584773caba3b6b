import type { Logger } from "@larksuiteoapi/node-sdk";
import { FeishuRefused, FeishuUnreachable } from "./feishu-error.ts";
import type { Redact } from "./redact.ts";

/** Receives the log lines of this folder; each is one line of redacted text. */
export type Log = (level: "debug" | "info" | "warn" | "error", line: string) => void;

/**
 * The SDK's logger. The SDK passes whole requests to it, so everything is redacted. Failures that are also thrown are
 * reported by the caller, and only noted here.
 */
export const sdkLog = (log: Log, redact: Redact): Logger => {
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (...parts: unknown[]): void => {
      const flat = parts.flat(3);
      const thrown = flat.some((part) => part instanceof FeishuRefused || part instanceof FeishuUnreachable);
      log(thrown ? "debug" : level, `feishu sdk: ${flat.map(redact).join(" ")}`);
    };
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug"), trace: at("debug") };
};
