import { digestCard, groupDigestCard } from "../../../cards/digest/digest.ts";
import { viewOf, worstInput } from "../../cards/digest/digests.ts";
import { type Shown, show } from "../../cards/show.ts";
import { calm, question, task } from "../../domain/digest/given.ts";
import type { Setting } from "./setting.ts";

/** The digests of every kind and audience. */
export function digests(at: Setting): Shown[] {
  const { programme, locale, town, words } = at;
  const worst = worstInput(programme, words(1000));
  const usual = { ...calm, tasks: [task({ due: "2026-10-20" })], questions: [question()] };
  const before = viewOf(usual).facts;
  const county = programme.counties.find(({ code }) => code === town.countyCode)?.slug ?? "";
  const stale = { ...calm, health: { lastRunAt: null, stuck: 3, dead: 1 } };
  return [
    ...show(digestCard, {
      "of a week": viewOf(usual, { locale }),
      "in which nothing changed": viewOf(usual, { locale, before }),
      "that is stale": { ...viewOf(stale, { locale, before }), preview: true },
      "with everything owed": viewOf(worst, { locale }),
      "of a county": viewOf(worst, { locale, audience: { county } }),
      "of a month": viewOf({ ...worst, kind: "monthly" }, { locale }),
      "of a quarter": viewOf({ ...worst, kind: "quarterly" }, { locale }),
    }),
    ...show(groupDigestCard, {
      "of a week": viewOf(usual),
      "with everything owed": viewOf(worst),
      "of a county": viewOf(worst, { audience: { county } }),
      "of a quarter": viewOf({ ...worst, kind: "quarterly" }),
    }),
  ];
}
