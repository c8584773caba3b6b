import { describe, expect, test } from "vitest";
import { begin } from "../../../src/domain/procedure/take.ts";
import { yearTask } from "../../../src/domain/task/year-task.ts";
import { towns as programme } from "../programmes.ts";
import {
  draft,
  issuing,
  land,
  leader,
  NOW,
  office,
  official,
  otherOfficial,
  otherReviewer,
  proposing,
  reviewer,
  slip,
} from "./given.ts";

/** The problems of a draft, as `field reason name`. */
function problems(change: Partial<Record<keyof typeof draft, unknown>>): string[] {
  const at = { actor: office, now: NOW, programme, evidence: 0 };
  const origin = { id: "t1", town: "", period: "", ref: "" };
  const begun = begin(yearTask, origin, "propose", { ...draft, ...change }, at);
  if (begun.ok) return [];
  const { also = [], ...first } = begun.refusal;
  return [first, ...also].map(({ field, reason, about }) =>
    [field, reason, ...(about === undefined ? [] : [about])].join(" "),
  );
}

describe("a draft is refused field by field", () => {
  test.each<[string, Parameters<typeof problems>[0], string[]]>([
    ["a good one", {}, []],
    ["a town nobody knows", { to: "town.nowhere" }, ["to unknown_choice"]],
    ["a year task of a department", { to: "department.land" }, ["to unknown_choice"]],
    ["an area nobody knows", { area: "nothing" }, ["area unknown_choice"]],
    ["no title, no owner", { title: " ", owner: "" }, ["title empty", "owner empty"]],
    ["a title too long", { title: "长".repeat(101) }, ["title too_long"]],
    ["a weight that is none", { weight: "很重" }, ["weight not_a_number"]],
    ["no weight", { weight: "0" }, ["weight not_positive"]],
    ["a day that does not exist", { due: "2026-02-30", steps: "" }, ["due not_a_day"]],
    ["due before its start", { start: "2026-10-08" }, ["due before_start"]],
    ["milestones nobody can read", { steps: "桩基 五月" }, ["steps bad_steps"]],
    [
      "a milestone later than the next",
      { steps: "一:2026-08-01:30；二:2026-07-01:60" },
      ["steps step_day 二"],
    ],
    ["shares that do not rise", { steps: "一:2026-07-01:30；二:2026-08-01:30" }, ["steps step_share 二"]],
    ["a share above 100", { steps: "一:2026-07-01:130" }, ["steps step_share 一"]],
    ["a milestone named twice", { steps: "一:2026-07-01:30；一:2026-08-01:60" }, ["steps step_twice 一"]],
    ["a milestone after the due day", { steps: "一:2026-10-08:30" }, ["steps step_outside 一"]],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});

describe("putting forward", () => {
  const state = (begun: ReturnType<typeof proposing>) => (typeof begun === "string" ? begun : begun.state);

  test("a year task: the town, its county, the office", () => {
    expect([reviewer, office, land, leader].map((who) => state(proposing(draft, who)))).toEqual([
      "proposed",
      "proposed",
      "not_yours",
      "not_yours",
    ]);
    expect(state(proposing(draft, official, "qikou"))).toBe("proposed");
    // Others cannot choose a town outside their area.
    expect([otherOfficial, otherReviewer].map((who) => state(proposing(draft, who)))).toEqual([
      "unknown_choice",
      "unknown_choice",
    ]);
    expect(state(proposing(draft, otherOfficial, "qikou"))).toBe("not_yours");
  });

  test("a 督办 item: the office, a leader, a county for its own towns and the city's departments", () => {
    expect([office, leader, reviewer].map((who) => state(issuing(slip, who)))).toEqual([
      "open",
      "proposed",
      "proposed",
    ]);
    expect(state(issuing(slip, official))).toBe("not_yours");
    expect(state(issuing(slip, otherReviewer))).toBe("unknown_choice");
    expect(state(issuing({ ...slip, to: "department.land" }, reviewer))).toBe("proposed");
    expect(state(issuing({ ...slip, due: "2026-06-01" }, office))).toBe("before_start");
  });
});
