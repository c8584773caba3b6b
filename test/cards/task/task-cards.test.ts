import { describe, expect, it } from "vitest";
import { taskFormCard } from "../../../cards/task/form.ts";
import { taskListCard } from "../../../cards/task/list.ts";
import { newPlanCard, newSlipCard } from "../../../cards/task/new-task.ts";
import { proposalsCard } from "../../../cards/task/proposals.ts";
import { taskCard } from "../../../cards/task/task.ts";
import { LOCALES } from "../../../src/domain/people.ts";
import { standingOf } from "../../../src/domain/task/lights.ts";
import { offersFor } from "../../../src/domain/task/offers.ts";
import { land, type office, official, reviewer } from "../../domain/task/given.ts";
import { tenTowns, thirtyTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { FORMS, given, LATE, longestTask, taskView } from "./tasks.ts";

const longest = longestTask(thirtyTowns, (n) => "长".repeat(n), "阿卜杜热合曼");
/** The words on a task's buttons for somebody. */
const steps = (task: typeof longest, who: typeof office): string[] =>
  buttonsOf(taskCard(taskView(tenTowns, task, "zh-CN", offersFor(task, who, LATE, tenTowns))))
    .map(({ text }) => text)
    .filter((text) => text !== "返回任务清单");

describe("a task's card", () => {
  it("offers each reader the steps that fit the task's state", () => {
    expect(steps(given.proposed, reviewer)).toEqual(["会签同意", "不同意", "待会签清单"]);
    expect(steps(given.opened, official)).toEqual(["签收", "报进展", "申请延期", "报告受阻"]);
    expect(steps({ ...given.opened, percent: 100 }, official)).toContain("申请销号");
    expect(steps(given.opened, reviewer)).toEqual(["撤回任务"]);
    expect(steps(given.opened, land)).toEqual([]);
    expect(steps(given.closing, reviewer)).toEqual(["确认销号", "退回", "撤回任务"]);
    expect(steps(given.item, official)).toContain("签收");
  });

  it("says the schedule, the light and how long it is overdue", () => {
    const words = wordsOf(taskCard(taskView(tenTowns, { ...given.opened, percent: 55 }, "zh-CN")));
    expect(words).toContain("序时进度100%，实际55%");
    expect(words).toContain("已逾期10个工作日");
    const unknown = wordsOf(taskCard(taskView(tenTowns, { ...given.opened, due: "2028-05-05" }, "zh-CN")));
    expect(unknown).toContain("2028年节假日安排未公布，日期待确认");
  });

  it("folds a long log to its last lines", () => {
    const words = wordsOf(taskCard(taskView(thirtyTowns, longest, "zh-CN")));
    expect(words).toContain("更早的50条略");
  });
});

describe("every card of tasks", () => {
  const all = [
    "countersign",
    "refuse",
    "sign",
    "progress",
    "request_extension",
    "grant_extension",
    "block",
    "withdraw",
  ] as const;
  it("is one the platform takes, at its longest, in both languages", () => {
    const tasks = Array.from({ length: 25 }, (_, i) => ({ ...longest, id: `t${i}` }));
    const rows = tasks.map((task) => ({ task, standing: standingOf(task, LATE, thirtyTowns) }));
    const words = "长".repeat(500);
    for (const locale of LOCALES) {
      const view = taskView(thirtyTowns, longest, locale, [...all]);
      expectSendable(taskCard({ ...view, notice: words }));
      for (const step of FORMS) {
        const typed = {
          percent: words.slice(0, 50),
          words,
          reason: words,
          to: "2026-13-45",
          department: "land",
        };
        expectSendable(taskFormCard({ ...view, step, typed, problem: words }));
      }
      const list = { programme: thirtyTowns, rows, scope: "mine" as const, locale };
      for (const page of [1, 2, 3, 99])
        expectSendable(
          taskListCard({
            ...list,
            page,
            proposes: ["slip", "plan"],
            toSign: { county: "linxian", n: 25 },
            says: words,
          }),
        );
      expectSendable(taskListCard({ ...list, rows: [], page: 1, proposes: [] }));
      const proposals = { programme: thirtyTowns, county: "linxian", seen: "0123456789abcdef", locale };
      expectSendable(proposalsCard({ ...proposals, tasks, page: 2 }));
      expectSendable(proposalsCard({ ...proposals, tasks: [], page: 1 }));
      const addressees = thirtyTowns.towns.map(({ slug }) => ({ kind: "town" as const, slug }));
      const typed = {
        title: words.slice(0, 100),
        owner: words.slice(0, 30),
        due: "x",
        evidence: words.slice(0, 200),
      };
      const form = { programme: thirtyTowns, addressees, locale, typed, problem: words };
      expectSendable(newSlipCard({ ...form, ref: "2026Q3/qikou/roads" }));
      expectSendable(newPlanCard(form));
    }
  });
});
