import { periodName } from "../../../../cards/names.ts";
import { townBySlug } from "../../../domain/programme.ts";
import type { Demo } from "../demo-file.ts";
import { type Cast, nameOf, type QuarterPlan, quarterData } from "./quarter.ts";
import { LENIENT, openSteps, publishSteps, reportSteps, reviewSteps, type Step } from "./steps.ts";

export type OfferedScript = {
  title: string;
  title_en: string;
  let: Record<string, unknown>;
  pace_ms: number;
  steps: Step[];
};

/** A rest before every step, ms: somebody is watching. */
const PACE = 30;

/**
 * What a visitor may have played at the press of a button: the rest of the quarter under way, and the next one's reports.
 * What the visitor has done already is passed over. Empty for a demo without a script. `bot`: its name.
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
      leader: nameOf(demo, "leader", ""),
      bot,
      group,
      asked,
      quarter: quarterData({ demo, programme }, plan),
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
    // What comes after the reviews waits for the holidays of 2027, which nobody knows yet.
    offer(
      `再演${script.next.name}填报`,
      `${periodName(script.next.period, "en")}, reports and reviews`,
      script.next,
      [...openSteps(LENIENT), ...reportSteps(LENIENT), ...reviewSteps(LENIENT)],
    ),
  ];
}

function doneAlready({ current }: Demo): Pick<QuarterPlan, "reported" | "approved" | "mends"> {
  const at = (wanted: string) =>
    Object.entries(current.stages).flatMap(([town, stage]) => (stage === wanted ? [town] : []));
  return { reported: at("submitted"), approved: at("approved"), mends: at("returned") };
}
