import { AppType, Client, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { calendarCalls } from "./calendar-calls.ts";
import type { Call } from "./call.ts";
import { directoryCalls } from "./directory-calls.ts";
import type { Feishu } from "./feishu.ts";
import { FeishuRefused } from "./feishu-error.ts";
import { createFetchHttp } from "./fetch-http.ts";
import { messageCalls } from "./message-calls.ts";
import { createRedact } from "./redact.ts";
import { resourceCalls } from "./resource-calls.ts";
import { type Log, sdkLog } from "./sdk-log.ts";
import { createTokenCache, type TokenCache } from "./token-cache.ts";

export type FeishuOptions = {
  appId: string;
  appSecret: string;
  /** Base URL of the platform, e.g. `https://open.feishu.cn`. */
  domain: string;
  /** For one request; uploads and downloads get a minute. */
  timeoutMs: number;
  log: Log;
  fetch?: typeof fetch;
};

/** The platform through the official SDK's `Client`, over our own HTTP layer (feishu-contract 4 and 6). */
export const createFeishu = (options: FeishuOptions): Feishu => {
  const redact = createRedact([options.appSecret]);
  const tokens = createTokenCache();
  const client = new Client({
    appId: options.appId,
    appSecret: options.appSecret,
    appType: AppType.SelfBuild,
    domain: options.domain.replace(/\/+$/, ""),
    cache: tokens,
    logger: sdkLog(options.log, redact),
    loggerLevel: LoggerLevel.warn,
    httpInstance: createFetchHttp({
      timeoutMs: options.timeoutMs,
      redact,
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    }),
  });
  const call = withFreshToken(tokens);
  const ask = options.fetch ?? ((input, init) => fetch(input, init));
  return {
    clockSkew: async () => {
      const signal = AbortSignal.timeout(options.timeoutMs);
      const { headers } = await ask(options.domain, { method: "HEAD", redirect: "manual", signal });
      const at = Date.parse(headers.get("date") ?? "");
      return Number.isNaN(at) ? null : at - Date.now();
    },
    ...messageCalls(client, call),
    ...resourceCalls(client, call),
    ...directoryCalls(client, call),
    ...calendarCalls(client, call),
  };
};

const expiredToken = 99991663;

const withFreshToken =
  (tokens: TokenCache): Call =>
  async (work) => {
    const held = tokens.held();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FeishuRefused) || error.code !== expiredToken) throw error;
      // The first call held no token before, so the one it obtained was refused.
      tokens.drop(held ?? tokens.held());
      return work();
    }
  };
