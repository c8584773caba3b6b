import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { type Write, written } from "./written.ts";

// Marks cards to be redrawn. A mark is an outbox entry without content: the outbox draws the card from the state at
// that time. Each function is one statement of a change's batch, however many cards there are.

/** How long a sent card can be replaced, ms: 14 days (feishu-contract 3.0). */
export const REPLACEABLE = 14 * 86_400_000;

/** One pending entry for each card: a further mark changes nothing, unless the card is being drawn at that moment. */
function redraws<V extends Record<string, unknown>>(
  which: SQL,
): (db: Db, values: V & { now: number }) => Write {
  const now = sql.placeholder("now");
  return written<V & { now: number }>(
    () => sql`insert into outbox (id, cause, kind, to_type, "to", msg_type, content, fallback, card_kind,
      subject, status, run_at, at)
    select lower(hex(randomblob(20))), 'redraw ' || c.kind || ' ' || c.subject, 'update', 'message_id',
      c.message_id, 'interactive', '', '', c.kind, c.subject, 'pending', ${now}, ${now}
    from card_message c where ${which} and c.open_id <> '' and c.at > ${now} - ${sql.raw(String(REPLACEABLE))}
      and not exists (select 1 from outbox o where o."to" = c.message_id and o.kind = 'update'
        and o.status = 'pending' and o.claimed_until <= ${now} and o.content = '')`,
  );
}

const messageId = sql.placeholder("messageId");
const showsFreely = sql.raw("c.view not like 'form %' and c.view not in ('receipt', 'text')");
const showsAny = sql.raw("exists (select 1 from card_shows s where s.message_id = c.message_id)");

const bySubject = redraws<{ subjects: string; pressed: string }>(
  sql`c.message_id in (select message_id from card_shows
      where subject in (select value from json_each(${sql.placeholder("subjects")})))
    and c.message_id <> ${sql.placeholder("pressed")} and ${showsFreely}`,
);
const byReader = redraws<{ openIds: string }>(
  sql`c.open_id in (select value from json_each(${sql.placeholder("openIds")})) and c.view <> 'text'
    and ${showsAny}`,
);
const older = redraws<{ messageId: string; openId: string; kind: string; subject: string }>(
  sql`c.open_id = ${sql.placeholder("openId")} and c.kind = ${sql.placeholder("kind")}
    and c.subject = ${sql.placeholder("subject")} and c.message_id <> ${messageId} and ${showsFreely}`,
);
const since = redraws<{ messageId: string; seq: number }>(
  sql`c.message_id = ${messageId} and (select max(seq) from audit) > ${sql.placeholder("seq")} and ${showsAny}`,
);
const one = redraws<{ messageId: string }>(sql`c.message_id = ${messageId}`);
const ifCrossed = redraws<{ messageId: string; since: number }>(
  sql`c.message_id = ${messageId} and exists (select 1 from outbox o where o."to" = c.message_id
    and o.kind = 'update' and (o.at >= ${sql.placeholder("since")}
      or (o.status = 'pending' and o.claimed_until > ${sql.placeholder("now")})))`,
);
const alikeTo = redraws<{ period: string; town: string; alike: string }>(
  sql`c.message_id in (select s.message_id from report r join card_shows s on s.subject = 'report ' || r.id
      where r.period = ${sql.placeholder("period")} and r.alike = ${sql.placeholder("alike")}
        and r.town <> ${sql.placeholder("town")})
    and ${showsFreely}`,
);

/**
 * Marks every living card that shows one of these subjects, except the pressed one, which gets its content in the
 * answer to the press, and cards with a form.
 */
export function staleBySubject(db: Db, subjects: readonly string[], now: number, pressed = ""): Write {
  return bySubject(db, { subjects: JSON.stringify(subjects), now, pressed });
}

/** The same for the reports of a quarter that have the same figures for the check-up as one town's, except that town's. */
export function staleAlike(db: Db, of: { period: string; town: string; alike: string }, now: number): Write {
  return alikeTo(db, { ...of, now });
}

/**
 * Marks every living card of these people, including forms and lines that lead to newer cards, because their posts or
 * language changed; what they may no longer see is removed.
 */
export function staleByReader(db: Db, openIds: readonly string[], now: number): Write {
  return byReader(db, { openIds: JSON.stringify(openIds), now });
}

/** Marks the reader's older cards of a record, which are superseded by the one just shown; not those with a form. */
export function staleOlder(
  db: Db,
  { messageId, openId, kind, subject }: { messageId: string; openId: string; kind: string; subject: string },
  now: number,
): Write {
  return older(db, { messageId, openId, kind, subject, now });
}

/** Marks one card if anything was committed after `seq` (an audit number), since it may be out of date. */
export function staleSince(db: Db, messageId: string, seq: number, now: number): Write {
  return since(db, { messageId, seq, now });
}

/** Notes that a card can no longer be replaced, whatever our own clock says of its age. */
export function expireCard(db: Db, messageId: string, now: number): Write {
  return db.run(
    sql`update card_message set at = min(at, ${now - REPLACEABLE}) where message_id = ${messageId}`,
  );
}

/** Marks one card whose content is uncertain. */
export function staleCard(db: Db, messageId: string, now: number): Write {
  return one(db, { messageId, now });
}

/** Marks a pressed card if an update of it was being sent while the press was answered: the two may have crossed. */
export function staleIfCrossed(db: Db, messageId: string, since: number, now: number): Write {
  return ifCrossed(db, { messageId, since, now });
}
