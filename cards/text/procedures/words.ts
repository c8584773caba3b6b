import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import type { Asks } from "../../../src/domain/procedure/field.ts";

// What a wording file has to say about a procedure, checked by the compiler against its definition.

/** A record in words: its place, quarter and what else it is about ("" for none), and what its fields hold. */
export type RecordFacts = { town: string; period: string; ref: string; value: (field: string) => string };

export type StepWords = {
  /** On the button; what came of the press; how the step stands in the record's history. */
  button: string;
  done: string;
  log: string;
  /** What came of it, for who hears of several records at once; on the button that takes it of all of them. */
  several?: (n: number) => string;
  buttonAll?: (n: number) => string;
  /** What came of it, where what was filled in says more: values after the step and before it. */
  receipt?: (after: (field: string) => string, before: (field: string) => string) => string;
  /** Above the form, where the step asks for something. */
  intro?: string;
  /** Asked once more before the press counts. */
  confirm?: { title: string; text: string };
};

export type ProcedureWords = {
  /** What it is called in a list, and what its new record is called on a button. */
  name: string;
  title: (facts: RecordFacts) => string;
  /** The form that begins one about a town; its name where it is not given. */
  newTitle?: (about: { town: string }) => string;
  /** What the way back to where the reader came from is called. */
  back?: string;
  states: Record<string, string>;
  steps: Record<string, StepWords>;
  fields: Record<string, string>;
  /** Fields that are called otherwise once they are filled in. */
  logged?: Record<string, string>;
  /** Choices that the pack does not name. */
  choices?: Record<string, Record<string, string>>;
  /** Its own reasons, and better sentences for the kernel's. */
  refused: Record<string, string>;
};

type AskedOf<A> = A extends Asks
  ? { [K in keyof A]: A[K] extends { kind: "given" | "evidence" } ? never : K }[keyof A]
  : never;
type FieldOf<P extends Procedure> = {
  [K in keyof P["steps"]]: AskedOf<P["steps"][K]["asks"]>;
}[keyof P["steps"]];

/** The words of one definition: every state, step, field and reason of it. */
export type WordsFor<P extends Procedure> = ProcedureWords & {
  states: Record<keyof P["states"], string>;
  steps: Record<keyof P["steps"], StepWords>;
  fields: Record<Extract<FieldOf<P>, string>, string>;
  refused: Record<P["reasons"][number], string>;
};
