import type { AnnualView } from "../../../cards/year/annual.ts";
import type { AwardView } from "../../../cards/year/awards.ts";
import type { PeriodId } from "../../../src/domain/calendar/period.ts";
import type { Frozen } from "../../../src/domain/explain/frozen.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { Publication } from "../../../src/domain/ranking/publication.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import type { YearPlan } from "../../../src/domain/report/year-plan.ts";
import { type AnnualTable, annualTable } from "../../../src/domain/year/annual.ts";
import { AWARD_DEFAULTS, awardOptions } from "../../../src/domain/year/awards.ts";

// Cards of a year and of its award, from rankings in the bot's form.

type At = { programme: Programme; locale: Locale; now: Frozen; before: Frozen };

function tableOf({ programme, now, before }: At, quarters: 2 | 4, appraised: boolean): AnnualTable {
  const out = (frozen: Frozen, period: Publication["period"]): Publication => ({
    ...frozen,
    period,
    seq: 1,
    at: 0,
    by: "",
    hash: "",
  });
  const two = [out(before, "2026Q2"), out(now, "2026Q3")];
  const all = [...two, out(before, "2026Q1"), out(now, "2026Q4")];
  const plan: YearPlan = { ...UNPLANNED, investment: 12_000 };
  const plans = new Map(programme.towns.map(({ slug }) => [slug, plan]));
  const appraisals = new Map(appraised ? programme.towns.map(({ slug }) => [slug, 88.5]) : []);
  return annualTable(programme, 2026, quarters === 2 ? two : all, plans, appraisals);
}

export function annualViews(at: At): Record<string, AnnualView> {
  const seen = { programme: at.programme, locale: at.locale, awardsOf: at.now.period, office: true };
  const view = { ...seen, appraisal: null };
  return {
    "so far": { ...view, table: tableOf(at, 2, false) },
    "appraised in part": { ...view, table: tableOf(at, 2, true), appraisal: "0123456789abcdef" },
    "not appraised": { ...view, table: tableOf(at, 4, false) },
    "for a leader": { ...view, table: tableOf(at, 4, true), office: false },
    settled: {
      ...{ ...view, table: tableOf(at, 4, true), office: false },
      assessment: { id: "0123456789abcdef", settled: true },
    },
    "of nothing yet": { ...view, table: annualTable(at.programme, 2025, [], new Map()), awardsOf: null },
  };
}

export function awardViews(at: At, words: (limit: number) => string): Record<string, AwardView> {
  const terms = { ...AWARD_DEFAULTS, pot: 300, base: 5 };
  const chosen = chosenAward(at.now.period, words);
  const view = { programme: at.programme, locale: at.locale, period: at.now.period, office: true };
  const tried = { terms, found: awardOptions(at.now, terms) };
  const short = { ...terms, base: 300 };
  return {
    empty: { ...view, options: null, typed: {}, chosen: null },
    tried: { ...view, options: tried, typed: { pot: "300", reason: words(500) }, chosen },
    "tried by a leader": { ...view, options: tried, typed: { pot: "300" }, chosen, office: false },
    refused: {
      ...view,
      options: { terms: short, found: awardOptions(at.now, short) },
      typed: { pot: words(50) },
      chosen: null,
      problem: words(60),
    },
  };
}

function chosenAward(period: PeriodId, words: (limit: number) => string): ProcedureRecord {
  const values = { method: "tiers", pot: 300, reason: words(500) };
  const entry = { step: "choose", from: "", to: "chosen", by: "ou_1", name: words(40), post: "city_office " };
  return {
    ...{
      id: "0123456789abcdef",
      procedure: "award",
      town: "",
      period,
      ref: "",
      state: "chosen",
      revision: 1,
    },
    ...{ data: values, due: null, log: [{ ...entry, at: 0, values }] },
  };
}
