import type { Locale, Person } from "../../src/domain/people.ts";
import type { Procedure } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord, Values } from "../../src/domain/procedure/record.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Action } from "../action.ts";
import type { CardElement } from "../card.ts";
import type { ProcedureWords } from "../text/procedures/words.ts";

// A procedure as people meet it: its definition, its words, and what only its own cards show.

/** A light beside the state, with its words: red for what is overdue. */
export type Light = { colour: "red" | "yellow" | "blue" | "green" | "grey"; text: string };

/** What a line of a list is drawn from. */
export type RecordLine = Pick<RecordView, "programme" | "kit" | "record" | "now" | "locale">;

/**
 * `reader` null: a group. `offers`: the steps the reader may take now. `evidence`: photos and files on record. `quarter`:
 * where the record's quarter stands; null for a record of none.
 */
export type RecordView = {
  programme: Programme;
  kit: ProcedureKit;
  record: ProcedureRecord;
  reader: Person | null;
  offers: string[];
  evidence: number;
  quarter: Timetable | null;
  now: number;
  locale: Locale;
};

/** `starts`: the steps that may begin the record. `given`: what the code gives to the first of them. */
export type NewRecordView = {
  programme: Programme;
  kit: ProcedureKit;
  origin: Pick<ProcedureRecord, "town" | "period" | "ref">;
  starts: string[];
  given?: Values;
  reader: Person;
  locale: Locale;
};

export type ProcedureKit = {
  definition: Procedure;
  words: Record<Locale, ProcedureWords>;
  /** What the form that begins a record says first, and what is in its fields before anything is typed. */
  start?: (view: NewRecordView) => { says: CardElement[]; typed: Record<string, string> };
  /** Shown above the record's history, beside or in place of what its fields say. */
  body?: (view: RecordView) => CardElement[];
  /** Fields that the body says: the history does not say them once more. */
  told?: readonly string[];
  /** Its light now; null where none is lit. */
  light?: (view: RecordLine) => Light | null;
  /** What a list says of it beside its title and state. */
  brief?: (view: RecordLine) => string;
  /** The form that begins one is a message of its own: the card pressed stays what it is. */
  apart?: true;
  /** Stands below lists as something their reader may begin. */
  inLists?: true;
  /** Where the reader came from, on the form that begins a record and on the record. */
  home?: (about: Pick<ProcedureRecord, "period" | "town">, reader: Person) => Action | null;
  /** Other places the reader goes from here. */
  links?: (view: RecordView) => Array<{ text: string; action: Action }>;
};

/** The kit of a procedure; undefined for one the product does not have. */
export function kitOf(kits: readonly ProcedureKit[], id: string): ProcedureKit | undefined {
  return kits.find(({ definition }) => definition.id === id);
}
