import type { Locale } from "../../src/domain/people.ts";
import type { PeriodId } from "../../src/domain/period.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { NextStep } from "../../src/domain/quarter-steps.ts";
import type { ProgressRow, Window } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { button, md, row } from "../elements.ts";
import { dayName, periodName } from "../names.ts";
import { type OfficeText, officeText } from "../text/office.ts";
import { refusalText } from "./step-refusal.ts";

type View = {
  programme: Programme;
  period: PeriodId;
  window: Window;
  rows: ProgressRow[];
  next: NextStep;
  locale: Locale;
};

/** What the office does next: in a sentence why not yet, or what it does; and the button for it. */
export function nextStepLines(view: View): CardElement[] {
  const { programme, period, next, locale } = view;
  const text = officeText(locale);
  const refresh = button(text.refresh, { kind: "progress", period });
  if (next.step === "published") {
    const ranking = button(text.seeRanking, { kind: "ranking", period }, { type: "primary" });
    return [md(text.frozen), row([[ranking], [refresh]], [], "flow")];
  }
  const { step, waits } = next;
  const why = waits ? refusalText(waits, programme, locale) : text.steps[step].ready;
  const asked = { title: text.steps[step].title(periodName(period, locale)), text: consequences(view, text) };
  // A step that has to wait may still be pressed: the answer says the same.
  const press = button(
    text.steps[step].button,
    { kind: step, period },
    { type: waits ? "default" : "primary", confirm: asked },
  );
  return [md(text.nextStep(text.steps[step].button, why)), row([[press], [refresh]], [], "flow")];
}

/** What the step will do, said before it is done. */
function consequences({ rows, next, window, locale }: View, text: OfficeText): string {
  if (next.step === "published") return "";
  const reviewing = rows.filter(({ state }) => state === "submitted").length;
  const approved = rows.filter(({ state }) => state === "approved").length;
  const missing = rows.length - reviewing - approved;
  const early = window.state === "open" || window.state === "not_yet" ? window.due : null;
  return [
    reviewing > 0 ? text.publishReviewing(reviewing) : "",
    early === null ? "" : text.publishEarly(dayName(early, locale)),
    missing > 0 ? text.publishMissing(missing) : "",
    text.steps[next.step].effect,
  ]
    .filter((effect) => effect !== "")
    .join(locale === "en" ? " " : "");
}
