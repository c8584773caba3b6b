import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { nameOf, periodName, townName } from "../names.ts";
import type { ReportView } from "../report/view.ts";
import { taskFormText } from "../text/task-forms.ts";

type Reported = Pick<ReportView, "programme" | "report" | "locale">;

/** The way from a problem a town reports to a 督办 item: at once where there is one, by a choice where there are more. */
export function problemButton(view: Reported): CardElement[] {
  const [first, ...more] = problems(view);
  if (!first) return [];
  if (more.length === 0) return [turnInto(view, first)];
  const { period, town } = view.report;
  const text = taskFormText(view.locale).turnIntoOne(more.length + 1);
  return [button(text, { kind: "slip_form", ref: `${period}/${town}` })];
}

/** Every problem of one report, each with the way to make a 督办 item of it. */
export function problemsCard(view: Reported & Pick<ReportView, "town">): Card {
  const { report, town, locale } = view;
  const lines = problems(view).map((area) => {
    const words = report.content.areas[area.id]?.words.problem ?? "";
    return row(
      [[md(`**${nameOf(area, locale)}**<br>${typed(words, 200)}`)], [turnInto(view, area)]],
      [1, 1],
      "stretch",
    );
  });
  const subtitle = `${townName(town, locale)} · ${periodName(report.period, locale)}`;
  return card(
    { title: taskFormText(locale).problemsTitle, subtitle, template: "orange" },
    lines.length > 0 ? lines : [md(taskFormText(locale).noProblems)],
  );
}

type Area = Reported["programme"]["areas"][number];

function problems({ programme, report }: Reported): Area[] {
  return programme.areas.filter(({ id }) => (report.content.areas[id]?.words.problem ?? "").trim() !== "");
}

function turnInto({ report, locale }: Reported, area: Area): ReturnType<typeof button> {
  const ref = `${report.period}/${report.town}/${area.id}`;
  return button(taskFormText(locale).turnInto(nameOf(area, locale)), { kind: "slip_form", ref });
}
