import { claimable, LONGEST_REASON } from "../../src/domain/checkup/verify-misreport.ts";
import type { Locale } from "../../src/domain/people.ts";
import type { PeriodId } from "../../src/domain/period.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Card } from "../card.ts";
import { button, card, form, input, md, select, submitButton, typed } from "../elements.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { misreportText } from "../text/misreport.ts";
import { indicatorName } from "./indicator-name.ts";

/** `typed`: what was written before a refusal, `problem`: why it was refused. */
export type MisreportFormView = {
  programme: Programme;
  period: PeriodId;
  locale: Locale;
  typed?: { town: string; indicator: string; found: string; reason: string };
  problem?: string;
};

/** The office's form: which figure of which town, what was found, on what evidence. */
export function misreportFormCard(view: MisreportFormView): Card {
  const { programme, period, locale, typed: was } = view;
  const text = misreportText(locale);
  const towns = programme.towns.map((town): [string, string] => [
    town.slug,
    distinctTownName(programme, town, locale),
  ]);
  const indicators = claimable(programme.scheme).map(({ id }): [string, string] => [
    id,
    indicatorName(programme, id, locale),
  ]);
  return card(
    {
      title: text.formTitle(periodName(period, locale)),
      subtitle: nameOf(programme, locale),
      template: "orange",
    },
    [
      ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
      md(text.formIntro, "notation"),
      form("misreport_form", [
        md(text.whichTown),
        select({ name: "town", label: text.whichTown, options: towns, chosen: was?.town || undefined }),
        md(text.whichIndicator),
        select({
          name: "indicator",
          label: text.whichIndicator,
          options: indicators,
          chosen: was?.indicator || undefined,
        }),
        input({ name: "found", label: text.found, ...(was ? { value: was.found } : {}) }),
        input({
          name: "reason",
          label: text.reason,
          ...(was ? { value: was.reason } : {}),
          lines: 3,
          maxLength: LONGEST_REASON,
        }),
        submitButton(text.propose, { kind: "misreport", period }, { type: "primary" }),
      ]),
      button(text.back, { kind: "progress", period }),
    ],
  );
}
