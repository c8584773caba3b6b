import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Reweighed } from "../../src/domain/explain/weigh.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import { nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import type { Card } from "../card.ts";
import { button, card, form, input, md, submitButton, typed } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { movedTowns } from "../ranking/moved-towns.ts";
import { weightName } from "../record/kits/weights.ts";
import { weightsWords } from "../text/procedures/weights.ts";
import { weighingText } from "../text/weighing.ts";

/** Prefix of a weight input's name; the node's id follows. */
export const WEIGHT = "weight.";

type View = { programme: Programme; locale: Locale };
/** `typed`: the submitted input; `rows`: the trial ranking; `problem`: why there is none. */
export type WeighingView = View & {
  period: PeriodId;
  scheme: Scheme;
  typed?: Record<string, string>;
  rows?: Reweighed[];
  problem?: string;
};
/** The office's private form: present weights, inputs for others, and the resulting changes of place. */
export function weighingCard(view: WeighingView): Card {
  const { programme, period, scheme, rows, locale } = view;
  const text = weighingText(locale);
  const boxes = nodesOf(scheme.root)
    .slice(1)
    .map(({ id, weight }) =>
      input({
        name: `${WEIGHT}${id}`,
        label: text.weight(weightName(scheme, id, locale), String(weight)),
        value: view.typed?.[`${WEIGHT}${id}`] ?? String(weight),
      }),
    );
  const { button: label, confirm } = weightsWords[locale].steps.propose;
  const propose = submitButton(label, { kind: "propose_scheme", period }, confirm ? { confirm } : {});
  return card(head(view, text.title(periodName(period, locale)), "turquoise"), [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
    ...(rows ? movedTowns({ programme, rows, locale }) : []),
    md(text.intro(typed(scheme.id)), "notation"),
    form("weighing", [
      ...boxes,
      submitButton(text.weigh, { kind: "weigh", period }, { type: "primary" }),
      // A proposal is possible only after its effect was shown.
      ...(rows ? [propose] : []),
    ]),
    button(text.back, { kind: "progress", period }),
  ]);
}

function head({ programme, locale }: View, title: string, template: Card["header"]["template"]) {
  return { title, subtitle: nameOf(programme, locale), template };
}
