import { commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { saveRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { HolidayYear } from "../../domain/calendar/holiday-year.ts";
import { calendar } from "../../domain/procedure/calendar.ts";
import { openness } from "../../domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { loadCalendar } from "../procedures/effects/calendar.ts";

/**
 * Puts a year's arrangement in force on the operator's authority, without a second person; the history names the
 * operator.
 */
export async function importYear(
  deps: Deps,
  by: string,
  { year, encouraged }: { year: HolidayYear; encouraged: string[] },
): Promise<void> {
  const now = deps.clock.now();
  const data = { year, encouraged };
  const step = { step: "adopt", from: "", to: "adopted", by, name: "", post: "", at: now, values: data };
  const record: ProcedureRecord = {
    ...{ id: causeId(`calendar ${year.year} ${now}`).slice(0, 16), procedure: calendar.id },
    ...{
      town: "",
      period: "",
      ref: String(year.year),
      state: "adopted",
      revision: 1,
      data,
      due: null,
      log: [step],
    },
  };
  const audit = { actor: by, kind: "calendar.import", subject: record.id, detail: { year: year.year } };
  await commit(deps.db, { audit, writes: saveRecord(deps.db, record, openness(calendar, record)) }, now);
  await loadCalendar(deps);
}
