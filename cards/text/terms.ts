import type { Locale } from "../../src/domain/programme/people.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";
import type { ProgressRow } from "../../src/domain/views.ts";

// The programme's fixed terms, each with its colour.

/** A term and its colour, for a table's option or a header's tag. */
export type Term = { text: string; color: string };

type Words = Record<Locale, string> & { color: string };

const STATES: Record<ProgressRow["state"], Words> = {
  approved: { "zh-CN": "已通过", en: "approved", color: "green" },
  submitted: { "zh-CN": "审核中", en: "in review", color: "blue" },
  returned: { "zh-CN": "已退回", en: "returned", color: "orange" },
  draft: { "zh-CN": "填报中", en: "being filled in", color: "wathet" },
  not_started: { "zh-CN": "未开始", en: "not started", color: "neutral" },
};

const LIGHTS: Record<Light, Words> = {
  green: { "zh-CN": "正常", en: "on schedule", color: "green" },
  yellow: { "zh-CN": "偏慢", en: "behind", color: "yellow" },
  red: { "zh-CN": "滞后", en: "well behind", color: "red" },
  grey: { "zh-CN": "不适用", en: "nothing due", color: "neutral" },
};

const NOT_REPORTED: Words = { "zh-CN": "未报", en: "not reported", color: "neutral" };
const MISREPORTED: Record<Locale, string> = { "zh-CN": "核查不实", en: "misreported" };

/** The state of a report. */
export function stateTerm(state: ProgressRow["state"], locale: Locale): Term {
  return { text: STATES[state][locale], color: STATES[state].color };
}

/** A light in words, because colour alone is not accessible to everyone. */
export function lightTerm(light: Light, locale: Locale): Term {
  return { text: LIGHTS[light][locale], color: LIGHTS[light].color };
}

/** A town's light, or that it has not reported; with a red flag if a figure was found misreported. */
export function rowTerms(row: Pick<RankedTown, "light" | "misreport" | "standing">, locale: Locale): Term[] {
  const flag = { text: MISREPORTED[locale], color: "red" };
  const reported = row.standing !== "not_reported";
  const light = reported ? lightTerm(row.light, locale) : { ...NOT_REPORTED, text: NOT_REPORTED[locale] };
  return [{ text: light.text, color: light.color }, ...(row.misreport ? [flag] : [])];
}
