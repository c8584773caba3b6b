import type { Person } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import type { Procedure } from "./definition.ts";
import { holds } from "./posts.ts";
import type { ProcedureRecord } from "./record.ts";

/**
 * Whether this person has still to hand in the record's photos and files: a step that asks for them starts in its present
 * state and is theirs to take.
 */
export function awaitsEvidence(
  { steps }: Procedure,
  record: ProcedureRecord,
  person: Person,
  programme: Programme,
): boolean {
  return Object.values(steps).some(
    ({ from, who, asks }) =>
      from !== "start" &&
      from.includes(record.state) &&
      Object.values(asks).some(({ kind }) => kind === "evidence") &&
      who.some((post) => holds(person, post, record, programme)),
  );
}
