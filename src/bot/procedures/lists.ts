import { asOf } from "../../../cards/living/living.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import { maySeeRecord, owed } from "../../domain/procedure/owed.ts";
import { holdsAddress } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { CardAnswer } from "../sending/card-answer.ts";
import { showPrivately } from "../sending/show-privately.ts";

/** Records whose next step this person owes, those due first in front. */
export async function recordsOwedBy(deps: Deps, person: Person): Promise<ProcedureRecord[]> {
  const records = await listRecords(deps.db, { open: true });
  const mine = records.filter((record) => {
    const kit = kitOf(deps.procedures, record.procedure);
    const next = kit && owed(kit.definition, record, deps.programme);
    return next ? holdsAddress(person, next.to) : false;
  });
  return mine.sort((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
}

/** The records of a scope: `mine`, or a procedure's id with what this person may see of it. */
async function recordsOf(deps: Deps, person: Person, scope: string): Promise<ProcedureRecord[]> {
  const kit = kitOf(deps.procedures, scope);
  if (!kit) return recordsOwedBy(deps, person);
  const all = await listRecords(deps.db, { procedure: scope });
  return all.filter((record) => maySeeRecord(kit.definition, record, person, deps.programme));
}

/** A page of these records as they stand. */
export function listCard(deps: Deps, person: Person, scope: string, records: ProcedureRecord[], page = 1) {
  const { programme, procedures } = deps;
  const { locale } = person;
  const card = recordListCard({ programme, kits: procedures, scope, records, page, locale });
  return asOf(card, deps.clock.now(), locale);
}

export async function showList(
  { deps, event, person }: { deps: Deps; event: FeishuCallback; person: Person },
  scope: string,
  page: number,
): Promise<CardAnswer> {
  const card = listCard(deps, person, scope, await recordsOf(deps, person, scope), page);
  const stands = { kind: "record_list", subject: scope } as const;
  return showPrivately(deps, event, person, { card, view: "overview", stands });
}
