import type { ProcedureKit } from "../cards/record/kit.ts";
import type { EvidenceStore } from "../db/evidence-store.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Programme } from "./domain/programme.ts";
import type { Feishu } from "./feishu/feishu.ts";
import type { Log } from "./log.ts";
import type { Counts } from "./metrics.ts";

/** Everything the product needs from outside itself; made once per entry. */
export type Deps = {
  config: Config;
  db: Db;
  evidence: EvidenceStore;
  feishu: Feishu;
  clock: Clock;
  /** Runs after the answer has gone out; what must not be lost is in the outbox already. */
  defer: (work: () => Promise<unknown>) => void;
  log: Log;
  /** What this process counts, for `/metrics`. */
  counts: Counts;
  programme: Programme;
  /** Everything that has a state and steps: its definition and words. */
  procedures: readonly ProcedureKit[];
};
