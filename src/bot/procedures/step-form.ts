import type { Card } from "../../../cards/card.ts";
import { type Again, stepFormCard } from "../../../cards/record/form.ts";
import type { RecordView } from "../../../cards/record/kit.ts";
import type { Deps } from "../../deps.ts";
import { givenTo } from "./effects.ts";

/**
 * The form of steps that ask for the same fields, for the view's reader. What the code offers to choose from is looked up
 * anew: people may have come and gone since an earlier step, or no step may have offered any before; and so is what the
 * kit says above a form.
 */
export async function drawStepForm(
  deps: Deps,
  view: RecordView,
  steps: string[],
  again: Again = { typed: {} },
): Promise<Card> {
  const { kit, record, reader } = view;
  const [first = ""] = steps;
  const asks = Object.values(kit.definition.steps[first]?.asks ?? {});
  const offers = asks.some((field) => field.kind === "choice" && typeof field.of === "string");
  if (!offers && !kit.says) return stepFormCard(view, steps, again);
  const asking = { about: record, record, typed: again.typed, actor: reader };
  const offered = await givenTo(deps, `${record.procedure}.${first}`, asking);
  return stepFormCard({ ...view, given: { ...record.data, ...offered } }, steps, again);
}
