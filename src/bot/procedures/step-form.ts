import type { Card } from "../../../cards/card.ts";
import { type Again, stepFormCard } from "../../../cards/record/form.ts";
import type { RecordView } from "../../../cards/record/kit.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import type { Deps } from "../../deps.ts";
import { givenTo } from "./effects.ts";

/**
 * The form a step opens, with those that ask for the same fields, for the view's reader; null where it has none or is not
 * offered. What the code offers to choose from is looked up anew: people may have come and gone since an earlier step, or
 * no step may have offered any before; and so is what the kit says above a form.
 */
export async function drawStepForm(
  deps: Deps,
  view: RecordView,
  opened: string,
  again: Again = { typed: {} },
): Promise<Card | null> {
  const { kit, record, reader } = view;
  const steps = formGroups(view).find((group) => group.includes(opened));
  const [first = ""] = steps ?? [];
  if (!steps) return null;
  const asks = Object.values(kit.definition.steps[first]?.asks ?? {});
  const offers = asks.some((field) => field.kind === "choice" && typeof field.of === "string");
  if (!offers && !kit.says) return stepFormCard({ ...view, opened }, steps, again);
  const asking = { about: record, record, typed: again.typed, actor: reader };
  const offered = await givenTo(deps, `${record.procedure}.${first}`, asking);
  return stepFormCard({ ...view, opened, given: { ...record.data, ...offered } }, steps, again);
}
