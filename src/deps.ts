import type { Question } from "../cards/ask/questions.ts";
import type { ProcedureKit } from "../cards/record/kit.ts";
import type { EvidenceStore } from "../db/evidence-store.ts";
import type { Db } from "../db/open.ts";
import type { OutboxEntry } from "../db/outbox.ts";
import type { Labelled } from "./bot/evidence/join-photos.ts";
import type { Pace } from "./bot/pace.ts";
import type { Reply } from "./bot/sending/enqueue-message.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Drafted } from "./domain/bulletin/bulletin.ts";
import type { PeriodId } from "./domain/calendar/period.ts";
import type { LookedAt } from "./domain/checkup/photo-facts.ts";
import type { Person } from "./domain/programme/people.ts";
import type { Programme } from "./domain/programme/programme.ts";
import type { Feishu } from "./feishu/feishu.ts";
import type { RateLimit } from "./feishu/rate-limit.ts";
import type { Log } from "./log.ts";
import type { Counts } from "./metrics.ts";

/** The product's external dependencies, created once for each entry point. */
export type Deps = {
  config: Config;
  db: Db;
  evidence: EvidenceStore;
  /** Looks at a photo without holding up anybody else; one that cannot be looked at is not decoded. */
  lookAtPhoto: (bytes: Uint8Array) => Promise<LookedAt>;
  /** Joins two photos to one picture (join-photos.ts); absent where there is no time for it: they are shown one by one. */
  joinPhotos?: (pair: readonly [Labelled, Labelled]) => Promise<Uint8Array | null>;
  feishu: Feishu;
  /** The platform's limits on sending, counted over everything this process sends. */
  rateLimit: RateLimit;
  clock: Clock;
  /** The limit of presses and messages of one person a minute; none where a script acts for people. */
  pace?: Pace;
  /** Runs after the answer was sent; anything that must not be lost is already in the outbox. */
  defer: (work: () => Promise<unknown>) => void;
  log: Log;
  /** The bot's counters, for `/metrics`. */
  counts: Counts;
  programme: Programme;
  /** The definitions and wording of all procedures. */
  procedures: readonly ProcedureKit[];
  /** Looks at the whole bot for somebody of the office; a Worker has no room for its words. */
  selfCheck?: (deps: Deps, person: Person) => Promise<Reply>;
  /** Bytes left where the database is; none on a Worker. */
  freeBytes?: () => Promise<number | null>;
  /** Sends the handbook an outbox entry asks for; absent where there is no file of it, as on a Worker. */
  sendHandbook?: (deps: Deps, entry: OutboxEntry) => Promise<void>;
  /** Packs the papers an outbox entry asks for, and sends them; a Worker has no room for what writes office files. */
  sendPackage?: (deps: Deps, entry: OutboxEntry) => Promise<void>;
  /** Sends the template of a town's 方案 and reads the file that comes back; on Node alone, as the papers above. */
  townPlanFiles?: Record<"send" | "receive", (deps: Deps, entry: OutboxEntry) => Promise<void>>;
  /** Makes the workbook an outbox entry orders, and sends it; absent in a Worker for the same reason. */
  sendBook?: (deps: Deps, entry: OutboxEntry) => Promise<void>;
  /** Drafts a quarter's bulletin, and sends the file an outbox entry asks for; on Node alone, as the papers above. */
  bulletins?: {
    draft: (deps: Deps, period: PeriodId, ref: string) => Promise<Drafted>;
    send: (deps: Deps, entry: OutboxEntry) => Promise<void>;
  };
  /** The kinds of question that are understood, and their wording. */
  questions: readonly Question[];
};
