import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import type { Asks, ValuesOf } from "./field.ts";
import type { ProcedureRecord } from "./record.ts";

// What a procedure is: its states, the steps that lead from one to another, who may take each, what it asks for, who
// hears of it, and who owes the next one by when. One file a procedure; the kernel does the rest.

/** Who acts or hears: a post of the record's town or of the city, whoever a field names, or whoever took a step. */
export type Post =
  | "town"
  | "principal"
  | "county"
  | "office"
  | "leader"
  /** The field's value is an address: `town.qikou`, `county.linxian`, `department.housing`, or an open_id. */
  | { named: string }
  | { took: string };

/** A group that is told of a step: the card goes there without buttons. */
export type Group = "all_towns" | "leading_group" | "county_group";
export type Colour = "blue" | "turquoise" | "green" | "yellow" | "orange" | "red" | "grey";

/** What a step is taken with. `actor` null: time takes it. `evidence`: photos and files on record. */
export type At = { actor: Person | null; now: number; programme: Programme; evidence: number };

export type State = {
  colour: Colour;
  /** Nothing follows as a rule; the key is free for a new record unless `keepsKey`. */
  ends?: true;
  keepsKey?: true;
  /** Who has to take the next step, and within how many working days or by the day a field names. */
  owes?: { post: Post; within: number | { day: string } };
  /** Who may look at the record beside those who act on it; `everyone` of the roster. */
  sees?: readonly Post[] | "everyone";
};

export type Step<S extends string = string, A extends Asks = Asks> = {
  /** `start`: it begins a record. */
  from: readonly S[] | "start";
  to: S;
  who: readonly Post[];
  /** Whoever took this earlier step may not take this one: two pairs of eyes. */
  not?: string;
  asks: A;
  /** Why it cannot be taken whatever is filled in: it is not offered then. */
  bars?(record: ProcedureRecord, at: At): string | null;
  /** Why it cannot be taken with these values; `record` is null for a step that begins one. */
  refuses?(record: ProcedureRecord | null, values: ValuesOf<A>, at: At): string | null;
  tells: readonly (Post | Group)[];
  /** A step that time takes: when the record's step is overdue, or at the moment (UTC ms) a field holds. */
  after?: "due" | { moment: string };
};

export type Procedure<S extends string = string> = {
  id: string;
  /** What there may be one open record of. */
  key(record: Pick<ProcedureRecord, "town" | "period" | "ref" | "data" | "id">): string;
  states: Record<S, State>;
  steps: Record<string, Step<S>>;
  /** Who may see every record, beside those who act on it. */
  sees: readonly Post[];
  /** Its own reasons to refuse a step; the wording file has a sentence for each. */
  reasons: readonly string[];
  /** The step that words in reply to the record's card take, and what they fill in; null: they mean something else. */
  reply?(words: string, record: ProcedureRecord): Reply | null;
};

/** What words in reply to a card come to. */
export type Reply = { step: string; typed: Record<string, unknown> };

/** Holds a definition to its shape and keeps its own names, so that its wording file can be checked against them. */
export function procedure<const P extends Procedure>(definition: P): P {
  return definition;
}

/** A step whose `refuses` knows what its fields hold. */
export function step<const S extends string, const A extends Asks>(definition: Step<S, A>): Step<S, A> {
  return definition;
}

/** A state or step by name. Throws for a name the procedure does not have: a stored record it no longer fits. */
export function stateOf({ id, states }: Procedure, name: string): State {
  const found = states[name];
  if (!found) throw new Error(`procedure ${id} has no state ${name}`);
  return found;
}
