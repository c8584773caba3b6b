import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import {
  assessment,
  frozenResults,
  type KnownYear,
  knownOf,
  ownResult,
} from "../../../src/domain/procedure/assessment.ts";
import { formatAmount } from "../../../src/domain/reading/numbers.ts";
import type { OwnResult } from "../../../src/domain/year/settled.ts";
import type { CardElement } from "../../card.ts";
import { md } from "../../elements.ts";
import { dayName, momentName } from "../../names.ts";
import { pointsText } from "../../ranking/points.ts";
import { type AssessmentText, assessmentText } from "../../text/assessment.ts";
import { assessmentWords } from "../../text/procedures/assessment.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { countyName, resultText } from "./annual.ts";
import { scoreLines } from "./score-lines.ts";

export const assessmentKit: ProcedureKit = {
  definition: assessment,
  words: assessmentWords,
  body: (view) => {
    const { record, now, locale } = view;
    const text = assessmentText(locale);
    const result = ownResult(record);
    const { closes } = record.data;
    const open = record.state === "draft" && typeof closes === "number" && now < closes;
    return [
      ...(result ? resultLines(view, result, text) : []),
      ...(record.state === "draft" ? [md(text.provisional)] : []),
      ...(open ? [md(text.until(momentName(closes - 60_000, locale)))] : []),
      md(knownLines(view, knownOf(record)).join("<br>"), result ? "notation" : "normal"),
    ];
  },
  /** What is known now, which the self-assessment takes over. */
  says: (view, step) =>
    (step === "assess" || step === "reassess") && view.given?.known
      ? [md(knownLines(view, knownOf({ data: view.given }), view.now).join("<br>"))]
      : [],
};

function resultLines(
  { record, programme, locale }: RecordView,
  { own, county }: OwnResult,
  text: AssessmentText,
): CardElement[] {
  const [before, last] = frozenResults(record).slice(-2);
  const { self } = record.data;
  const lines = [
    own.score === null ? text.noGrade : text.own(...resultText(own, text)),
    ...scoreLines(own, locale),
    ...(county
      ? [text.county(countyName(county.county, { programme, locale }), ...resultText(county, text))]
      : []),
    ...(typeof self === "number" ? [text.self(String(self))] : []),
    ...(before && last ? [text.before(...resultText(before.own, text))] : []),
  ];
  return [md(lines.join("<br>"))];
}

/** What was known of the year at a moment, UTC ms; by default when a step last looked. */
function knownLines(
  { record, locale }: Pick<RecordView, "record" | "locale">,
  { quarters, plan, invested, tasks, closed }: KnownYear,
  at = record.log.findLast(({ values }) => "known" in values)?.at ?? 0,
): string[] {
  const text = assessmentText(locale);
  const money = (value: number | null) => (value === null ? text.none : formatAmount(value));
  return [
    text.known(dayName(shanghaiDay(at), locale)),
    text.quarters(quarters.map((score) => (score === null ? text.none : pointsText(score, 2)))),
    text.money(money(invested), money(plan)),
    text.tasks(closed, tasks),
  ];
}
