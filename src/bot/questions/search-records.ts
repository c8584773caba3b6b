import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import { isOfTowns, type Town } from "../../domain/programme/programme.ts";
import type { Heard } from "../../domain/question/heard.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { pieceIn, unexplainedRuns } from "../../domain/question/record-search.ts";
import { saysOf } from "../../domain/question/sought.ts";
import { kitFor } from "../procedures/record-view.ts";

/** How long a record that ended is still searched, ms. */
const SEARCHED = 400 * 86_400_000;
/** Records read for one question; with thousands of towns there are a hundred times as many. */
export const MOST_SEARCHED = 1_500;

/**
 * What the grammar leaves unread, as a question for the records it is written in, of those the asker may see and of the
 * towns named: 卫生院设备那个事办得咋样. Null where no record holds a piece of it.
 */
export async function searched(deps: Deps, person: Person, heard: Heard): Promise<Intent | null> {
  const { towns } = heard.places;
  const runs = unexplainedRuns(heard);
  if (runs.length === 0 || heard.action !== null || heard.places.ask.length > 0) return null;
  const { all, partial } = await searchable(deps, person, towns);
  const slugs = new Set(towns.map(({ slug }) => slug));
  const records = all
    .filter((record) => slugs.size === 0 || isOfTowns(deps.programme, slugs, record.town))
    .filter((record) => maySeeRecord(kitFor(deps, record).definition, record, person, deps.programme))
    .map((record) => ({ record, says: saysOf(record) }));
  const word = pieceIn(
    runs,
    records.map(({ says }) => says),
  );
  if (word === null) return null;
  const found = records.flatMap(({ record, says }) => (says.includes(word) ? [record] : []));
  const of = [...new Set(found.map(({ procedure }) => procedure))];
  const ids = found.map(({ id }) => id);
  return { kind: "sought", sought: { of, word, is: "says" }, towns, ids, ...(partial ? { partial } : {}) };
}

/** The newest records, of the towns named; where there are too many, rather the asker's own. */
export async function searchable(
  { db, clock, programme }: Deps,
  person: Person,
  named: readonly Town[],
): Promise<{ all: ProcedureRecord[]; partial: boolean }> {
  const read = (towns: readonly Town[], ...more: string[]) => {
    const slugs = towns.map(({ slug }) => slug);
    const former = programme.former.towns.filter(({ into = "" }) => slugs.includes(into));
    return listRecords(db, {
      ...{ openOrSince: clock.now() - SEARCHED, newest: MOST_SEARCHED },
      ...(slugs.length > 0 ? { towns: [...slugs, ...former.map(({ slug }) => slug), ...more] } : {}),
    });
  };
  const all = await read(named);
  const partial = all.length === MOST_SEARCHED;
  const own = partial && named.length === 0 ? townsOf(person, programme) : [];
  return { all: own.length > 0 && own.length < programme.towns.length ? await read(own, "") : all, partial };
}
