import type { CardElement } from "../card.ts";
import { button, row } from "../elements.ts";
import type { RecordView } from "./kit.ts";

// The steps a reader may take now, as buttons of the record's card and as forms.

/**
 * A button for each step; for a step with fields it opens a form. The card itself has no inputs, because it
 * is redrawn whenever the record changes, which would discard what a person is typing.
 */
export function stepButtons(view: RecordView): CardElement[] {
  const { kit, record, locale } = view;
  if (view.reader === null) return [];
  const { id, revision } = record;
  const likely = likelyStep(view);
  const buttons = offersOf(view).map((step) => {
    const { button: label = step, confirm } = kit.words[locale].steps[step] ?? {};
    const usual = step === likely ? { type: "primary" as const } : {};
    return askedOf(view, step).length > 0
      ? button(label, { kind: "form", id, step }, usual)
      : button(
          label,
          { kind: "step", id, step, revision: String(revision) },
          { ...usual, ...(confirm ? { confirm } : {}) },
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

/** The step a reader most likely came for: the first that goes on with the record, rather than drops or alters it. */
function likelyStep(view: RecordView): string | undefined {
  const { definition } = view.kit;
  const state = definition.states[view.record.state];
  return offersOf(view).find((name) => {
    const { to, adds, alters, during } = definition.steps[name] ?? {};
    if (adds || during) return true;
    const next = typeof to === "string" ? definition.states[to] : undefined;
    if (alters || (next?.ends && next.colour === "grey")) return false;
    // Where nothing is awaited, an answer that was given is not asked for again.
    return state?.owes !== undefined || state?.ends === true || next?.ends === true;
  });
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
  return offers.filter((step) => {
    const { byReply, along } = kit.definition.steps[step] ?? {};
    return !byReply && !along;
  });
}

/** The fields a person fills in for a step. */
function askedOf({ kit }: Pick<RecordView, "kit">, step: string): string[] {
  const asks = kit.definition.steps[step]?.asks ?? {};
  return Object.keys(asks).filter((name) => asks[name]?.kind !== "given" && asks[name]?.kind !== "evidence");
}
