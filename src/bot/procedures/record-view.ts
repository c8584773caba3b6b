import type { Card } from "../../../cards/card.ts";
import { kitOf, type ProcedureKit, type RecordView } from "../../../cards/record/kit.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { offered } from "../../domain/procedure/take.ts";

/** The kit of a stored record. Throws for a procedure the product no longer has. */
export function kitFor(deps: Pick<Deps, "procedures">, { procedure }: ProcedureRecord): ProcedureKit {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) throw new Error(`no procedure ${procedure}`);
  return kit;
}

/** A record's card for whoever may see it. */
export async function drawRecord(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const record = await findRecord(deps.db, id);
  const kit = record && kitOf(deps.procedures, record.procedure);
  if (!record || !kit || !maySeeRecord(kit.definition, record, reader, deps.programme)) return null;
  return { card: recordCard(recordViewOf(deps, record, reader)) };
}

/** What a reader's card of a record is drawn from; `reader` null: a group. */
export function recordViewOf(deps: Deps, record: ProcedureRecord, reader: Person | null): RecordView {
  const { programme } = deps;
  const kit = kitFor(deps, record);
  const at = { actor: reader, now: deps.clock.now(), programme, evidence: 0 };
  const offers = reader ? offered(kit.definition, record, at) : [];
  return { programme, kit, record, reader, offers, evidence: 0, locale: reader?.locale ?? "zh-CN" };
}
