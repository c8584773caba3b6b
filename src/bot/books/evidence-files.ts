import { periodName, sectionName } from "../../../cards/names.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { type Evidence, everyEvidence } from "../../../db/evidence.ts";
import { everyRecordEvidence, type RecordEvidence } from "../../../db/record-evidence.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { FileCounts, IndexedFile } from "../../export/books/evidence-book.ts";

type Indexed = { of: string | null; files: IndexedFile[]; counts: Map<string, FileCounts> };

/** Every photo and file of the reports of a quarter, or of all quarters and of every record. */
export async function filesIn(deps: Deps, period: PeriodId | null, locale: Locale): Promise<Indexed> {
  const { db } = deps;
  const reported = (await everyEvidence(db, period)).map((row) => reportFile(deps, row, locale));
  const files = [...reported, ...(period === null ? await filesOfRecords(deps, locale) : [])];
  return { of: period && periodName(period, locale), files, counts: countsOf(files) };
}

function reportFile({ programme }: Deps, row: Evidence, locale: Locale): IndexedFile {
  const [quarter = "", town = ""] = row.report.split("/");
  const period = parsePeriod(quarter);
  return {
    town,
    quarter: period ? periodName(period, locale) : "",
    about: row.section === null ? null : sectionName(programme, row.section, locale),
    ...common(row),
    taken: row.photo?.takenOn ?? null,
    hints: row.photo?.flags.length ?? 0,
  };
}

function common({ kind, name, at, size, sha256 }: Evidence | RecordEvidence) {
  return { kind, name, at: shanghaiDay(at), size, sha256 };
}

async function filesOfRecords(deps: Deps, locale: Locale): Promise<IndexedFile[]> {
  const rows = await everyRecordEvidence(deps.db);
  const ids = [...new Set(rows.map(({ record }) => record))];
  const records = new Map((await listRecords(deps.db, { ids })).map((record) => [record.id, record]));
  return rows.flatMap((row) => {
    const record = records.get(row.record);
    const about = record && titleOf(deps, record, locale);
    if (!record || about === undefined) return [];
    const period = parsePeriod(record.period);
    const quarter = period ? periodName(period, locale) : "";
    return [{ town: record.town, quarter, about, ...common(row), taken: null, hints: 0 }];
  });
}

/** Undefined for a record that concerns a unit alone: it stands in no list. */
function titleOf(
  { programme, procedures }: Deps,
  record: ProcedureRecord,
  locale: Locale,
): string | undefined {
  const kit = kitOf(procedures, record.procedure);
  return kit && !kit.definition.confidential ? recordTitle({ programme, kit, record, locale }) : undefined;
}

function countsOf(files: readonly IndexedFile[]): Map<string, FileCounts> {
  const counts = new Map<string, FileCounts>();
  for (const { town, kind, hints } of files) {
    const one = counts.get(town) ?? { photos: 0, files: 0, hints: 0 };
    one[kind === "image" ? "photos" : "files"] += 1;
    if (hints > 0) one.hints += 1;
    counts.set(town, one);
  }
  return counts;
}
