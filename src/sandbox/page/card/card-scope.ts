import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CardIndex, Field, FieldValue } from "./card-fields.ts";
import { type CardChange, type CardState, type Complaint, fieldValue } from "./card-state.ts";
import type { Json } from "./json.ts";
import type { Locale } from "./locale-text.ts";

/** Additional data sent when a component outside a form is used. */
export type PressExtra = { option?: string; input_value?: string; checked?: boolean };

/** What components need for drawing and for actions. */
export type CardScope = {
  config: Json | undefined;
  locale: Locale;
  index: CardIndex;
  state: CardState;
  /** The open_ids offered by a person picker without options. */
  members: readonly string[];
  /** Older than 14 days: still drawn, but not usable. */
  expired: boolean;
  change(change: CardChange): void;
  /** Uses a component outside a form, or a plain button inside one. */
  press(element: Json, extra?: PressExtra): void;
  submit(element: Json): void;
  /** Draws elements; passed on so that containers do not import the components. */
  draw(elements: readonly Json[]): ComponentChildren;
};

export const CardContext = createContext<CardScope | undefined>(undefined);

/** The scope of the surrounding card. Throws outside a card, which would be a programming error. */
export function useCard(): CardScope {
  const scope = useContext(CardContext);
  if (!scope) throw new Error("no card: the component stands outside a card");
  return scope;
}

export type FieldUse = {
  field: Field;
  value: FieldValue;
  complaint: Complaint | undefined;
  inForm: boolean;
  fill(value: FieldValue): void;
};

/** A field's value and its setter; `undefined` for an element that is not a field of the card. */
export function useField(element: Json): FieldUse | undefined {
  const scope = useCard();
  const key = scope.index.keys.get(element);
  const field = key === undefined ? undefined : scope.index.fields.get(key);
  if (!field) return undefined;
  return {
    field,
    value: fieldValue(field, scope.state),
    complaint: scope.state.complaints[field.key],
    inForm: field.form !== undefined,
    fill: (value) => scope.change({ kind: "filled", key: field.key, value }),
  };
}
