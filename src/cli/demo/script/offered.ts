import { periodName, nameOf as placeName } from "../../../../cards/names.ts";
import { yearOf } from "../../../domain/calendar/period.ts";
import type { Role } from "../../../domain/programme/people.ts";
import { countyOf, townBySlug } from "../../../domain/programme/programme.ts";
import type { Demo } from "../demo-file.ts";
import { ending, toCommendation, toNotice, toObjection, toRanking, toYearEnd } from "./chapters.ts";
import { type Cast, englishNameOf, nameOf, type QuarterPlan, quarterData } from "./quarter.ts";
import type { Step } from "./steps.ts";
import { assessmentData } from "./year.ts";

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
 * The scripts a visitor can start with a button, each a longer part of one story: to the objections of the running quarter,
 * its ranking, the next year's holiday notice, the ranking of the quarter after it, and the year's advanced counties. What
 * the visitor has done already is passed over. Empty for a demo without a script. `bot`: its name.
 */
export function offeredScripts(cast: Cast, bot: string): OfferedScript[] {
  const { script } = cast.demo;
  if (!script) return [];
  const { rest, next } = script;
  const played = playedWith(cast, script, bot);
  const offer = (title: string, title_en: string, steps: Step[]): OfferedScript => ({
    ...{ title, title_en, pace_ms: PACE, let: played, steps },
  });
  const year = yearOf(next.period);
  return [
    offer(`演到${rest.name}异议期`, `To the objections of ${periodName(rest.period, "en")}`, [
      ...toObjection(),
      ending(
        [
          "异议等市办答复。您可以做市办{{office}}，打开{{asked}}的这件异议，采纳或者不采纳；要看结果，再演完这个季度。",
          "The objection waits for the office: be {{office_en}}, open it and accept it or not; the next script goes on to the ranking.",
        ],
        "{{office}}",
      ),
    ]),
    offer(`演完${rest.name}`, `The rest of ${periodName(rest.period, "en")}`, [
      ...toRanking(),
      ending(
        [
          "排名已发到领导小组群。您可以做组长{{leader}}，在群里问任何一个镇。",
          "The ranking is in the leading group: be its head {{leader_en}} and ask about any town.",
        ],
        "{{leader}}",
      ),
    ]),
    offer(`演到${year + 1}年放假安排待核对`, `To the holiday notice of ${year + 1}`, [
      ...toNotice(),
      ending(
        [
          "放假安排等另一位同志核对。您可以做市办{{clerk}}，看过每一天再启用。",
          "The notice waits for a second person: be {{clerk_en}} of the city office, look at the days and put it in force.",
        ],
        "{{clerk}}",
      ),
    ]),
    offer(`再演${next.name}`, `All of ${periodName(next.period, "en")}`, [
      ...toYearEnd(),
      ending(
        [
          "年度考核等各县自评。您可以做县级审核人{{reviewer}}，发“考核结果”打开卡片，先回复它发材料，再提交自评。",
          "The assessment waits for the counties: be {{reviewer_en}}, ask for “annual result”, reply to the card with material, then assess.",
        ],
        "{{reviewer}}",
      ),
    ]),
    offer(`演到${year}年先进县名单`, `To the advanced counties of ${year}`, [
      ...toCommendation(),
      ending(
        [
          "先进县名单等领导决定。您可以做组长{{leader}}，同意名单或者不采用；年末考评还可以改，改了须另作更正。",
          "The list waits for a leader: be {{leader_en}} and agree to it or not; an appraisal may still be changed, which takes a correction.",
        ],
        "{{leader}}",
      ),
    ]),
  ];
}

/** The data of all scripts. */
function playedWith(whole: Cast, script: NonNullable<Demo["script"]>, bot: string): Record<string, unknown> {
  const { demo, programme } = whole;
  const { rest, next, notice } = script;
  const asked = townBySlug(programme, script.asked);
  if (!asked) throw new Error(`the pack has no ${script.asked}`);
  const cast: Array<[part: string, role: Role, area: string, nth?: number]> = [
    ["office", "city_office", ""],
    ["clerk", "city_office", "", 1],
    ["leader", "leader", ""],
    ["objector", "town_official", asked.slug],
    ["reviewer", "county_reviewer", countyOf(programme, asked).slug],
  ];
  return {
    ...Object.fromEntries(
      cast.flatMap(([part, role, area, nth = 0]) => [
        [part, nameOf(demo, role, area, nth)],
        [`${part}_en`, englishNameOf(demo, role, area, nth)],
      ]),
    ),
    bot,
    notice,
    group: demo.groups.find(({ kind }) => kind === "leading_group")?.name ?? "",
    asked: asked.name,
    asked_en: placeName(asked, "en"),
    rest: quarterData(whole, { ...rest, ...doneAlready(demo) }),
    next: quarterData(whole, next),
    year: yearOf(next.period),
    assessment: assessmentData(whole),
  };
}

function doneAlready({ current }: Demo): Pick<QuarterPlan, "reported" | "approved" | "mends"> {
  const at = (wanted: string) =>
    Object.entries(current.stages).flatMap(([town, stage]) => (stage === wanted ? [town] : []));
  return { reported: at("submitted"), approved: at("approved"), mends: at("returned") };
}
