import { QUESTIONS } from "../cards/ask/questions.ts";
import { KITS } from "../cards/record/kits.ts";
import { folderStore } from "../db/evidence-store.ts";
import type { Db } from "../db/open.ts";
import { lookAtBytes } from "../src/bot/evidence/look-at-bytes.ts";
import { loadConfig } from "../src/config.ts";
import type { Deps } from "../src/deps.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { createFeishu } from "../src/feishu/client.ts";
import { createRateLimit } from "../src/feishu/rate-limit.ts";
import { createCounts } from "../src/metrics.ts";
import { SECRETS } from "./signed-request.ts";

/** The bot over a database, on a day of the fourth quarter; nothing is sent, because sending is not what is measured. */
export function depsOver(db: Db, programme: Programme, folder: string): Deps {
  const config = loadConfig({ ...SECRETS, FEISHU_DOMAIN: "http://127.0.0.1:9" });
  const feishu = createFeishu({
    appId: SECRETS.FEISHU_APP_ID,
    appSecret: SECRETS.FEISHU_APP_SECRET,
    domain: config.feishuDomain,
    timeoutMs: 1000,
    log: () => {},
  });
  return {
    config,
    db,
    evidence: folderStore(`file:${folder}`),
    feishu: { ...feishu, botInfo: async () => ({ openId: "ou_bot", name: "bot" }) },
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(() => performance.now()),
    clock: { now: () => NOW },
    defer: () => {},
    log: () => {},
    counts: createCounts(() => null),
    programme,
    procedures: KITS,
    questions: QUESTIONS,
  };
}

export const NOW = Date.parse("2026-10-12T10:00:00+08:00");
