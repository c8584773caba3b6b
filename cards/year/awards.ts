import { type PeriodId, yearOf } from "../../src/domain/calendar/period.ts";
import { awardChoice } from "../../src/domain/procedure/award.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { formatAmount } from "../../src/domain/reading/numbers.ts";
import {
  AWARD_METHODS,
  type AwardOptions,
  type AwardTerms,
  type Excluded,
} from "../../src/domain/year/awards.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, form, input, md, select, submitButton, table, typed } from "../elements.ts";
import { distinctTownName, momentName, nameOf, periodName } from "../names.ts";
import { originText } from "../record/form.ts";
import { type AnnualText, annualText } from "../text/annual.ts";
import { recordText } from "../text/record.ts";

/**
 * `chosen`: the record of the chosen split, if any. `options`: the calculated splits, null before. `office`:
 * may choose one. `typed`: the submitted input.
 */
export type AwardView = {
  programme: Programme;
  period: PeriodId;
  options: { terms: AwardTerms; found: AwardOptions } | null;
  typed: Record<string, string>;
  chosen: ProcedureRecord | null;
  office: boolean;
  problem?: string;
  locale: Locale;
};

/** The possible splits of a pot side by side; the office may record which one it chose and why. */
export function awardCard(view: AwardView): Card {
  const { programme, period, options, chosen, locale } = view;
  const text = annualText(locale);
  return card(
    {
      title: text.awardTitle(periodName(period, locale)),
      subtitle: nameOf(programme, locale),
      template: chosen ? "green" : "turquoise",
    },
    [
      ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
      ...(chosen ? chosenLines(chosen, locale, text) : []),
      ...(options ? splitTable(options.found, view, text) : []),
      md(text.awardIntro, "notation"),
      form("awards", boxes(view, text)),
      button(text.back, { kind: "annual", year: String(yearOf(period)) }),
    ],
  );
}

function chosenLines(chosen: ProcedureRecord, locale: Locale, text: AnnualText): CardElement[] {
  const { method, pot, by, at, reason } = awardChoice(chosen);
  const when = momentName(at, locale);
  return [
    md(text.chosen(text.methods[method], formatAmount(pot), typed(by, 40), when, typed(reason))),
    button(recordText(locale).open, { kind: "show", id: chosen.id }),
  ];
}

function splitTable({ splits, excluded }: AwardOptions, view: AwardView, text: AnnualText): CardElement[] {
  const { locale } = view;
  const ways = AWARD_METHODS.flatMap((method) => {
    const split = splits[method];
    return split ? [{ method, split }] : [];
  });
  const [first] = ways;
  const awards = first?.split.awards ?? [];
  const right = { data_type: "text", horizontal_align: "right" } as const;
  // All ways side by side on a phone, because one of them is chosen here; the scores are in the ranking.
  const rows = awards.map(({ id }, i) => ({
    town: nameIn(id, view),
    ...Object.fromEntries(ways.map(({ method, split }) => [method, money(split.awards[i]?.amount ?? 0)])),
  }));
  const reserve = {
    town: text.reserve,
    ...Object.fromEntries(ways.map(({ method, split }) => [method, money(split.reserve)])),
  };
  return [
    table(
      [
        { name: "town", display_name: text.awardColumns.town, data_type: "text" },
        ...ways.map(({ method }) => ({ name: method, display_name: text.awardColumns[method], ...right })),
      ],
      [...rows, reserve],
    ),
    ...(excluded.length > 0 ? [md(text.excluded(excludedLines(excluded, view, text)))] : []),
    md(text.methodNotes, "notation"),
    ...(splits.hybrid === null ? [md(annualText(locale).awardRefused.base_too_large, "notation")] : []),
  ];
}

function excludedLines(excluded: Excluded[], view: AwardView, text: AnnualText): string[] {
  const reasons = [...new Set(excluded.map(({ reason }) => reason))];
  return reasons.map((reason) =>
    text.excludedLine(
      text.excludedReasons[reason],
      excluded.filter((one) => one.reason === reason).map(({ town }) => nameIn(town, view)),
    ),
  );
}

function boxes({ programme, period, options, chosen, typed: sent, office }: AwardView, text: AnnualText) {
  const calculate = submitButton(text.calculate, { kind: "award", period }, { type: "primary" });
  const offered = AWARD_METHODS.filter((one) => !options || options.found.splits[one]);
  const method = select({
    name: "method",
    label: text.chooseMethod,
    options: offered.map((one) => [one, text.methods[one]]),
    chosen: sent.method ?? "proportional",
  });
  const choose = submitButton(text.choose, chooseAction(period, chosen), {
    confirm: { title: text.choose, text: text.chooseConfirm },
  });
  return [
    input({ name: "pot", label: text.pot, value: sent.pot ?? "" }),
    input({ name: "floor", label: text.floor, value: sent.floor ?? "60" }),
    input({ name: "base", label: text.base, value: sent.base ?? "0" }),
    select({
      name: "tied",
      label: text.whenTied,
      options: [
        ["equal", text.tied.equal],
        ["by_id", text.tied.by_id],
      ],
      chosen: sent.tied ?? "equal",
    }),
    calculate,
    // A split can be chosen only after all were shown.
    ...(office && options && !isOff({ id: "award" }, programme)
      ? [
          md(text.chooseMethod),
          method,
          input({
            name: "reason",
            label: text.reason,
            value: sent.reason ?? "",
            lines: 2,
            maxLength: 500,
          }),
          choose,
        ]
      : []),
  ];
}

/** The first choice creates the record; later choices are added to it. */
function chooseAction(period: PeriodId, chosen: ProcedureRecord | null): Action {
  if (!chosen) {
    const about = originText({ period, town: "", ref: "" });
    return { kind: "begin", procedure: "award", about, step: "choose" };
  }
  const { id, revision } = chosen;
  return { kind: "step", id, step: "change", revision: String(revision) };
}

function money(amount: number): string {
  return amount.toFixed(1);
}

function nameIn(slug: string, { programme, locale }: AwardView): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}
