import type { CardElement } from "../card.ts";
import { button, row } from "../elements.ts";
import { nameOf } from "../names.ts";
import type { ReportView } from "../report/view.ts";
import { taskFormText } from "../text/task-forms.ts";

/** For every area whose town reports a problem, the way to make a 督办 item of it. */
export function problemButtons({ programme, report, locale }: ReportView): CardElement[] {
  const { period, town, content } = report;
  const buttons = programme.areas
    .filter(({ id }) => (content.areas[id]?.words.problem ?? "").trim() !== "")
    .map((area) => [
      button(taskFormText(locale).turnInto(nameOf(area, locale)), {
        kind: "slip_form",
        ref: `${period}/${town}/${area.id}`,
      }),
    ]);
  return buttons.length > 0 ? [row(buttons, [], "flow")] : [];
}
