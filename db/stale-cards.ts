import { inArray, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Db } from "./open.ts";

// Which cards have to be drawn again. A mark is an outbox entry without content: the outbox draws the card from the state
// it finds when the entry's turn comes. Each function is one statement of a change's batch, however many cards are out.

type Write = BatchItem<"sqlite">;

/** A sent card can be replaced for 14 days from its sending (feishu-contract 3.0), ms. */
export const REPLACEABLE = 14 * 86_400_000;

/**
 * Every living card that shows one of these subjects; not the pressed one, which gets its new content in the press's
 * answer, and none that shows a form.
 */
export function staleBySubject(db: Db, subjects: readonly string[], now: number, pressed = ""): Write {
  return redraw(
    db,
    sql`c.message_id in (select message_id from card_shows where ${inArray(sql`subject`, [...subjects])})
      and c.message_id <> ${pressed} and c.view not like 'form %' and c.view not in ('receipt', 'text')`,
    now,
  );
}

/**
 * Every living card of these people, forms too: what they hold, or the language they read, is another one now, and what is
 * no longer theirs is shown to them no more.
 */
export function staleByReader(db: Db, openIds: readonly string[], now: number): Write {
  return redraw(
    db,
    sql`${inArray(sql`c.open_id`, [...openIds])} and c.view not in ('receipt', 'text')
      and exists (select 1 from card_shows s where s.message_id = c.message_id)`,
    now,
  );
}

/** The reader's other cards of a record, which give way to the one just shown; none that shows a form. */
export function staleOlder(
  db: Db,
  than: { messageId: string; openId: string; kind: string; subject: string },
  now: number,
): Write {
  return redraw(
    db,
    sql`c.open_id = ${than.openId} and c.kind = ${than.kind} and c.subject = ${than.subject}
      and c.message_id <> ${than.messageId} and c.view not like 'form %' and c.view not in ('receipt', 'text')`,
    now,
  );
}

/** One card, if something was committed after `seq` (an audit number): it may have been drawn from before. */
export function staleSince(db: Db, messageId: string, seq: number, now: number): Write {
  return redraw(
    db,
    sql`c.message_id = ${messageId} and (select max(seq) from audit) > ${seq}
      and exists (select 1 from card_shows s where s.message_id = c.message_id)`,
    now,
  );
}

/** One card whose content is not known for sure. */
export function staleCard(db: Db, messageId: string, now: number): Write {
  return redraw(db, sql`c.message_id = ${messageId}`, now);
}

/** A pressed card, if an update of it was under way while the press was answered: the two may cross. */
export function staleIfCrossed(db: Db, messageId: string, since: number, now: number): Write {
  return redraw(
    db,
    sql`c.message_id = ${messageId} and exists (select 1 from outbox o where o."to" = c.message_id
      and o.kind = 'update' and (o.at >= ${since} or (o.status = 'pending' and o.claimed_until > ${now})))`,
    now,
  );
}

/** One waiting entry a card: a mark on a marked card is nothing, one whose drawing is under way is marked again. */
function redraw(db: Db, which: SQL, now: number): Write {
  return db.run(sql`insert into outbox (id, cause, kind, to_type, "to", msg_type, content, fallback, card_kind,
      subject, status, run_at, at)
    select lower(hex(randomblob(20))), 'redraw ' || c.kind || ' ' || c.subject, 'update', 'message_id',
      c.message_id, 'interactive', '', '', c.kind, c.subject, 'pending', ${now}, ${now}
    from card_message c where ${which} and c.open_id <> '' and c.at > ${now - REPLACEABLE}
      and not exists (select 1 from outbox o where o."to" = c.message_id and o.kind = 'update'
        and o.status = 'pending' and o.claimed_until <= ${now} and o.content = '')`);
}
