import type { Config, Secrets } from "./config.ts";
import type { Deps } from "./deps.ts";
import { createFeishu } from "./feishu/client.ts";
import { countedCalls } from "./feishu/counted-calls.ts";
import type { Feishu } from "./feishu/feishu.ts";

/** Timeout of one request to Feishu, ms. */
const TIMEOUT = 10_000;

/** The platform's calls as this app makes them, logged, and counted by their results. */
export function feishuClient(
  { feishuDomain }: Config,
  { appId, appSecret }: Secrets,
  { log, counts }: Pick<Deps, "log" | "counts">,
): Feishu {
  const feishu = createFeishu({
    ...{ appId, appSecret, domain: feishuDomain, timeoutMs: TIMEOUT },
    log: (level, line) => log(level, line),
  });
  return countedCalls(feishu, (api, result) => counts.add("feishu_calls_total", { api, result }));
}
