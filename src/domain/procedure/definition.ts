import type { Person } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import type { Asks, ValuesOf } from "./field.ts";
import type { ProcedureRecord, Values } from "./record.ts";

// The definition of a procedure: its states and the steps between them. A step says who may take it, what it asks for
// and who is informed; a state says who owes the next step and when. One file for each procedure; take.ts executes them
// all.

/**
 * The one who acts or is informed: a post of the record's town or of the city, a person named by a field, or
 * the taker of a step.
 */
export type Post =
  | "town"
  | "principal"
  | "county"
  | "county_principal"
  | "office"
  | "leader"
  /** The city department a record names in its field `department`; any of them may begin one. */
  | "department"
  /** The field's value is an address: `town.qikou`, `county.linxian`, `department.housing`, `office`, or an open_id. */
  | { named: string }
  /** The field holds a list of such addresses: everyone in it. */
  | { each: string }
  | { took: string };

/** A group chat that is informed of a step; its card has no buttons. */
export type Group = "all_towns" | "leading_group" | "county_group";
export type Colour = "blue" | "turquoise" | "green" | "yellow" | "orange" | "red" | "grey";

/** The situation of a step. `actor` null: taken automatically. `evidence`: number of photos and files on record. */
export type At = { actor: Person | null; now: number; programme: Programme; evidence: number };

export type State = {
  colour: Colour;
  /** Usually final; the key becomes free for a new record unless `keepsKey`. */
  ends?: true;
  keepsKey?: true;
  /**
   * Who has to take the next step, and within how many working days, or by the day or moment a field names; `usually`: the
   * working days after which that day is where nobody names one.
   */
  owes?: {
    post: Post;
    within: number | { day: string; usually?: number } | { moment: string };
    /** The day working days are counted from where the state is entered before it, `2027-01-31`. */
    from?: (record: Pick<ProcedureRecord, "ref">) => string;
    /** The field with the day before which nothing can be done yet, so that it waits for nobody. */
    opens?: string;
  };
  /** Who may see the record besides those who act on it; `everyone`: everyone on the roster. */
  sees?: readonly Post[] | "everyone";
  /** Posts whose list of own matters includes the record although they owe no step now. */
  concerns?: readonly Post[];
};

/**
 * A question that runs beside the state without changing it: one step opens it (an extension is requested), others end
 * it (granted, refused), and meanwhile a post may owe the answer.
 */
export type Aside = {
  opens: string | readonly string[];
  ends: readonly string[];
  /** Within working days, or by the day a field of the opening step names. */
  owes?: { post: Post; within: number | { day: string } };
  /** While it is open, the state's own step is never late. */
  holds?: true;
  /** Posts whose list of own matters includes the record while it is open. */
  concerns?: readonly Post[];
};

/** Why a step is refused: `reason` has a sentence in the wording file; `field` and `about` say what it concerns. */
export type Refusal = { reason: string; field?: string; about?: string | undefined; also?: Refusal[] };

export type Step<S extends string = string, A extends Asks = Asks> = {
  /** `start`: the step creates a record. */
  from: readonly S[] | "start";
  /** `field`: the state this field of the record names. */
  to: S | "same" | { field: string };
  who: readonly Post[];
  /** The takers of these earlier steps may not take this one: a second person is required. */
  not?: string | readonly string[];
  /** `during`: only while one of these asides is open. `unless`: only while none of these is. */
  during?: readonly string[];
  unless?: readonly string[];
  /** Taken by a message, a reply to the card or a sent file; has no button. */
  byReply?: true;
  /** Taken by the code, with a step of another record or when something outside has happened; has no button. */
  along?: true;
  /** Changes what was laid down instead of going on with it: never the button a card puts forward. */
  alters?: true;
  /** Adds to the record whatever has changed since its card was drawn: several people take it side by side. */
  adds?: true;
  /** What it fills in is there already, so that a card puts the others forward; it may be filled in anew. */
  done?(record: ProcedureRecord): boolean;
  /** May be taken for several records at once from a list. */
  together?: true;
  asks: A;
  /** A reason that does not depend on input: the step is not offered. */
  bars?(record: ProcedureRecord, at: At): string | null;
  /** A reason that depends on input; `record` is null for a step that creates one. */
  refuses?(record: ProcedureRecord | null, values: ValuesOf<A>, at: At): string | Refusal | null;
  /** Values derived from the input and stored with it. */
  sets?(record: ProcedureRecord | null, values: ValuesOf<A>, at: At): Values;
  tells: readonly (Post | Group)[];
  /** An automatic step: taken when the record's due day has passed, or at the time (UTC ms) in a field. */
  after?: "due" | { moment: string };
};

