import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import type { Asks, ValuesOf } from "./field.ts";
import type { ProcedureRecord, Values } from "./record.ts";

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
  /** Who has to take the next step, and within how many working days, or by the day or moment a field names. */
  owes?: { post: Post; within: number | { day: string } | { moment: string } };
  /** Who may look at the record beside those who act on it; `everyone` of the roster. */
  sees?: readonly Post[] | "everyone";
  /** Who finds it among their own matters though they owe nothing now. */
  concerns?: readonly Post[];
};

/**
 * A question beside the state, which stays what it is: one step opens it (more time is asked for), others end it (granted,
 * refused), and meanwhile somebody may owe the answer.
 */
export type Aside = {
  opens: string;
  ends: readonly string[];
  owes?: { post: Post; within: number };
  /** While it is open what the state owes is nobody's delay. */
  holds?: true;
  /** Who finds it among their own matters meanwhile. */
  concerns?: readonly Post[];
};

/** Why a step is refused: a name the wording file has a sentence for, the field and the words it is about. */
export type Refusal = { reason: string; field?: string; about?: string; also?: Refusal[] };

export type Step<S extends string = string, A extends Asks = Asks> = {
  /** `start`: it begins a record. */
  from: readonly S[] | "start";
  to: S | "same";
  who: readonly Post[];
  /** Whoever took this earlier step, or the last of these, may not take this one: two pairs of eyes. */
  not?: string | readonly string[];
  /** Taken only while one of these asides is open; only while none of these is. */
  during?: readonly string[];
  unless?: readonly string[];
  /** Taken by a reply to the card, not by a button on it. */
  byReply?: true;
  /** May be taken of several records at once, from a list of them. */
  together?: true;
  asks: A;
  /** Why it cannot be taken whatever is filled in: it is not offered then. */
  bars?(record: ProcedureRecord, at: At): string | null;
  /** Why it cannot be taken with these values; `record` is null for a step that begins one. */
  refuses?(record: ProcedureRecord | null, values: ValuesOf<A>, at: At): string | Refusal | null;
  /** What follows from the values, kept in the record beside them. */
  sets?(record: ProcedureRecord | null, values: ValuesOf<A>, at: At): Values;
  tells: readonly (Post | Group)[];
  /** A step that time takes: when the record's step is overdue, or at the moment (UTC ms) a field holds. */
  after?: "due" | { moment: string };
};

export type Procedure<S extends string = string> = {
  id: string;
  /** What there may be one open record of. */
  key(record: Pick<ProcedureRecord, "town" | "period" | "ref" | "data" | "id">): string;
  states: Record<S, State>;
  asides?: Record<string, Aside>;
  steps: Record<string, Step<S>>;
  /** Who may see every record, beside those who act on it. */
  sees: readonly Post[];
  /** Its own reasons to refuse a step; the wording file has a sentence for each. */
  reasons: readonly string[];
  /** The step that words in reply to the record's card take, and what they fill in; null: they mean something else. */
  reply?(words: string, record: ProcedureRecord, programme: Programme): Reply | null;
  /** The step that photos or files in reply to the record's card take, with or without words. */
  shows?: string;
};

/**
 * What words in reply to a card come to. `asks`: what of them was not certain ("" for something left out), so that the
 * step's form is shown with the rest filled in; `loose`: only where they mean nothing else.
 */
export type Reply = { step: string; typed: Record<string, unknown>; asks?: string; loose?: true };

/** Holds a definition to its shape and keeps its own names, so that its wording file can be checked against them. */
export function procedure<const P extends Procedure>(definition: P): P {
  return definition;
}

/** A step whose `refuses` knows what its fields hold. */
export function step<const S extends string, const A extends Asks>(definition: Step<S, A>): Step<S, A> {
  return definition;
}

/** Whether photos and files that reply to a record's card belong to it: a step asks for them. */
export function takesEvidence({ steps }: Procedure): boolean {
  return Object.values(steps).some(({ asks }) => Object.values(asks).some(({ kind }) => kind === "evidence"));
}

/** A state or step by name. Throws for a name the procedure does not have: a stored record it no longer fits. */
export function stateOf({ id, states }: Procedure, name: string): State {
  const found = states[name];
  if (!found) throw new Error(`procedure ${id} has no state ${name}`);
  return found;
}
