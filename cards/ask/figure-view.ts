import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { AskedFigure } from "../../src/domain/question/asked-figure.ts";
import type { Meaning } from "../../src/domain/question/meaning.ts";
import type { Line, Reckoned } from "../../src/domain/question/reckon.ts";
import type { ReportState } from "../../src/domain/report/report.ts";

/**
 * `states`: where the reports stand that the reader may look into. `published`: the quarter's ranking is out. `quarters`:
 * one town's figure by quarter up to this one, oldest first. `after`: the figure counts from that quarter on; `until`: the
 * last quarter of a time that has not ended. `meaning`: of a single town's figure. `whole`: all towns' sum, of which a
 * part was asked for. `forAll`: for readers of both languages.
 */
export type FigureView = {
  programme: Programme;
  asked: AskedFigure;
  period: PeriodId;
  after: PeriodId | null;
  until: PeriodId | null;
  reckoned: Reckoned;
  meaning: Meaning | null;
  whole: number | null;
  states: ReadonlyMap<string, ReportState>;
  /** Towns of which the quarter asked nothing. */
  excused?: ReadonlySet<string>;
  published: boolean;
  quarters: ReadonlyArray<Pick<Line, "value" | "standing"> & { period: PeriodId }>;
  forAll?: true;
  locale: Locale;
};
