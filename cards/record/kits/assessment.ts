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
import { momentName } from "../../names.ts";
import { pointsText } from "../../ranking/points.ts";
import { type AssessmentText, assessmentText } from "../../text/assessment.ts";
import { assessmentWords } from "../../text/procedures/assessment.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { countyName, resultText } from "./annual.ts";

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
      md(knownLines(knownOf(record), text).join("<br>"), result ? "notation" : "normal"),
    ];
  },
};

function resultLines(
  { record, programme, locale }: RecordView,
  { own, county }: OwnResult,
  text: AssessmentText,
): CardElement[] {
  const [before, last] = frozenResults(record).slice(-2);
  const points = (value: number | null) => (value === null ? text.none : pointsText(value, 2));
  const { self } = record.data;
  const lines = [
    own.score === null ? text.noGrade : text.own(...resultText(own, text)),
    text.parts(points(own.process), points(own.appraisal)),
    ...(county
      ? [text.county(countyName(county.county, { programme, locale }), ...resultText(county, text))]
      : []),
    ...(typeof self === "number" ? [text.self(String(self))] : []),
    ...(before && last ? [text.before(...resultText(before.own, text))] : []),
  ];
  return [md(lines.join("<br>"))];
}

function knownLines({ quarters, plan, invested, tasks, closed }: KnownYear, text: AssessmentText): string[] {
  const money = (value: number | null) => (value === null ? text.none : formatAmount(value));
  return [
    text.known,
    text.quarters(quarters.map((score) => (score === null ? text.none : pointsText(score, 2)))),
    text.money(money(invested), money(plan)),
    text.tasks(closed, tasks),
  ];
}
