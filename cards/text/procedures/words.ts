import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import type { Asks } from "../../../src/domain/procedure/field.ts";
import type { AlsoSaid } from "../../../src/domain/question/record-words.ts";

// The required contents of a procedure's wording file, checked by the compiler against its definition.

/** A record's facts as text: town, quarter and reference ("" for none), and the values of its fields. */
export type RecordFacts = { town: string; period: string; ref: string; value: (field: string) => string };

/** A printed day without its weekday, for titles: `2026年10月12日`. */
export function plainDay(day: string): string {
  return day.replace(/ ?[（(].*$/, "");
}

export type StepWords = {
  /** `button`: on the button; `done`: the answer to the press; `log`: the entry in the record's history. */
  button: string;
  done: string;
  log: string;
  /** On the form's own button, where the one that opens the form names what is written, such as 示范点. */
  submit?: string;
  /** For a step taken for several records: the answer to the press, and the button. */
  several?: (n: number) => string;
  buttonAll?: (n: number) => string;
  /** The answer to the press where it depends on the values, after and before the step. */
  receipt?: (after: (field: string) => string, before: (field: string) => string) => string;
  /** Above the form of a step that has fields. */
  intro?: string;
  /** A confirmation dialog before the step is taken. */
  confirm?: { title: string; text: string };
};

export type ProcedureWords = {
  /** The procedure's name in lists, and the button that creates a record. */
  name: string;
  title: (facts: RecordFacts) => string;
  /** The title of the form that creates a record about a town or a `ref`; `name` when absent. */
  newTitle?: (about: { town: string; ref: string }) => string;
  /** The towns that have none; `ofCity`: to somebody who does not see what is not handed in yet. */
  without?: (towns: string, ofCity: boolean) => string;
  /** The label of the button back. */
  back?: string;
  states: Record<string, string>;
  steps: Record<string, StepWords>;
  fields: Record<string, string>;
  /** Labels of fields in the history, where they differ from the form's. */
  logged?: Record<string, string>;
  /** Labels of choices that the pack does not name. */
  choices?: Record<string, Record<string, string>>;
  /** Sentences for its own reasons, and replacements for the standard ones. */
  refused: Record<string, string>;
  /** What people say for the records, their states and steps besides the words above, when they ask for them. */
  said?: AlsoSaid;
};

type AskedOf<A> = A extends Asks
  ? { [K in keyof A]: A[K] extends { kind: "given" | "evidence" } ? never : K }[keyof A]
  : never;
type FieldOf<P extends Procedure> = {
  [K in keyof P["steps"]]: AskedOf<P["steps"][K]["asks"]>;
}[keyof P["steps"]];

/** The wording of one definition: every state, step, field and reason. */
export type WordsFor<P extends Procedure> = ProcedureWords & {
  states: Record<keyof P["states"], string>;
  steps: Record<keyof P["steps"], StepWords>;
  fields: Record<Extract<FieldOf<P>, string>, string>;
  refused: Record<P["reasons"][number], string>;
};