export type Procedure<S extends string = string> = {
  id: string;
  /** Only one open record may have a given key. */
  key(record: Pick<ProcedureRecord, "town" | "period" | "ref" | "data" | "id">): string;
  /** The number a record was given for good, `2026/12`: no two of the procedure have the same. Null: it has none. */
  number?(record: ProcedureRecord): string | null;
  states: Record<S, State>;
  asides?: Record<string, Aside>;
  steps: Record<string, Step<S>>;
  /** Who may see every record, besides those who act on it. */
  sees: readonly Post[];
  /**
   * Its records concern single units: they go to people alone, never to a group, and no digest or superior is told of
   * them, whoever may see them.
   */
  confidential?: true;
  /** Whoever is late with it is reminded in private, as are those above them; no group is told. */
  quietly?: true;
  /** The procedure's own refusal reasons; the wording file has a sentence for each. */
  reasons: readonly string[];
  /** Goes on while its town is away: it is about what was, or about the town's place in the programme. */
  outlasts?: true;
  /** Its days besides the one its state names, put off by `move`, once its town is back. */
  putOff?(data: Values, move: (day: string) => string): Values;
  /** Interprets a text reply to the record's card as a step with values; null when it means something else. */
  reply?(words: string, record: ProcedureRecord, programme: Programme): Reply | null;
  /** The step taken by replying with photos or files, with or without text. */
  shows?: string;
};

/**
 * The step a text reply means. `asks`: the uncertain part ("" for a missing one); the step's form is then
 * shown with the rest filled in. `loose`: applies only if the text has no other meaning.
 */
export type Reply = { step: string; typed: Record<string, unknown>; asks?: string; loose?: true };

/**
 * Checks a definition's type and keeps its literal names, so that its wording file can be type-checked
 * against them.
 */
export function procedure<const P extends Procedure>(definition: P): P {
  return definition;
}

/** A step whose `refuses` and `sets` get typed values. */
export function step<const S extends string, const A extends Asks>(definition: Step<S, A>): Step<S, A> {
  return definition;
}

/**
 * Whether photos and files in reply to a record's card are stored with it: true if any step asks for
 * evidence.
 */
export function takesEvidence({ steps }: Procedure): boolean {
  return Object.values(steps).some(({ asks }) => Object.values(asks).some(({ kind }) => kind === "evidence"));
}

/** Whether the pack leaves the procedure out: no record begins, moves or is owed. */
export function isOff({ id }: Pick<Procedure, "id">, { procedures }: Programme): boolean {
  return procedures[id]?.off === true;
}

/** Working days for what a state or an aside waits for: the pack's, or else the definition's own. */
export function daysFor(procedure: string, what: string, own: number, { procedures }: Programme): number {
  return procedures[procedure]?.days[what] ?? own;
}

/** Whether a person takes the step by a button: not by a message, and not the code alone. */
export function hasButton(step: Step | undefined): boolean {
  return step !== undefined && !step.byReply && !step.along;
}

/** A state by name. Throws for an unknown name: then the definition no longer matches the stored record. */
export function stateOf({ id, states }: Procedure, name: string): State {
  const found = states[name];
  if (!found) throw new Error(`procedure ${id} has no state ${name}`);
  return found;
}

/** The state a step leads to, with the values it stores. */
export function stateAfter({ to }: Step, before: ProcedureRecord | null, said: Values): string {
  if (typeof to === "object") return String({ ...before?.data, ...said }[to.field]);
  return to === "same" ? (before?.state ?? "") : to;
}
