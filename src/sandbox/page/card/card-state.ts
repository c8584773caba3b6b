import type { CardOutcome } from "../../protocol.ts";
import type { CardIndex, Field, FieldValue } from "./card-fields.ts";
import { numberAt, textAt } from "./json.ts";

/** Why the client does not send a form. */
export type Complaint = { reason: "required" } | { reason: "too_long"; limit: number };

/** A person's unsent input for one version of a card. */
export type CardState = {
  /** Only changed fields; the others have their initial value. */
  values: Readonly<Record<string, FieldValue>>;
  complaints: Readonly<Record<string, Complaint>>;
  /** Key of the component whose callback is unanswered; the card is locked meanwhile. */
  pending?: string;
  /** The last outcome, if it was an error. */
  failure?: CardOutcome;
};

export type CardChange =
  | { kind: "filled"; key: string; value: FieldValue }
  | { kind: "reset"; keys: readonly string[] }
  | { kind: "held_back"; complaints: Readonly<Record<string, Complaint>> }
  | { kind: "sent"; key: string }
  | { kind: "answered"; outcome: CardOutcome };

export const untouched: CardState = { values: {}, complaints: {} };

function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/**
 * The state after a change. While a callback is unanswered, further presses are ignored; input is still
 * possible.
 */
export function changeCard(state: CardState, change: CardChange): CardState {
  const { pending, failure, ...still } = state;
  switch (change.kind) {
    case "filled":
      return {
        ...state,
        values: { ...state.values, [change.key]: change.value },
        complaints: without(state.complaints, [change.key]),
      };
    case "reset":
      return {
        ...state,
        values: without(state.values, change.keys),
        complaints: without(state.complaints, change.keys),
      };
    case "held_back":
      return { ...state, complaints: change.complaints };
    case "sent":
      return pending === undefined ? { ...still, complaints: {}, pending: change.key } : state;
    case "answered":
      return change.outcome.code === 0 ? still : { ...still, failure: change.outcome };
  }
}

/** A field's current value: the person's input, otherwise the card's initial value. */
export function fieldValue(field: Field, state: CardState): FieldValue {
  return state.values[field.key] ?? field.initial;
}

/** The fields of a form, in the card's order. */
export function formFields(index: CardIndex, form: string): Field[] {
  return [...index.fields.values()].filter((field) => field.form === form);
}

function isEmpty(value: FieldValue): boolean {
  return value === "" || (typeof value !== "boolean" && value.length === 0);
}

/** Most characters of an input: 1,000 unless the card sets less. */
export function lengthLimit(field: Field): number {
  return numberAt(field.element, "max_length") ?? 1000;
}

function complaintOf(field: Field, value: FieldValue): Complaint | undefined {
  if (field.required && isEmpty(value)) return { reason: "required" };
  if (field.tag !== "input" || typeof value !== "string") return undefined;
  return [...value].length > lengthLimit(field)
    ? { reason: "too_long", limit: lengthLimit(field) }
    : undefined;
}

/** Why a form cannot be submitted, by field; empty if it can. */
export function complaintsOf(fields: readonly Field[], state: CardState): Record<string, Complaint> {
  const found = fields.flatMap((field) => {
    const complaint = complaintOf(field, fieldValue(field, state));
    return complaint ? [[field.key, complaint] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The values sent with a submit: the named fields that the person changed. */
export function fillOf(fields: readonly Field[], state: CardState): Record<string, unknown> {
  const touched = fields.flatMap((field) => {
    const name = textAt(field.element, "name");
    const value = state.values[field.key];
    return name && value !== undefined ? [[name, value] as const] : [];
  });
  return Object.fromEntries(touched);
}
