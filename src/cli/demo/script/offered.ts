import { periodName } from "../../../../cards/names.ts";
import { yearOf } from "../../../domain/calendar/period.ts";
import { townBySlug } from "../../../domain/programme/programme.ts";
import type { Demo } from "../demo-file.ts";
import { type Cast, nameOf, type QuarterPlan, quarterData } from "./quarter.ts";
import {
  annualSteps,
  LENIENT,
  noticeSteps,
  openSteps,
  publishSteps,
  reportSteps,
  reviewSteps,
  type Step,
} from "./steps.ts";

export type OfferedScript = {
  title: string;
  title_en: string;
  let: Record<string, unknown>;
  pace_ms: number;
  steps: Step[];
};

/** A pause before every step, ms, for a person watching. */
const PACE = 30;

/**
 * The scripts a visitor can start with a button: the rest of the current quarter, and the whole next one. Steps the
 * visitor has done already are skipped. Empty for a demo without a script. `bot`: its name.
 */
export function offeredScripts({ demo, programme }: Cast, bot: string): OfferedScript[] {
  const { script } = demo;
  if (!script) return [];
  const asked = townBySlug(programme, script.asked)?.name ?? script.asked;
  const group = demo.groups.find(({ kind }) => kind === "leading_group")?.name ?? "";
  const offer = (title: string, title_en: string, plan: QuarterPlan, steps: Step[]): OfferedScript => ({
    title,
    title_en,
    pace_ms: PACE,
    let: {
      office: nameOf(demo, "city_office", ""),
      clerk: nameOf(demo, "city_office", "", 1),
      notice: script.notice,
      leader: nameOf(demo, "leader", ""),
      bot,
      group,
      asked,
      quarter: quarterData({ demo, programme }, plan),
      year: yearOf(plan.period),
    },
    steps,
  });
  const rest = [...reportSteps(LENIENT), ...reviewSteps(LENIENT), ...publishSteps(LENIENT)];
  return [
    offer(
      `演完${script.rest.name}`,
      `The rest of ${periodName(script.rest.period, "en")}`,
      { ...script.rest, ...doneAlready(demo) },
      rest,
    ),
    // Its days are counted by the next year's holidays, so their notice comes first.
    offer(`再演${script.next.name}`, `All of ${periodName(script.next.period, "en")}`, script.next, [
      ...noticeSteps(LENIENT),
      ...openSteps(LENIENT),
      ...rest,
      ...annualSteps(LENIENT),
    ]),
  ];
}

function doneAlready({ current }: Demo): Pick<QuarterPlan, "reported" | "approved" | "mends"> {
  const at = (wanted: string) =>
    Object.entries(current.stages).flatMap(([town, stage]) => (stage === wanted ? [town] : []));
  return { reported: at("submitted"), approved: at("approved"), mends: at("returned") };
}
