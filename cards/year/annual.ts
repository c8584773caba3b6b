import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { annual as assessed } from "../../src/domain/procedure/annual.ts";
import { appraisal } from "../../src/domain/procedure/appraisal.ts";
import { award } from "../../src/domain/procedure/award.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import {
  type AnnualCounty,
  type AnnualTable,
  type AnnualTown,
  standing,
} from "../../src/domain/year/annual.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, table } from "../elements.ts";
import { distinctTownName, nameOf } from "../names.ts";
import { pointsText, scoreDecimals } from "../ranking/points.ts";
import { originText } from "../record/form.ts";
import { type AnnualText, annualText } from "../text/annual.ts";

/**
 * `awardsOf`: the quarter for a split of awards, null before one is published. `office`: may enter
 * appraisals and start the assessment. `appraisal`: the id of the appraisal record, null before there is one.
 * `assessment`: the year's assessment, null before it is started; `settled`: its result is frozen.
 */
export type AnnualView = {
  programme: Programme;
  table: AnnualTable;
  awardsOf: PeriodId | null;
  office: boolean;
  appraisal: string | null;
  assessment?: { id: string; settled: boolean } | null;
  locale: Locale;
};

/** Rows of the table seen at once: an answer fits one screen of a phone. */
const SHOWN = 5;

/** A year's table for the office and the leaders: towns, counties, and the basis of the figures. */
export function annualCard(view: AnnualView): Card {
  const { programme, table: annual, awardsOf, office, locale } = view;
  const text = annualText(locale);
  const year = String(annual.year);
  const done = annual.stage === "year";
  const buttons = [
    ...(awardsOf && !isOff(award, programme)
      ? [button(text.toAwards, { kind: "award_form", period: awardsOf })]
      : []),
    ...(office && !isOff(appraisal, programme)
      ? [button(text.toAppraisals, appraisalAction(year, view.appraisal))]
      : []),
    ...assessmentButton(view, text),
  ];
  return card(
    {
      title: text.title(annual.year),
      subtitle: nameOf(programme, locale),
      template: done ? "green" : "blue",
      tags: done ? [] : [{ text: text.provisional, color: "orange" }],
    },
    [
      ...(annual.published.length === 0
        ? [md(text.nothing)]
        : [
            md(view.assessment?.settled ? text.settled : text.stages[annual.stage]),
            townTable(view, text),
            countyPanel(view, text),
          ]),
      howComputed(view, text),
      ...(buttons.length > 0
        ? [
            row(
              buttons.map((one) => [one]),
              [],
              "flow",
            ),
          ]
        : []),
    ],
  );
}

function appraisalAction(year: string, record: string | null): Action {
  if (record !== null) return { kind: "form", id: record, step: "change" };
  return { kind: "new", procedure: "appraisal", about: originText({ period: "", town: "", ref: year }) };
}

/** The year's assessment, or for the office the way to start it. */
function assessmentButton(
  { programme, table: { year, published }, office, assessment }: AnnualView,
  text: AnnualText,
) {
  if (assessment) return [button(text.toAssessment, { kind: "show", id: assessment.id })];
  if (!office || published.length === 0 || isOff(assessed, programme)) return [];
  const about = originText({ period: "", town: "", ref: String(year) });
  return [button(text.startAssessment, { kind: "new", procedure: "annual", about })];
}

function ruleLine({ rule }: AnnualTable, text: AnnualText): string {
  const share = (part: number) => formatPercent(roundHalfUp(part * 100, 1));
  return text.rule(rule.quarters.map(share), share(rule.process), share(1 - rule.process));
}

function townTable({ programme, table: annual, locale }: AnnualView, text: AnnualText): CardElement {
  const { columns } = text;
  const figure = printed(annual, programme, text);
  const appraised = annual.towns.some(({ appraisal }) => appraisal !== null);
  const right = { data_type: "text", horizontal_align: "right" } as const;
  return table(
    [
      { name: "rank", display_name: columns.rank, data_type: "text" },
      { name: "town", display_name: columns.town, data_type: "text" },
      { name: "score", display_name: columns.score, ...right },
      ...(appraised ? [{ name: "appraisal", display_name: columns.appraisal, ...right }] : []),
    ],
    annual.towns.map((one) => ({
      rank: one.rank === null ? text.none : String(one.rank),
      town: distinctTownName(programme, one.town, locale),
      score: figure(standing(one, annual.stage)),
      ...(appraised ? { appraisal: figure(one.appraisal) } : {}),
    })),
    SHOWN,
  );
}

/** The rule, and the quarters behind each town's score. */
function howComputed({ programme, table: annual, locale }: AnnualView, text: AnnualText): CardElement {
  const figure = printed(annual, programme, text);
  const quarters = [1, 2, 3, 4].filter((n) => annual.published.some((period) => period.endsWith(`Q${n}`)));
  const line = ({ town, quarters: scores }: AnnualTown) =>
    text.quartersLine(
      distinctTownName(programme, town, locale),
      quarters.map((n) => `${text.quarter(n)} ${figure(scores[n - 1] ?? null)}`),
    );
  return panel(text.howComputed, [
    ...(quarters.length > 0 ? [md(annual.towns.map(line).join("<br>"))] : []),
    md(ruleLine(annual, text), "notation"),
  ]);
}

function countyPanel({ programme, table: annual, locale }: AnnualView, text: AnnualText): CardElement {
  const figure = printed(annual, programme, text);
  const many = annual.counties.some(({ towns }) => towns > 1);
  const line = ({ county, rank, plain, weighted }: AnnualCounty) =>
    text.countyLine(
      rank === null ? text.none : String(rank),
      nameOf(county, locale),
      figure(plain),
      many && weighted !== null ? figure(weighted) : "",
    );
  return panel(text.counties(annual.counties.length), [
    md(annual.counties.map(line).join("<br>")),
    md(many ? text.countyMany : text.countyOne, "notation"),
  ]);
}

/** How a score of the year is printed. */
function printed(annual: AnnualTable, programme: Programme, text: AnnualText) {
  const decimals = decimalsOf(annual, programme);
  return (score: number | null) => (score === null ? text.none : pointsText(score, decimals));
}

/** Decimals for all figures of the year: enough to distinguish different scores. */
function decimalsOf({ towns, stage }: AnnualTable, { scheme }: Programme): number {
  const scores = towns.flatMap((town: AnnualTown) => standing(town, stage) ?? []);
  return scoreDecimals(scores, scheme.decimals);
}
