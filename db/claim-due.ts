import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import type { OutboxEntry } from "./outbox.ts";
import { prepared } from "./prepared.ts";
import { outbox } from "./schema.ts";

/** A claimed send that was never settled (after a crash) may be claimed again after this time, ms. */
const LEASE = 60_000;

/**
 * Claims up to `limit` due entries for one minute: three quarters from the oldest, one quarter from the newest, so that
 * an answer is not delayed by a push to thousands. Only the oldest entry of each receiver is claimed, which keeps
 * messages in order for any number of processes; an answer may overtake only unrequested entries that have not been
 * tried. `among`: how many of the oldest and of the newest due entries are looked at; those behind another of their
 * receiver cost as much to look at as those that can be sent.
 */
export function claimDue(db: Db, now: number, limit: number, among = Infinity): Promise<OutboxEntry[]> {
  const newest = Math.floor(limit / 4);
  const looked = Math.min(among, Number.MAX_SAFE_INTEGER);
  return claim(db).execute({ now, until: now + LEASE, oldest: limit - newest, newest, looked });
}

const claim = prepared((db) => {
  const [now, looked] = [sql.placeholder("now"), sql.placeholder("looked")];
  const [oldest, newest] = [sql.placeholder("oldest"), sql.placeholder("newest")];
  const due = sql`select id, "to", quiet, run_at, rowid as place from outbox
    where status = 'pending' and run_at <= ${now} and claimed_until <= ${now}`;
  const next = sql`not exists (select 1 from outbox e where e."to" = o."to" and e.status = 'pending'
    and e.rowid < o.place and (e.attempts > 0 or (e.run_at <= ${now} and (e.quiet = 0 or o.quiet = 1))))`;
  const some = (order: SQL, most: Placeholder) =>
    sql`select id from (select id from (${due} order by ${order} limit ${looked}) o where ${next} limit ${most})`;
  const chosen = sql`${some(sql`run_at, rowid`, oldest)} union ${some(sql`run_at desc, rowid desc`, newest)}`;
  return db
    .update(outbox)
    .set({
      claimedUntil: sql`${sql.placeholder("until")}`,
      attempts: sql`${outbox.attempts} + 1`,
      firstTriedAt: sql`coalesce(${outbox.firstTriedAt}, ${now})`,
      // An expired lease is an attempt with unknown outcome.
      unanswered: sql`case when ${outbox.claimedUntil} > 0 then 1 else ${outbox.unanswered} end`,
    })
    .where(sql`${outbox.id} in (${chosen})`)
    .returning()
    .prepare();
});
