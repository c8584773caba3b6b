import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import { shanghaiDay } from "../shanghai-time.ts";
import { addWorkingDays } from "../working-days.ts";
import { type At, type Post, type Procedure, stateOf } from "./definition.ts";
import { type Address, addressOf, holds } from "./posts.ts";
import type { ProcedureRecord } from "./record.ts";

// Who owes a record's next step, and who may look at it. Reminders, digest, hand-over and "my tasks" read this alone.

export type Owed = { post: Post; to: Address; due: string | null; since: number };

/** Who owes the next step, by when, and since when (UTC ms); null when nobody does. */
export function owed(definition: Procedure, record: ProcedureRecord, programme: Programme): Owed | null {
  const { owes } = stateOf(definition, record.state);
  const to = owes ? addressOf(owes.post, record, programme) : null;
  const since = record.log.findLast(({ from, to: into }) => from !== into)?.at ?? 0;
  if (!owes || !to) return null;
  // Not known when the step was taken: that year's calendar came later, or the record is from before there were any.
  const due = record.due ?? dueOf(definition, record, { now: since, programme });
  return { post: owes.post, to, due, since };
}

/** The day the state's next step is due: within the pack's days or the definition's, or on the day a field names. */
export function dueOf(
  definition: Procedure,
  record: ProcedureRecord,
  { now, programme }: Pick<At, "now" | "programme">,
): string | null {
  const { owes } = stateOf(definition, record.state);
  if (!owes) return null;
  if (typeof owes.within === "object") {
    const day = record.data[owes.within.day];
    return typeof day === "string" && day !== "" ? day : null;
  }
  const days = programme.procedures[definition.id]?.days[record.state] ?? owes.within;
  const answer = addWorkingDays(shanghaiDay(now), days);
  return answer.known ? answer.day : null;
}

/** Whether a record as it stands is for those alone who act on it: not even the leading group may know of it. */
export function isConfidential(definition: Procedure, record: ProcedureRecord): boolean {
  const { sees = [] } = stateOf(definition, record.state);
  return sees !== "everyone" && ![...definition.sees, ...sees].includes("leader");
}

/** Whether a person may look at a record: those who act on it, who are owed it, and whom its state is open to. */
export function maySeeRecord(
  definition: Procedure,
  record: ProcedureRecord,
  person: Person,
  programme: Programme,
): boolean {
  const { sees = [], owes } = stateOf(definition, record.state);
  if (sees === "everyone") return true;
  const posts = [...definition.sees, ...sees, ...(owes ? [owes.post] : [])];
  if (posts.some((post) => holds(person, post, record, programme))) return true;
  return record.log.some(({ by }) => by === person.openId);
}
