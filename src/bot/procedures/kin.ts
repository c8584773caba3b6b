import { findRecord, listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { receipt } from "../../domain/guidance/standard.ts";
import { invitation } from "../../domain/meeting/invitation.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { supervision } from "../../domain/task/supervision.ts";
import { planOf } from "../../domain/visit/visit.ts";

// Records that the card of another one shows beside its own facts.

type Kin = (deps: Deps, record: ProcedureRecord) => Promise<ProcedureRecord[]>;

const KIN: Record<string, Kin> = {
  invitation: belongsTo,
  meeting: invitationsAndItems,
  receipt: belongsTo,
  rectification: belongsTo,
  standard: receiptsOf,
  visit: mendingsAt,
  visit_notice: belongsTo,
};

/** The records a card of this one shows beside its own facts. */
export async function kinOf(deps: Deps, record: ProcedureRecord): Promise<ProcedureRecord[]> {
  return (await KIN[record.procedure]?.(deps, record)) ?? [];
}

/** The record that began this one; none where it was begun by itself. */
async function belongsTo({ db }: Deps, { ref }: ProcedureRecord): Promise<ProcedureRecord[]> {
  const found = ref === "" ? null : await findRecord(db, ref);
  return found ? [found] : [];
}

/** What was found to be mended in the towns of a visit, then and before; and the other visits. */
async function mendingsAt({ db }: Deps, record: ProcedureRecord): Promise<ProcedureRecord[]> {
  const towns = new Set(planOf(record).towns);
  const [mendings, visits] = await Promise.all([
    listRecords(db, { procedure: "rectification" }),
    listRecords(db, { procedure: "visit" }),
  ]);
  return [...mendings.filter(({ town }) => towns.has(town)), ...visits.filter(({ id }) => id !== record.id)];
}

/** Who is invited to a meeting, and the 督办 items it decided. */
async function invitationsAndItems({ db }: Deps, { id }: ProcedureRecord): Promise<ProcedureRecord[]> {
  const records = await listRecords(db, { procedures: [invitation.id, supervision.id] });
  return records.filter(({ ref }) => ref === id);
}

/** Which towns have read a standard, and which not yet. */
async function receiptsOf({ db }: Deps, { id }: ProcedureRecord): Promise<ProcedureRecord[]> {
  return (await listRecords(db, { procedure: receipt.id })).filter(({ ref }) => ref === id);
}
