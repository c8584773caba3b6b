import { bulletinNumber } from "../../../cards/text/bulletin-number.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { bulletin } from "../../domain/bulletin/bulletin.ts";
import { draftOf, type Sentence, sentencesOf } from "../../domain/bulletin/draft.ts";
import { issuedAs } from "../../domain/bulletin/files.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";

/** The sentences of the last bulletin issued of a quarter before this one; none where there is none. */
export async function sentencesBefore({ db }: Pick<Deps, "db">, period: PeriodId): Promise<Sentence[]> {
  const issued = await listRecords(db, { procedure: bulletin.id, states: ["issued"] });
  const [last] = issued
    .filter((record) => record.ref === "" && record.period < period)
    .sort((a, b) => b.period.localeCompare(a.period));
  return last ? sentencesOf(draftOf(last)) : [];
}

/** The 发文字号 of an issued bulletin; "" before it is issued. */
export function numberOf({ programme }: Pick<Deps, "programme">, record: ProcedureRecord): string {
  const issued = issuedAs(record);
  return issued ? bulletinNumber(programme, shanghaiYear(issued.at), issued.number) : "";
}
