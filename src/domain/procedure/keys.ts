import { type Procedure, type State, stateOf } from "./definition.ts";
import type { ProcedureRecord } from "./record.ts";

// What no two records may have at once.

/** Whether a record is still open, the unique key it occupies (null if the key is free), and the one of its number. */
export function openness(
  definition: Procedure,
  record: ProcedureRecord,
): { open: boolean; openKey: string | null; numberKey: string | null } {
  const { ends, keepsKey }: State = stateOf(definition, record.state);
  const number = definition.number?.(record) ?? null;
  return {
    open: ends !== true,
    openKey: ends && !keepsKey ? null : keyOf(definition, record),
    numberKey: number === null ? null : numberKeyOf(definition, number),
  };
}

/** The unique key of a numbered record. */
export function numberKeyOf({ id }: Pick<Procedure, "id">, number: string): string {
  return `${id} ${number}`;
}

/** The unique key of an open record. */
export function keyOf(definition: Procedure, about: Parameters<Procedure["key"]>[0]): string {
  return `${definition.id} ${definition.key(about)}`;
}
