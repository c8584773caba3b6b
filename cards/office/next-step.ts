import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { NextStep } from "../../src/domain/quarter/steps.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import type { ProgressRow } from "../../src/domain/views.ts";
import { bulletinOffer } from "../bulletin/offer.ts";
import type { CardElement } from "../card.ts";
import { button, md, row, typed } from "../elements.ts";
import { periodName } from "../names.ts";
import { query } from "../query.ts";
import { recordTitle } from "../record/facts.ts";
import { kitOf, type ProcedureKit } from "../record/kit.ts";
import { officeText } from "../text/office.ts";
import { refusalText } from "./step-refusal.ts";

type View = {
  programme: Programme;
  period: PeriodId;
  quarter: Timetable;
  rows: ProgressRow[];
  next: NextStep;
  closable: boolean;
  unmended: readonly ProcedureRecord[];
  kits: readonly ProcedureKit[];
  records: readonly ProcedureRecord[];
  published: Pick<Publication, "seq" | "hash"> | null;
  locale: Locale;
};

/** Unmended objections named; the others are counted. */
const NAMED = 3;

/** The office's next step: why it has to wait, or what it does, with its button. */
export function nextStepLines(view: View): CardElement[] {
  const { programme, period, next, locale } = view;
  const text = officeText(locale);
  if (next.step === "published") {
    const ranking = button(text.seeRanking, query.ranking(period), { type: "primary" });
    const offer = view.published && bulletinOffer({ ...view, published: view.published });
    const bulletin = offer ? [[button(offer.text, offer.action)]] : [];
    return [md(text.frozen), row([[ranking], ...bulletin], [], "flow")];
  }
  const { step, waits } = next;
  const why = waits ? refusalText(waits, programme, locale) : text.steps[step].ready;
  // A step that has to wait is shown with the reason; its button appears once it can be taken.
  const buttons = [...(waits ? [] : [stepButton(view, step)]), ...(view.closable ? [closeButton(view)] : [])];
  return [
    md(text.nextStep(text.steps[step].button, why)),
    ...(view.unmended.length > 0 ? [md(text.unmended(...unmendedNames(view)))] : []),
    ...(buttons.length > 0
      ? [
          row(
            buttons.map((one) => [one]),
            [],
            "flow",
          ),
        ]
      : []),
  ];
}

function stepButton(view: View, step: "provisional" | "publish"): ReturnType<typeof button> {
  const { period, rows, locale } = view;
  const words = officeText(locale).steps[step];
  const unranked = rows.length - rows.filter(isRanked).length;
  const unmended =
    view.unmended.length > 0 ? [officeText(locale).publishUnmended(...unmendedNames(view))] : [];
  const text = [said(unranked, words.effect, locale), ...unmended].join(locale === "en" ? " " : "");
  const confirm = { title: words.title(periodName(period, locale)), text };
  return button(words.button, { kind: "quarter", step, period }, { type: "primary", confirm });
}

/** The titles of unmended objections, and how many there are in all. */
function unmendedNames(view: View): [titles: string[], all: number] {
  const titles = view.unmended.slice(0, NAMED).flatMap((record) => {
    const kit = kitOf(view.kits, record.procedure);
    return kit ? [typed(recordTitle({ ...view, kit, record }), 60)] : [];
  });
  return [titles, view.unmended.length];
}

function closeButton(view: View): ReturnType<typeof button> {
  const { period, rows, locale } = view;
  const words = officeText(locale).close;
  const missing = rows.filter(
    ({ state, supplement }) => supplement || state === "not_started" || state === "draft",
  ).length;
  const text = said(missing, words.effect, locale);
  const confirm = { title: words.title(periodName(period, locale)), text };
  return button(words.button, { kind: "quarter", step: "lock", period }, { confirm });
}

function isRanked({ state, supplement }: ProgressRow): boolean {
  return state === "approved" && !supplement;
}

/** The effect of a step, stated beforehand; first the number of towns it leaves unranked. */
function said(unranked: number, effect: string, locale: Locale): string {
  const first = unranked > 0 ? [officeText(locale).publishMissing(unranked)] : [];
  return [...first, effect].join(locale === "en" ? " " : "");
}
