import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { QUESTIONS } from "../cards/ask/questions.ts";
import { card, md } from "../cards/elements.ts";
import { KITS } from "../cards/record/kits.ts";
import { commit } from "../db/commit.ts";
import { folderStore } from "../db/evidence-store.ts";
import { openDatabase } from "../db/open.ts";
import { outboxCounts } from "../db/outbox.ts";
import { lookAtBytes } from "../src/bot/evidence/look-at-bytes.ts";
import { drainOutbox } from "../src/bot/outbox/drain-outbox.ts";
import { enqueueCard, enqueueText } from "../src/bot/sending/enqueue-message.ts";
import { loadConfig } from "../src/config.ts";
import type { Deps } from "../src/deps.ts";
import { createFeishu } from "../src/feishu/client.ts";
import { createRateLimit } from "../src/feishu/rate-limit.ts";
import { loadProgramme } from "../src/load-programme.ts";
import { createCounts } from "../src/metrics.ts";
import { createPlatform, type Platform, receiver } from "./fan-out-platform.ts";
import { type VirtualTime, virtualTime } from "./fan-out-time.ts";

const START = Date.parse("2026-10-12T09:00:00+08:00");
const MINUTE = 60_000;

export type Pushed = {
  /** From the first message's start to the last one's arrival, ms of virtual time. */
  took: number;
  platform: Platform;
  /** Outbox entries by status. */
  rows: Record<string, number>;
  /** How long somebody who asked in the midst of it waited for the answer, ms: one a minute. */
  answers: number[];
};

/**
 * One card to each of so many people, through the real outbox on a real file in `parent`, in virtual time; once a minute
 * somebody asks something. `watch` is told after every thousand.
 */
export async function push(
  receivers: number,
  parent: string,
  watch: (sent: number) => void = () => {},
): Promise<Pushed> {
  const folder = mkdtempSync(join(parent, "tentowns-fan-out-"));
  const { db, close } = await openDatabase(`file:${join(folder, "push.db")}`);
  try {
    const time = virtualTime(START);
    const ways = seededWays();
    let told = 0;
    const platform = createPlatform(time, receivers, () => {
      if (platform.counts.taken >= told + 1_000) {
        told += 1_000;
        watch(told);
      }
      return ways();
    });
    const deps = depsOver(db, folder, time, platform.fetch);
    await queue(deps, receivers);
    const asked: number[] = [];
    const ask = async (): Promise<void> => {
      while (((await outboxCounts(db)).pending ?? 0) > 0) {
        // The last in line asks: what is meant for everybody must not come before their answer.
        const openId = receiver(receivers - 1 - asked.length);
        const row = enqueueText({ openId }, "您的排名…", `asked ${asked.length}`, time.now());
        platform.arrivals.set(row.id, 0);
        asked.push(time.now());
        await commit(db, { audit: null, outbox: [row] }, time.now());
        void drainOutbox(deps);
        await time.sleep(MINUTE);
      }
    };
    await time.run(Promise.all([drainOutbox(deps), ask()]));
    const answers = [...platform.arrivals.values()].map((at, n) => at - (asked[n] ?? 0));
    return { took: platform.counts.last - START, platform, rows: await outboxCounts(db), answers };
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function depsOver(db: Deps["db"], folder: string, time: VirtualTime, send: typeof fetch): Deps {
  return {
    config: loadConfig({}),
    db,
    evidence: folderStore(`file:${folder}`),
    feishu: createFeishu({
      appId: "cli_0123456789abcdef",
      appSecret: "bench-secret",
      domain: "http://feishu.invalid",
      timeoutMs: 10_000,
      log: () => {},
      fetch: send,
    }),
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(time.now, time.sleep),
    clock: { now: time.now },
    defer: () => {},
    log: () => {},
    counts: createCounts(() => null),
    programme: loadProgramme("luliang-ten-towns"),
    procedures: KITS,
    questions: QUESTIONS,
  };
}

async function queue(deps: Deps, receivers: number): Promise<void> {
  const words = "请在截止日前完成填报。".repeat(40);
  const notice = card({ title: "关于报送第三季度进展的通知", template: "blue" }, [md(words)]);
  const rows = Array.from({ length: receivers }, (_, n) =>
    enqueueCard({ openId: receiver(n), quiet: true }, notice, "push", "请发“我的填报”。", START, {
      kind: "help",
      subject: "",
    }),
  );
  const audit = { actor: "bench", kind: "push", subject: "" };
  await commit(deps.db, { audit, outbox: rows }, START);
}

/** 50 to 450 ms one way; the same in every run. */
function seededWays(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return 50 + (state % 401);
  };
}
