import type { Card } from "../../../cards/card.ts";
import { kitOf, type ProcedureKit, type RecordView } from "../../../cards/record/kit.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { countEvidence } from "../../../db/record-evidence.ts";
import { findRecord } from "../../../db/records.ts";
import { approvedBefore } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod, quarterAt } from "../../domain/calendar/period.ts";
import { type Procedure, takesEvidence } from "../../domain/procedure/definition.ts";
import { maySeeRecord, owed } from "../../domain/procedure/owed.ts";
import type { Address } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { offered } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { joinedPictures } from "../evidence/joined-pictures.ts";
import { photosOfRecords } from "../evidence/shown-photos.ts";
import { holdersOf, personOf } from "../roster/people.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { kinOf } from "./kin.ts";

/** The kit of a stored record. Throws for a procedure the product no longer has. */
export function kitFor(deps: Pick<Deps, "procedures">, { procedure }: ProcedureRecord): ProcedureKit {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) throw new Error(`no procedure ${procedure}`);
  return kit;
}

/** A record's card for a reader who may see it. */
export async function drawRecord(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const record = await findRecord(deps.db, id);
  const kit = record && kitOf(deps.procedures, record.procedure);
  if (!record || !kit || !maySeeRecord(kit.definition, record, reader, deps.programme)) return null;
  return { card: recordCard(await recordViewOf(deps, record, reader)) };
}

/** The data of a reader's card of a record; `reader` null: a group. */
export async function recordViewOf(
  deps: Deps,
  record: ProcedureRecord,
  reader: Person | null,
): Promise<RecordView> {
  const { programme } = deps;
  const now = deps.clock.now();
  const kit = kitFor(deps, record);
  const period = parsePeriod(record.period);
  const [evidence, quarter, unheld, kin] = await Promise.all([
    evidenceOf(deps, kit.definition, record),
    period ? quarterNow(deps, period) : null,
    unheldOf(deps, kit.definition, record),
    kinOf(deps, record),
  ]);
  const photos = kit.pictured
    ? await photosOfRecords(
        deps,
        [record, ...kin.filter(({ id }) => id === record.ref)].map(({ id }) => id),
      )
    : [];
  const reported = kit.reported ? await lastReported(deps, record.town) : null;
  const pairs = await joinedPictures(deps, record.id, kit.pairs?.(record) ?? []);
  const offers = reader ? offered(kit.definition, record, { actor: reader, now, programme, evidence }) : [];
  return {
    programme,
    kit,
    record,
    reader,
    offers,
    evidence,
    quarter,
    unheld,
    photos,
    kin,
    pairs,
    ...(reported ? { reported } : {}),
    now,
    locale: reader?.locale ?? "zh-CN",
  };
}

/** What the town reported of the items in its last approved quarter. */
async function lastReported({ db, clock }: Deps, town: string): Promise<RecordView["reported"] | null> {
  const reports = await approvedBefore(db, town, quarterAt(clock.now()));
  const last = reports.toSorted((a, b) => a.period.localeCompare(b.period)).at(-1);
  if (!last) return null;
  const items = Object.values(last.content.areas).flatMap((area) => Object.entries(area.items));
  return { period: last.period, items: Object.fromEntries(items) };
}

/** The posts and people who have to act next and are not on the roster. */
async function unheldOf(deps: Deps, definition: Procedure, record: ProcedureRecord): Promise<Address[]> {
  const awaited = owed(definition, record, deps.programme).map(({ to }) => to);
  const held = await Promise.all(
    awaited.map(async (to) =>
      "openId" in to
        ? (await personOf(deps, to.openId)) !== null
        : (await holdersOf(deps, `${to.role} ${to.area}`)).length > 0,
    ),
  );
  return awaited.filter((_, i) => !held[i]);
}

/** The number of photos and files on record; 0 for a procedure that does not ask for any. */
export async function evidenceOf(
  { db }: Pick<Deps, "db">,
  definition: Procedure,
  { id }: Pick<ProcedureRecord, "id">,
): Promise<number> {
  return takesEvidence(definition) ? countEvidence(db, id) : 0;
}
