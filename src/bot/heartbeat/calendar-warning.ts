import { operationsText } from "../../../cards/text/operations.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import type { Planned } from "../sending/planned.ts";

/** Tells the office that a year's holidays are not loaded; `period` is `2027@2026-W47`. */
export async function planCalendarWarning(deps: Deps, period: string): Promise<Planned> {
  const now = deps.clock.now();
  const year = Number(period.slice(0, 4));
  const started = shanghaiYear(now) >= year;
  const rows = (await officeReaders(deps)).map((reader) => {
    const words = wordsFor(reader, (locale) => operationsText(locale).calendar(year, started));
    return enqueueText({ ...reader.to, quiet: true }, words, `calendar ${period}`, now);
  });
  return { writes: [], outbox: rows };
}
