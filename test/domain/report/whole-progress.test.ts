import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/report/decide.ts";
import type { RawInputs } from "../../../src/domain/report/inputs.ts";
import { EVERY_PROJECT, openProgress, WHOLE, WHOLE_OF } from "../../../src/domain/report/whole-progress.ts";
import { basis, done, official, opened, save, situation } from "./given.ts";

const at = situation(official);
/** Two projects in progress: 村道整修 and one of the town's own. */
const two = () =>
  done(
    save({ "image/project.new.name": "村口广场", "image/project.new.actual": "10" }, "image"),
    opened(),
    at,
  );
const actual = (raw: RawInputs) =>
  done(save(raw, "reply", 2), two(), at).content.image.projects.map((project) => project.actual);

describe("an image progress of which no project was named", () => {
  test("goes to the project a person chooses, or to every one when a person says so", () => {
    expect(openProgress(two(), basis).map(({ key }) => key)).toEqual([
      "image/project.lane.actual",
      "image/project.own2.actual",
    ]);
    expect(actual({ [WHOLE]: "70", [WHOLE_OF]: "own2" })).toEqual([48, 70]);
    expect(actual({ [WHOLE]: "70", [WHOLE_OF]: EVERY_PROJECT })).toEqual([70, 70]);
  });
  test.each(["", "no such project"])(
    "is asked about while nobody chose (%s), and changes nothing",
    (choice) => {
      const report = two();
      const decision = decide(save({ [WHOLE]: "70", [WHOLE_OF]: choice }, "reply", 2), report, at);
      expect(!decision.ok && decision.refusal).toMatchObject({
        reason: "problems",
        problems: [{ key: WHOLE, problem: "which_project", values: { text: "70" } }],
      });
      expect(!decision.ok && decision.keep?.content).toEqual(report.content);
    },
  );
});
