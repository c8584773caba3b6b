import { describe } from "vitest";

/** The places where cards ask for confirmation, with the names of the promises each dialog may make. */
export const DIALOGS: Record<string, ReadonlyArray<readonly string[]>> = {
  "cards/office/next-step.ts": [["announce", "publish", "unranked"], ["lock"]],
  "cards/office/open-period.ts": [["open"]],
  "cards/office/unsure.ts": [["resend"]],
  "cards/record/list.ts": [["together"]],
  "cards/report/overview.ts": [["leave_due"]],
  "cards/report/photo-list.ts": [["take_out"]],
  "cards/report/photos.ts": [["submit_bare"]],
  "cards/review/return-form.ts": [["return"]],
  "cards/review/review.ts": [["approve", "approve_supplement"]],
  "cards/text/procedures/bulletin.ts": [["bulletin.redraft"]],
  "cards/text/procedures/calendar.ts": [["calendar.adopt"]],
  "cards/text/procedures/meeting.ts": [["meeting.approve"]],
  "cards/text/procedures/misreport.ts": [["misreport.confirm"]],
  "cards/text/procedures/plan.ts": [["plan.adopt"]],
  "cards/text/procedures/urgent.ts": [["urgent"]],
  "cards/text/procedures/weights.ts": [["weights.propose"], ["weights.adopt"]],
  "cards/text/procedures/award.ts": [["award"], ["award"]],
  "cards/year/awards.ts": [["award"]],
};

/** Promises that only a complete run of the bot can break: the test that tries, by file and title. */
export const RUNS: Record<string, ReadonlyArray<readonly [file: string, title: string]>> = {
  open: [
    ["test/bot/quarter.test.ts", "is opened by the office from a card, and one official of each gets one"],
  ],
  announce: [
    [
      "test/bot/quarter.test.ts",
      "has provisional scores, to each town its own, which stand two working days",
    ],
  ],
  lock: [
    [
      "test/bot/lock-by-hand.test.ts",
      "is asked about first; then whoever has not reported is told, and nobody else",
    ],
  ],
  publish: [["test/bot/supplement.test.ts", "what was published stays, and can be computed again"]],
  take_out: [
    ["test/bot/photos.test.ts", "by its button leaves every card and the count, and stays in the audit"],
    ["test/bot/photos.test.ts", "takes its photos and files out of the report, and says so to its sender"],
  ],
  resend: [
    ["test/bot/outbox.test.ts", "for 55 minutes: unsure, the office decides, and “send again” works once"],
  ],
  "weights.adopt": [
    ["test/bot/weighing.test.ts", "a provisional quarter keeps the weights its towns were shown"],
    ["test/bot/weighing.test.ts", "the next quarter is scored with the adopted weights"],
  ],
  "meeting.approve": [
    [
      "test/bot/meetings/meeting.test.ts",
      "once a leader agrees, everyone invited has a card, and the calendar an entry",
    ],
  ],
  "bulletin.redraft": [
    [
      "test/domain/bulletin/procedure.test.ts",
      "is drafted anew from the present result, without what was changed",
    ],
  ],
  "plan.adopt": [
    ["test/bot/plan.test.ts", "keeps what a town has entered in this quarter"],
    ["test/bot/plan.test.ts", "leaves a report that is handed in alone, and says so before and after"],
  ],
  urgent: [
    [
      "test/bot/urgent.test.ts",
      "sends every official of these towns the card, marks each urgent, and counts",
    ],
    ["test/bot/urgent-town.test.ts", "but not whoever reports before it is approved"],
  ],
  award: [
    [
      "test/bot/year.test.ts",
      "is chosen by the office with a reason; who, what and why are kept and on the card",
    ],
  ],
};

/** The tests for one promise, under the sentence shown to people. */
export function promise(name: string, said: string, tests: () => void): void {
  describe(`${name}: “${said}”`, tests);
}
