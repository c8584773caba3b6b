import { procedure } from "../procedure/definition.ts";
import { applying, handingOn, looking, MEMBERS } from "./acceptance-steps.ts";

// 期末验收 of a town: the county applies by the plan's five criteria, a team looks and gives marks, what is lacking is
// mended and looked at again; once passed, the papers are packed for the provincial department and its answer recorded.

export const acceptance = procedure({
  id: "acceptance",
  key: ({ town }) => town,
  sees: ["town", "principal", "county", "county_principal", "office", "leader"],
  reasons: [
    "unchecked",
    "day_past",
    "small_team",
    "not_visited",
    "marked",
    "mark_range",
    "few_marks",
    "below",
    "no_package",
    "nothing_packed",
    "before_pass",
    "day_to_come",
  ],
  states: {
    preparing: { colour: "blue", owes: { post: "county", within: 20 } },
    applied: { colour: "turquoise", owes: { post: "office", within: 5 } },
    visiting: { colour: "yellow", owes: { post: "office", within: { day: "on" } }, concerns: [MEMBERS] },
    mending: { colour: "orange", owes: { post: "town", within: { day: "until" } }, concerns: ["county"] },
    mended: { colour: "turquoise", owes: { post: "office", within: 5 } },
    passed: { colour: "green", owes: { post: "office", within: 10 } },
    submitted: { colour: "blue", concerns: ["office"] },
    named: { colour: "green", ends: true, keepsKey: true, sees: "everyone" },
    withdrawn: { colour: "grey", ends: true },
  },
  steps: {
    ...applying(),
    ...looking(),
    ...handingOn(),
  },
});
