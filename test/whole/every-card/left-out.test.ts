import { expect, test } from "vitest";
import { digestCard } from "../../../cards/digest/digest.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { viewOf } from "../../cards/digest/digests.ts";
import { calm, question, task } from "../../domain/digest/given.ts";
import { draw } from "./registry.ts";
import { settingOf } from "./setting.ts";

// No card offers what the pack leaves out.

const OFFERS = /"(new|begin|form|step|together)__/;
/** What is offered on these is said by the use case that draws them; a digest here is of a programme of its own. */
const AS_TOLD =
  /^(toDoCard|yearPlanCard of one town|visitSummaryCard no inspection yet|stageBoard|digest|groupDigest)/;
const procedures = Object.fromEntries(KITS.map(({ definition: { id } }) => [id, { off: true, days: {} }]));

test("no card leads to a form or a step of a procedure that is left out", () => {
  const at = settingOf("usual", "zh-CN");
  const programme = { ...at.programme, procedures };
  const cards = draw({ ...at, programme, report: { ...at.report, programme } });
  const offering = cards.filter(([, card]) => OFFERS.test(JSON.stringify(card))).map(([name]) => name);
  expect(offering.filter((name) => !AS_TOLD.test(name))).toEqual([]);
});

test("a digest asks nothing of a town where no questions are asked", () => {
  const usual = { ...calm, tasks: [task({ due: "2026-10-20" })], questions: [question()] };
  const drawn = (of: typeof usual) =>
    OFFERS.test(JSON.stringify(digestCard(viewOf(of, { locale: "zh-CN" }))));
  expect(drawn(usual)).toBe(true);
  expect(drawn({ ...usual, programme: { ...usual.programme, procedures } })).toBe(false);
});
