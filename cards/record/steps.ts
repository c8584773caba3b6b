import { hasButton } from "../../src/domain/procedure/definition.ts";
import type { CardElement } from "../card.ts";
import { button, row } from "../elements.ts";
import type { RecordView } from "./kit.ts";
import { inButtonOrder } from "./step-buttons.ts";

// The steps a reader may take now, as buttons of the record's card and as forms.

/**
 * A button for each step; for a step with fields it opens a form. The card itself has no inputs, because it
 * is redrawn whenever the record changes, which would discard what a person is typing.
 */
export function stepButtons(view: RecordView): CardElement[] {
  const { kit, record, locale } = view;
  if (view.reader === null) return [];
  const { id, revision } = record;
  const buttons = inButtonOrder(kit.definition, record, offersOf(view)).map(({ step, type }) => {
    const { button: label = step, confirm } = kit.words[locale].steps[step] ?? {};
    return askedOf(view, step).length > 0
      ? button(label, { kind: "form", id, step }, { type })
      : button(
          label,
          { kind: "step", id, step, revision: String(revision) },
          { type, ...(confirm ? { confirm } : {}) },
        );
  });
  if (buttons.length === 0) return [];
  return [
    row(
      buttons.map((one) => [one]),
      [],
      "flow",
    ),
  ];
}

/**
 * The offered steps with fields, grouped into forms: steps that answer the same state or aside and ask for
 * the same fields share one. Refusing an extension and withdrawing the task both ask for a reason, but are
 * not alternatives.
 */
export function formGroups(view: Pick<RecordView, "kit" | "offers">): string[][] {
  const groups = new Map<string, string[]>();
  for (const step of offersOf(view)) {
    const asked = askedOf(view, step);
    if (asked.length === 0) continue;
    const { from, during = [] } = view.kit.definition.steps[step] ?? {};
    const answers = JSON.stringify([from, during, asked]);
    groups.set(answers, [...(groups.get(answers) ?? []), step]);
  }
  return [...groups.values()];
}

/** The offered steps that have a button. */
function offersOf({ kit, offers }: Pick<RecordView, "kit" | "offers">): string[] {
  return offers.filter((step) => hasButton(kit.definition.steps[step]));
}

/** The fields a person fills in for a step. */
function askedOf({ kit }: Pick<RecordView, "kit">, step: string): string[] {
  const asks = kit.definition.steps[step]?.asks ?? {};
  return Object.keys(asks).filter((name) => asks[name]?.kind !== "given" && asks[name]?.kind !== "evidence");
}
