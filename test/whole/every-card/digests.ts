import { digestCard, groupDigestCard } from "../../../cards/digest/digest.ts";
import { askedCard, askFormCard, townQuestionCard } from "../../../cards/digest/question.ts";
import { LONGEST_ANSWER, LONGEST_QUESTION } from "../../../src/domain/tracked-question.ts";
import { viewOf, worstInput } from "../../cards/digest/digests.ts";
import { type Shown, show } from "../../cards/show.ts";
import { calm, NOW, question, task } from "../../domain/digest/given.ts";
import type { Setting } from "./setting.ts";

/** The digests of every kind and audience, and a question from its form to its answer. */
export function digests(at: Setting): Shown[] {
  const { programme, locale, town, words } = at;
  const worst = worstInput(programme, words(1000));
  const asked = question({ town: town.slug, about: "t1", text: words(LONGEST_QUESTION) });
  const usual = { ...calm, tasks: [task({ due: "2026-10-20" })], questions: [question()] };
  const before = viewOf(usual).facts;
  const county = programme.counties.find(({ code }) => code === town.countyCode)?.slug ?? "";
  const stale = { ...calm, health: { lastRunAt: null, stuck: 3, dead: 1 } };
  const answered = { ...asked, answer: words(LONGEST_ANSWER), answeredBy: "ou_x", answeredAt: NOW };
  const open = {
    programme,
    locale,
    town,
    title: words(1000),
    question: asked,
    age: 12,
    asker: "leader" as const,
  };
  const form = { programme, locale, town, title: words(1000), said: words(1000) };
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
    ...show(askFormCard, {
      "about a task": { ...form, about: "t1" },
      "about a report": { ...form, about: `2026Q3/${town.slug}` },
      "about a place": { ...form, about: `2026Q3/${town.slug}/rank` },
      "about an intention": { ...form, about: `2026Q2/${town.slug}/${programme.areas[0]?.id}` },
      refused: { ...form, about: "t1", typed: words(LONGEST_QUESTION), problem: words(60) },
    }),
    ...show(askedCard, { waiting: open, answered: { ...open, question: answered } }),
    ...show(townQuestionCard, {
      open,
      "from the office": { ...open, asker: "city_office" },
      form: { ...open, form: {} },
      refused: { ...open, form: { typed: words(LONGEST_ANSWER), problem: words(60) } },
      answered: { ...open, question: answered },
    }),
  ];
}
