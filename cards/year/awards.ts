import {
  AWARD_METHODS,
  type AwardMethod,
  type AwardOptions,
  type AwardTerms,
  type Excluded,
} from "../../src/domain/awards.ts";
import { formatAmount } from "../../src/domain/numbers.ts";
import type { Locale } from "../../src/domain/people.ts";
import { type PeriodId, yearOf } from "../../src/domain/period.ts";
import { type Programme, townBySlug } from "../../src/domain/programme.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, form, input, md, select, submitButton, table, typed } from "../elements.ts";
import { distinctTownName, momentName, nameOf, periodName } from "../names.ts";
import { pointsText, scoreDecimals } from "../office/points.ts";
import { type AnnualText, annualText } from "../text/annual.ts";

export const LONGEST_REASON = 500;

/** What the office chose last: who and why; `at` UTC ms. */
export type AwardChoice = { method: AwardMethod; pot: number; by: string; at: number; reason: string };
/** `options`: the splits that were tried, null before; `office`: may choose one; `typed`: the boxes as they were sent. */
export type AwardView = {
  programme: Programme;
  period: PeriodId;
  options: { terms: AwardTerms; found: AwardOptions } | null;
  typed: Record<string, string>;
  chosen: AwardChoice | null;
  office: boolean;
  problem?: string;
  locale: Locale;
};

/** Every way to split a pot side by side; the office may record which one it chose and why. */
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
      ...(chosen ? [md(chosenLine(chosen, locale, text))] : []),
      ...(options ? splitTable(options.found, view, text) : []),
      md(text.awardIntro, "notation"),
      form("awards", boxes(view, text)),
      button(text.back, { kind: "annual", year: String(yearOf(period)) }),
    ],
  );
}

function chosenLine(chosen: AwardChoice, locale: Locale, text: AnnualText): string {
  return text.chosen(
    text.methods[chosen.method],
    formatAmount(chosen.pot),
    typed(chosen.by, 40),
    momentName(chosen.at, locale),
    typed(chosen.reason),
  );
}

function splitTable({ splits, excluded }: AwardOptions, view: AwardView, text: AnnualText): CardElement[] {
  const { programme, locale } = view;
  const ways = AWARD_METHODS.flatMap((method) => {
    const split = splits[method];
    return split ? [{ method, split }] : [];
  });
  const [first] = ways;
  const awards = first?.split.awards ?? [];
  const decimals = scoreDecimals(
    awards.map(({ score }) => score),
    programme.scheme.decimals,
  );
  const right = { data_type: "text", horizontal_align: "right" } as const;
  const rows = awards.map(({ id, score }, i) => ({
    town: nameIn(id, view),
    score: pointsText(score, decimals),
    ...Object.fromEntries(ways.map(({ method, split }) => [method, money(split.awards[i]?.amount ?? 0)])),
  }));
  const reserve = {
    town: text.reserve,
    score: "",
    ...Object.fromEntries(ways.map(({ method, split }) => [method, money(split.reserve)])),
  };
  return [
    table(
      [
        { name: "town", display_name: text.awardColumns.town, data_type: "text" },
        { name: "score", display_name: text.awardColumns.score, ...right },
        ...ways.map(({ method }) => ({ name: method, display_name: text.methods[method], ...right })),
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

function boxes({ period, options, typed: sent, office }: AwardView, text: AnnualText) {
  const calculate = submitButton(text.calculate, { kind: "award", period }, { type: "primary" });
  const offered = AWARD_METHODS.filter((one) => !options || options.found.splits[one]);
  const method = select({
    name: "method",
    label: text.chooseMethod,
    options: offered.map((one) => [one, text.methods[one]]),
    chosen: sent.method ?? "proportional",
  });
  const choose = submitButton(
    text.choose,
    { kind: "choose_award", period },
    { confirm: { title: text.choose, text: text.chooseConfirm } },
  );
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
    // A way is chosen only after all of them were seen side by side.
    ...(office && options
      ? [
          md(text.chooseMethod),
          method,
          input({
            name: "reason",
            label: text.reason,
            value: sent.reason ?? "",
            lines: 2,
            maxLength: LONGEST_REASON,
          }),
          choose,
        ]
      : []),
  ];
}

function money(amount: number): string {
  return amount.toFixed(1);
}

function nameIn(slug: string, { programme, locale }: AwardView): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}
