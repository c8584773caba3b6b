import { operationsText, type Trouble } from "../../../cards/text/operations.ts";
import { verifyAuditTail } from "../../../db/audit-chain.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { lastSelfCheck, selfChecksSince } from "../../../db/job-runs.ts";
import { findOutbox } from "../../../db/outbox.ts";
import { outboxHealth } from "../../../db/outbox-health.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { officeReaders, type Reader, wordsFor } from "../roster/readers.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A message that may be sent and has waited this long is stuck. */
const STUCK = 30 * MINUTE;
/** A longer interval between two self-checks means that the bot was not running. */
const GAP = 2 * HOUR;
/** Rows of the audit log verified; `audit verify` checks all of it. */
const TAIL = 200;

type Found = { trouble: Trouble; n: number };

/**
 * The hourly self-check. Problems are reported to the office once a day for each kind; without problems nothing is
 * sent. Undelivered messages are reported when they occur.
 */
export async function planSelfCheck(deps: Deps): Promise<Planned> {
  const now = deps.clock.now();
  const found = await findTroubles(deps, now);
  if (found.length === 0) return { writes: [], outbox: [] };
  deps.log("warn", "self-check", { found: found.map(({ trouble, n }) => `${trouble} ${n}`).join(", ") });
  const rows = await Promise.all((await officeReaders(deps)).map((reader) => tell(deps, reader, found, now)));
  return { writes: [], outbox: rows.flatMap((row) => row ?? []) };
}

/** One message a day for the same kinds of problems; a new kind is reported at once. */
async function tell(deps: Deps, reader: Reader, found: Found[], now: number): Promise<OutboxRow | null> {
  const kinds = found.map(({ trouble }) => trouble).join(" ");
  const cause = `self-check ${shanghaiDay(now)} ${kinds}`;
  const words = wordsFor(reader, (locale) => {
    const text = operationsText(locale);
    return text.selfCheck(found.map(({ trouble, n }) => text.trouble[trouble](n)));
  });
  const row = enqueueText({ ...reader.to, quiet: true }, words, cause, now);
  return (await findOutbox(deps.db, row.id)) ? null : row;
}

async function findTroubles(deps: Deps, now: number): Promise<Found[]> {
  const [health, audit, reachable, last] = await Promise.all([
    outboxHealth(deps.db, now),
    verifyAuditTail(deps.db, TAIL),
    deps.feishu.botInfo().then(
      () => true,
      () => false,
    ),
    lastSelfCheck(deps.db, now),
  ]);
  const waited = health.oldestDue === null ? 0 : await waitedFor(deps, health.oldestDue, now);
  // A rehearsal's clock jumps, which is no outage.
  const gap = deps.config.rehearsalNow === null && last !== null ? now - last : 0;
  const all: Array<Found & { wrong: boolean }> = [
    { trouble: "gap", n: Math.round(gap / HOUR), wrong: gap > GAP },
    { trouble: "platform", n: 1, wrong: !reachable },
    { trouble: "stuck", n: Math.round(waited / MINUTE), wrong: waited > STUCK },
    { trouble: "downloads", n: health.downloads, wrong: health.downloads > 0 },
    { trouble: "audit", n: 1, wrong: !audit },
  ];
  return all.filter(({ wrong }) => wrong).map(({ trouble, n }) => ({ trouble, n }));
}

/**
 * How long a message due at `since` has waited while the bot was looking, ms: an outage, or a rehearsal's jump, shows as
 * hours without a self-check and is no delay of the message.
 */
async function waitedFor({ db }: Deps, since: number, now: number): Promise<number> {
  const looked = [since, ...(await selfChecksSince(db, since)), now];
  const spans = looked.slice(1).map((at, i) => at - (looked[i] ?? at));
  return spans.filter((span) => span <= GAP).reduce((sum, span) => sum + span, 0);
}
