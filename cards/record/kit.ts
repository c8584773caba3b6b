import type { PairShown, PhotoPair, ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import type { Procedure } from "../../src/domain/procedure/definition.ts";
import type { Address } from "../../src/domain/procedure/posts.ts";
import type { ProcedureRecord, Values } from "../../src/domain/procedure/record.ts";
import type { Locale, Person } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Action } from "../action.ts";
import type { CardElement } from "../card.ts";
import type { ProcedureWords } from "../text/procedures/words.ts";

// A procedure with its presentation: definition, wording, and what only its own cards show.

/** The light beside the state, with its text; red for overdue. */
export type Light = { colour: "red" | "yellow" | "blue" | "green" | "grey"; text: string };

/** The data of one line in a list. */
export type RecordLine = Pick<RecordView, "programme" | "kit" | "record" | "now" | "locale">;

/**
 * `reader` null: a group. `offers`: the steps the reader may take now. `evidence`: number of photos and files
 * on record. `quarter`: the stage of the record's quarter; null without a quarter. `unheld`: who has to act next but is
 * not on the roster. `photos`: those sent for it and for the records it belongs to, the newest first, with the record each
 * came with. `kin`: records it belongs to or shows beside its own facts. `pairs`: photos joined to one picture.
 */
export type RecordView = {
  programme: Programme;
  kit: ProcedureKit;
  record: ProcedureRecord;
  reader: Person | null;
  offers: string[];
  evidence: number;
  quarter: Timetable | null;
  unheld: readonly Address[];
  photos?: ReadonlyArray<ShownPhoto & { record: string }>;
  kin?: readonly ProcedureRecord[];
  pairs?: readonly PairShown[];
  /** What the town's last approved quarter says of the items, in %. */
  reported?: { period: string; items: Record<string, number | null> };
  now: number;
  locale: Locale;
};

/**
 * `starts`: the steps that may create the record. `given`: the values the code supplies to the first of them.
 * `from`: the card the form replaces, redrawn by the back button.
 */
export type NewRecordView = {
  programme: Programme;
  kit: ProcedureKit;
  origin: Pick<ProcedureRecord, "town" | "period" | "ref">;
  starts: string[];
  given?: Values;
  reader: Person;
  from?: { kind: string; subject: string };
  locale: Locale;
};

/** A procedure's definition and wording, and the parts of its cards that differ from the standard ones. */
export type ProcedureKit = {
  definition: Procedure;
  words: Record<Locale, ProcedureWords>;
  /** Text above the form that creates a record, and the initial values of its fields. */
  start?: (view: NewRecordView) => { says: CardElement[]; typed: Record<string, string> };
  /** Text above a step's form, with the values the code supplies to that step. */
  says?: (view: RecordView & { given?: Values }, step: string) => CardElement[];
  /** Initial values of a step's inputs that the record does not have. */
  begins?: (view: RecordView & { given?: Values }, step: string) => Record<string, string>;
  /** Shown above the record's history, in addition to or instead of its fields. */
  body?: (view: RecordView) => CardElement[];
  /** Fields already shown by the body and therefore omitted from the history. */
  told?: readonly string[];
  /** The present light; null for none. */
  light?: (view: RecordLine) => Light | null;
  /** The first day of the present state, where a step may say another one than its own. */
  since?: (record: Pick<ProcedureRecord, "log">) => string;
  /** Text of a list line besides title and state. */
  brief?: (view: RecordLine) => string;
  /**
   * The form that creates a record from another record is sent as a new message, and the pressed card stays.
   */
  apart?: true;
  /** Subjects, besides the record's own, that every step changes what cards show of. */
  touches?: readonly string[];
  /** Lists have a button that creates one; `own`: only the list of this procedure. */
  inLists?: true | "own";
  /** A sentence leads to the form that creates one, as for all that lists create. */
  opens?: true;
  /** Its cards show the photos that were sent for it. */
  pictured?: true;
  /** Its cards show what the quarter reported last. */
  reported?: true;
  /** Its photos that are to be seen side by side, the earlier one first. */
  pairs?: (record: ProcedureRecord) => PhotoPair[];
  /** Target of the back button, on the form that creates a record and on the record's card. */
  home?: (about: Pick<ProcedureRecord, "period" | "town" | "ref">, reader: Person) => Action | null;
  /** Links to other cards. */
  links?: (view: RecordView) => Array<{ text: string; action: Action }>;
};

/** The kit of a procedure; undefined for an unknown id. */
export function kitOf(kits: readonly ProcedureKit[], id: string): ProcedureKit | undefined {
  return kits.find(({ definition }) => definition.id === id);
}
