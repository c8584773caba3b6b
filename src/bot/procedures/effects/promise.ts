import { findReport } from "../../../../db/reports.ts";
import { parsePeriod } from "../../../domain/calendar/period.ts";
import { promiseMark, readPromises } from "../../../domain/procedure/promised-words.ts";
import { maySee } from "../../../domain/programme/people.ts";
import { isOpenToTown } from "../../../domain/report/report.ts";
import type { Given } from "./effect.ts";

/**
 * The sentence a promise is made of, as the submitted report says it now: `ref` is `2026Q3/qikou/facilities/0-123`. Null
 * where it does not say so any more.
 */
export const promisedWords: Given = async (deps, { about: { town, ref }, actor }) => {
  const [quarter = "", of = "", section = "", mark = ""] = ref.split("/");
  const period = parsePeriod(quarter);
  const may = actor !== null && of === town && maySee(actor, town, deps.programme);
  const report = period && may ? await findReport(deps.db, period, town) : null;
  const said =
    report && !isOpenToTown(report)
      ? readPromises(report.content.areas[section]?.words.next ?? "", report.period)
      : [];
  const found = said.find((one, at) => promiseMark(one, at) === mark);
  return { text: found?.text ?? null, quarter: found?.quarter ?? null };
};
