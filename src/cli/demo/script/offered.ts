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

/** From the demo's own moment: who has not reported does, one late, one without a photo, one not at all. */
const REST: Omit<QuarterPlan, "reported" | "approved" | "mends"> = {
  period: "2026Q3",
  name: "2026年第三季度",
  opens: "2026-10-12T09:00",
  reviewed: "2026-10-19T11:00",
  announced: "2026-10-19T16:00",
  published: "2026-10-22T10:00",
  late: { kaishan: "2026-10-19T10:00" },
  silent: ["shuangchi"],
  bare: ["wutong"],
  returned: ["qikou"],
};

/** The quarter after it, in which everybody reports. */
export const NEXT: QuarterPlan = {
  period: "2026Q4",
  name: "2026年第四季度",
  opens: "2027-01-04T09:00",
  reviewed: "2027-01-13T09:00",
  announced: "2027-01-14T10:00",
  published: "2027-01-20T10:00",
  late: {},
  silent: [],
  bare: [],
  returned: ["liuyu"],
};

/**
 * What a visitor may have played at the press of a button: the rest of the quarter under way, and the next one's reports.
 * What the visitor has done already is passed over. Empty for a demo of another quarter. `bot`: its name.
 */
export function offeredScripts({ demo, programme }: Cast, bot: string): OfferedScript[] {
  if (demo.current.period !== REST.period) return [];
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
      quarter: quarterData({ demo, programme }, plan),
    },
    steps,
  });
  const rest = [...reportSteps(LENIENT), ...reviewSteps(LENIENT), ...publishSteps(LENIENT)];
  return [
    offer("演完2026年第三季度", "The rest of Q3 2026", { ...REST, ...doneAlready(demo) }, rest),
    // What comes after the reviews waits for the holidays of 2027, which nobody knows yet.
    offer("再演2026年第四季度填报", "Q4 2026, reports and reviews", NEXT, [
      ...openSteps(LENIENT),
      ...reportSteps(LENIENT),
      ...reviewSteps(LENIENT),
    ]),
  ];
}

function doneAlready({ current }: Demo): Pick<QuarterPlan, "reported" | "approved" | "mends"> {
  const at = (wanted: string) =>
    Object.entries(current.stages).flatMap(([town, stage]) => (stage === wanted ? [town] : []));
  return { reported: at("submitted"), approved: at("approved"), mends: at("returned") };
}
