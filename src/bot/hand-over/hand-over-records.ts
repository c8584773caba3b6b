import { kitOf } from "../../../cards/record/kit.ts";
import { recordText } from "../../../cards/text/record.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { type Ahead, supersedeSends, waitingForPosts } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { owed } from "../../domain/procedure/owed.ts";
import { type Address, holdsAddress } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import { formerHolders, newHolders, type RosterChange } from "../../domain/programme/roster.ts";
import { recordsCard, recordsOf } from "../procedures/lists.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";

/** What a change of posts writes and sends; `touched`: subjects whose cards are redrawn. */
export type Transfer = { writes: Write[]; outbox: OutboxRow[]; touched: string[] };

/**
 * What a post owes passes to its new holder, who gets one list of what had already been delivered. Undelivered notices
 * are addressed to the post and need no transfer. Messages still queued for a former holder are cancelled, and cards
 * that say who acts next are redrawn.
 */
export async function handOverRecords(deps: Deps, change: RosterChange): Promise<Transfer> {
  const [open, ahead] = await Promise.all([listRecords(deps.db, { open: true }), waitingForPosts(deps.db)]);
  const outbox = await Promise.all(newHolders(change).map((person) => listFor(deps, person, ahead)));
  const writes = formerHolders(change).flatMap((person) => withdrawn(deps, person, open));
  const concerned = [...newHolders(change), ...formerHolders(change)];
  const touched = open
    .filter((record) => awaited(deps, record).some((to) => concerned.some((one) => holdsAddress(one, to))))
    .map(({ id }) => `record ${id}`);
  return { outbox: outbox.flat(), writes, touched };
}

/** Who has to act next on a record. */
function awaited({ procedures, programme }: Deps, record: ProcedureRecord): Address[] {
  const kit = kitOf(procedures, record.procedure);
  return kit ? owed(kit.definition, record, programme).map(({ to }) => to) : [];
}

async function listFor(deps: Deps, person: Person, ahead: Ahead[]): Promise<OutboxRow[]> {
  const post = `${person.role} ${person.area}`;
  const waiting = ahead.filter(({ to }) => to === post);
  const comes = new Set(waiting.flatMap(({ subject }) => subject?.split(" ") ?? []));
  const owed = (await recordsOf(deps, person)).filter(({ id }) => !comes.has(id));
  if (owed.length === 0) return [];
  const now = deps.clock.now();
  const text = recordText(person.locale);
  const card = recordsCard(deps, person, {
    scope: "mine",
    records: owed,
    page: 1,
    says: text.handover(owed.length),
  });
  const to = { openId: person.openId, quiet: true };
  const fallback = text.fallbackList(owed.length);
  const stands = { kind: "record_list", subject: "mine" } as const;
  return [enqueueCard(to, card, `handover records ${now}`, fallback, now, stands)];
}

function withdrawn({ db, clock }: Deps, { openId }: Person, records: ProcedureRecord[]): Write[] {
  const now = clock.now();
  return records.map(({ id }) => supersedeSends(db, openId, id, now));
}
