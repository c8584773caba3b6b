import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { AskedFigure } from "../../src/domain/question/asked-figure.ts";
import type { Line, Reckoned } from "../../src/domain/question/reckon.ts";
import type { ReportState } from "../../src/domain/report/report.ts";

/**
 * `states`: where the reports stand that the reader may look into. `published`: the quarter's ranking is out. `quarters`:
 * one town's figure by quarter up to this one, oldest first. `forAll`: for readers of both languages.
 */
export type FigureView = {
  programme: Programme;
  asked: AskedFigure;
  period: PeriodId;
  reckoned: Reckoned;
  states: ReadonlyMap<string, ReportState>;
  published: boolean;
  quarters: ReadonlyArray<Pick<Line, "value" | "standing"> & { period: PeriodId }>;
  forAll?: true;
  locale: Locale;
};
