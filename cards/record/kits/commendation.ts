import {
  type Advanced,
  commendation,
  commended,
  listIn,
} from "../../../src/domain/oversight/commendation.ts";
import type { CardElement } from "../../card.ts";
import { md } from "../../elements.ts";
import { pointsText } from "../../ranking/points.ts";
import { assessmentText } from "../../text/assessment.ts";
import { commendationWords } from "../../text/procedures/commendation.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { countyName } from "./annual.ts";

export const commendationKit: ProcedureKit = {
  definition: commendation,
  words: commendationWords,
  told: ["counties"],
  // Beside the year's result, which it comes from.
  apart: true,
  /** Those the rule puts forward, before they are chosen. */
  start: (view) => ({ says: lines(view, listIn({ data: view.given ?? {} })?.counties ?? []), typed: {} }),
  body: (view) => lines(view, commended(view.record)),
};

function lines(view: Pick<RecordView, "programme" | "locale">, counties: readonly Advanced[]): CardElement[] {
  const text = assessmentText(view.locale);
  const named = counties.map(({ county, score, rank }) =>
    text.advanced(String(rank), countyName(county, view), pointsText(score, 2), text.grades.excellent),
  );
  return named.length === 0 ? [] : [md(named.join("<br>"))];
}
