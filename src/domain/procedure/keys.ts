import { type Procedure, type State, stateOf } from "./definition.ts";
import type { ProcedureRecord } from "./record.ts";
import { isResting } from "./rest.ts";

// What no two records may have at once.

/** Whether a record is still open, the unique key it occupies (null if the key is free), and the one of its number. */
export function openness(
  definition: Procedure,
  record: ProcedureRecord,
): { open: boolean; openKey: string | null; numberKey: string | null } {
  const { ends, keepsKey }: State = stateOf(definition, record.state);
  const number = definition.number?.(record) ?? null;
  return {
    open: ends !== true && !isResting(record),
    openKey: ends && !keepsKey ? null : keyOf(definition, record),
    numberKey: number === null ? null : numberKeyOf(definition, number),
  };
}

/** The unique key of a numbered record. */
export function numberKeyOf({ id }: Pick<Procedure, "id">, number: string): string {
  return `${id} ${number}`;
}

/** How many records a town may have: one, one each year, or any number. */
export function perTown({ key }: Pick<Procedure, "key">): "one" | "yearly" | "any" {
  const said = key({ town: "town", period: "", ref: "", id: "", data: {} });
  if (said === "town") return "one";
  return key({ town: "town", period: "", ref: "2026", id: "", data: {} }) === "town 2026" ? "yearly" : "any";
}

/** Of these towns those that have none of the records, or none of this year where each year has its own. */
export function withoutRecord<T extends { slug: string }>(
  definition: Pick<Procedure, "key">,
  records: ReadonlyArray<Pick<ProcedureRecord, "town" | "data">>,
  towns: readonly T[],
  year: number,
): T[] {
  const each = perTown(definition);
  if (each === "any") return [];
  const held = records.filter(({ data }) => each === "one" || data.year === undefined || data.year === year);
  const slugs = new Set(held.map(({ town }) => town));
  return towns.filter(({ slug }) => !slugs.has(slug));
}

/** The unique key of an open record. */
export function keyOf(definition: Procedure, about: Parameters<Procedure["key"]>[0]): string {
  return `${definition.id} ${definition.key(about)}`;
}
