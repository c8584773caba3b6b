import { describe, expect, test } from "vitest";
import { checkDraft } from "../../../src/domain/task/draft.ts";
import { propose } from "../../../src/domain/task/propose.ts";
import type { TaskDraft } from "../../../src/domain/task/task.ts";
import { towns as programme } from "../programmes.ts";
import {
  draft,
  having,
  land,
  leader,
  NOW,
  office,
  official,
  opened,
  otherOfficial,
  otherReviewer,
  proposed,
  reviewer,
  slip,
} from "./given.ts";

const problems = (change: Partial<TaskDraft>) =>
  checkDraft({ ...draft, ...change }, programme).map(({ field, reason, step }) =>
    [field, reason, ...(step ? [step] : [])].join(" "),
  );
const step = (name: string, due: string, share: number) => ({ name, due, share });

describe("a draft is refused field by field", () => {
  test.each<[string, Partial<TaskDraft>, string[]]>([
    ["a good one", {}, []],
    ["a town nobody knows", { to: { kind: "town", slug: "nowhere" } }, ["to unknown"]],
    ["a year task of a department", { to: { kind: "department", slug: "land" } }, ["to unknown"]],
    ["an area nobody knows", { area: "nothing" }, ["area unknown"]],
    ["an item of another area", { area: "facilities", item: "positioning.1" }, ["item unknown"]],
    ["no title, no owner", { title: " ", ownerPost: "" }, ["title empty", "owner empty"]],
    ["a title too long", { title: "长".repeat(101) }, ["title too_long"]],
    ["no weight", { weight: 0 }, ["weight not_positive"]],
    ["a day that does not exist", { due: "2026-02-30", steps: [] }, ["due bad_date"]],
    [
      "due before its start",
      { start: "2026-10-08" },
      ["due before_start", "steps step_outside 桩基", "steps step_outside 主体"],
    ],
    [
      "a milestone later than the next",
      { steps: [step("一", "2026-08-01", 30), step("二", "2026-07-01", 60)] },
      ["steps step_day 二"],
    ],
    [
      "shares that do not rise",
      { steps: [step("一", "2026-07-01", 30), step("二", "2026-08-01", 30)] },
      ["steps step_share 二"],
    ],
    ["a share above 100", { steps: [step("一", "2026-07-01", 130)] }, ["steps step_share 一"]],
    [
      "a milestone named twice",
      { steps: [step("一", "2026-07-01", 30), step("一", "2026-08-01", 60)] },
      ["steps step_twice 一"],
    ],
    ["a milestone after the due day", { steps: [step("一", "2026-10-08", 30)] }, ["steps step_outside 一"]],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});

describe("putting forward", () => {
  const by = (given: TaskDraft, who: typeof office) => {
    const proposal = propose(given, "t1", null, who, NOW, programme);
    return proposal.ok ? proposal.task.status : proposal.reason;
  };

  test("a year task: the town, its county, the office", () => {
    expect(
      [official, reviewer, office, otherOfficial, otherReviewer, land, leader].map((who) => by(draft, who)),
    ).toEqual([...Array(3).fill("proposed"), ...Array(4).fill("not_yours")]);
  });

  test("a 督办 item: the office, a leader, a county for its own towns", () => {
    expect([office, leader, reviewer, otherReviewer, official].map((who) => by(slip, who))).toEqual([
      "open",
      "proposed",
      "proposed",
      "not_yours",
      "not_yours",
    ]);
    expect(by({ ...slip, to: { kind: "department", slug: "land" } }, reviewer)).toBe("not_yours");
  });

  test("the same again changes nothing; another wording replaces what nobody has agreed to yet, and no more", () => {
    const again = (before: typeof opened, change: Partial<TaskDraft> = {}) =>
      propose({ ...draft, ...change }, "t1", before, office, NOW, programme);
    expect(again(proposed)).toMatchObject({ ok: true, unchanged: true });
    expect(again(opened)).toMatchObject({ ok: true, unchanged: true });
    expect(again(proposed, { weight: 12 })).toMatchObject({
      ok: true,
      unchanged: false,
      task: { revision: 2, weight: 12, log: [{}, {}] },
    });
    expect(again(opened, { weight: 12 })).toEqual({ ok: false, reason: "agreed_already" });
    const refused = having(proposed, [reviewer, { kind: "refuse", reason: "权重不符" }]);
    expect(again(refused)).toMatchObject({ unchanged: true, task: { status: "withdrawn" } });
    expect(again(refused, { weight: 12 })).toMatchObject({ task: { status: "proposed" } });
  });

  test("a due day moved by an extension is no other task", () => {
    const extended = having(
      opened,
      [official, { kind: "request_extension", to: "2026-10-15", reason: "雨季" }],
      [reviewer, { kind: "grant_extension" }],
    );
    expect(propose(draft, "t1", extended, office, NOW, programme)).toMatchObject({ unchanged: true });
  });
});
