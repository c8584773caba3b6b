import { isOff } from "../../src/domain/procedure/definition.ts";
import type { CardElement } from "../card.ts";
import { button, panel } from "../elements.ts";
import { nameOf } from "../names.ts";
import { originText } from "../record/form.ts";
import type { ReportView } from "../report/view.ts";
import { taskText } from "../text/task.ts";

type Reported = Pick<ReportView, "programme" | "report" | "locale">;

/**
 * Buttons that create a 督办 item from a problem a town reported: visible for one problem, folded for several.
 */
export function problemButtons({ programme, report, locale }: Reported): CardElement[] {
  const text = taskText(locale);
  if (isOff({ id: "supervision" }, programme)) return [];
  const areas = programme.areas.filter(
    ({ id }) => (report.content.areas[id]?.words.problem ?? "").trim() !== "",
  );
  const buttons = areas.map((area) => {
    const ref = `${report.period}/${report.town}/${area.id}`;
    const about = originText({ period: "", town: "", ref });
    return button(text.turnInto(nameOf(area, locale)), { kind: "new", procedure: "supervision", about });
  });
  return buttons.length > 1 ? [panel(text.turnIntoOne(buttons.length), buttons)] : buttons;
}
