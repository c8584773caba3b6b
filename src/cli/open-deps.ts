import { existsSync } from "node:fs";
import { QUESTIONS } from "../../cards/ask/questions.ts";
import { KITS } from "../../cards/record/kits.ts";
import { folderStore } from "../../db/evidence-store.ts";
import { openDatabase } from "../../db/open.ts";
import { rehearsalTime } from "../../db/rehearsal-clock.ts";
import { lookAtBytes } from "../bot/evidence/look-at-bytes.ts";
import { drainOutbox } from "../bot/outbox/drain-outbox.ts";
import { loadAdopted } from "../bot/procedures/effects/adopted.ts";
import { packInForce } from "../bot/procedures/effects/naming.ts";
import { realClock, rehearsalClock } from "../clock.ts";
import { type Config, loadConfig, secretsOf } from "../config.ts";
import type { Deps } from "../deps.ts";
import { createFeishu } from "../feishu/client.ts";
import { createRateLimit } from "../feishu/rate-limit.ts";
import { freeBytes } from "../free-bytes.ts";
import { loadProgramme } from "../load-programme.ts";
import { createLog } from "../log.ts";
import { createCounts } from "../metrics.ts";

const SANDBOX_DATABASE = "data/sandbox/tentowns.db";

/** Placeholders for missing credentials; calls with them reach no platform. */
const NO_PLATFORM = { appId: "cli_0000000000000000", appSecret: "none", domain: "http://feishu.invalid" };

/** The actor of commands in the audit log. */
export const OPERATOR = "operator";

/**
 * Everything a command needs, from the same environment as the server. Without credentials it uses the database of the
 * running sandbox, if there is one, and leaves sending to the server, which does so within a minute. `sends` false: what
 * waits in the outbox is left to the server in any case.
 */
export async function withDeps<T>(work: (deps: Deps) => Promise<T>, { sends = true } = {}): Promise<T> {
  const config = commandConfig();
  const { db, close } = await openDatabase(config.databaseUrl, config.databaseAuthToken);
  const pack = loadProgramme(config.programme);
  await loadAdopted({ db, programme: pack });
  // A command in a rehearsal is done at the rehearsal's time.
  const shown = config.rehearsalNow ?? (await rehearsalTime(db, Date.now()));
  const least = config.logLevel === "info" ? "warn" : config.logLevel;
  const log = createLog(least, (line) => console.error(line), secretsOf(config));
  const deps: Deps = {
    config,
    db,
    evidence: folderStore(config.evidenceUrl),
    feishu: createFeishu({
      ...(config.secrets ? { ...config.secrets, domain: config.feishuDomain } : NO_PLATFORM),
      timeoutMs: 10_000,
      log: (level, line) => log(level, line),
    }),
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(() => performance.now()),
    clock: shown === null ? realClock : rehearsalClock(shown),
    defer: () => {},
    log,
    counts: createCounts(() => null),
    get programme() {
      return packInForce(db, pack);
    },
    procedures: KITS,
    questions: QUESTIONS,
    freeBytes: () => freeBytes(config.databaseUrl),
  };
  try {
    const result = await work(deps);
    if (config.secrets && sends) await drainOutbox(deps);
    return result;
  } finally {
    close();
  }
}

/** A command's configuration: with the database of the running sandbox, where no other is named. */
export function commandConfig(): Config {
  const config = loadConfig(process.env);
  const own = config.secrets !== null || process.env.DATABASE_URL;
  return own || !existsSync(SANDBOX_DATABASE)
    ? config
    : { ...config, databaseUrl: `file:${SANDBOX_DATABASE}` };
}
