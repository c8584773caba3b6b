import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { Person } from "../../domain/programme/people.ts";
import { isOfTowns } from "../../domain/programme/programme.ts";
import type { Heard } from "../../domain/question/heard.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { pieceIn, unexplainedRuns } from "../../domain/question/record-search.ts";
import { saysOf } from "../../domain/question/sought.ts";
import { kitFor } from "../procedures/record-view.ts";

/** How long a record that ended is still searched, ms. */
const SEARCHED = 400 * 86_400_000;

/**
 * What the grammar leaves unread, as a question for the records it is written in, of those the asker may see and of the
 * towns named: 卫生院设备那个事办得咋样. Null where no record holds a piece of it.
 */
export async function searched(deps: Deps, person: Person, heard: Heard): Promise<Intent | null> {
  const { towns } = heard.places;
  const runs = unexplainedRuns(heard);
  if (runs.length === 0 || heard.action !== null || heard.places.ask.length > 0) return null;
  const all = await listRecords(deps.db, { openOrSince: deps.clock.now() - SEARCHED });
  const slugs = new Set(towns.map(({ slug }) => slug));
  const records = all
    .filter((record) => slugs.size === 0 || isOfTowns(deps.programme, slugs, record.town))
    .filter((record) => maySeeRecord(kitFor(deps, record).definition, record, person, deps.programme))
    .map((record) => ({ of: record.procedure, says: saysOf(record) }));
  const word = pieceIn(
    runs,
    records.map(({ says }) => says),
  );
  if (word === null) return null;
  const of = [...new Set(records.flatMap(({ of, says }) => (says.includes(word) ? [of] : [])))];
  return { kind: "sought", sought: { of, word, is: "says" }, towns };
}
