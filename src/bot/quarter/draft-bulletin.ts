import { composeBulletin } from "../../../cards/bulletin/compose.ts";
import { composeCorrection } from "../../../cards/bulletin/compose-correction.ts";
import { findPublication, latestPublication, numberedPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { approvedBeforeByTown, listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { firstSentence } from "../../domain/bulletin/areas.ts";
import { bulletin, type Drafted } from "../../domain/bulletin/bulletin.ts";
import { correctionFacts } from "../../domain/bulletin/correction.ts";
import { draftOf } from "../../domain/bulletin/draft.ts";
import type { BulletinInput } from "../../domain/bulletin/facts.ts";
import { bulletinFacts } from "../../domain/bulletin/gather.ts";
import { unnamedTowns } from "../../domain/bulletin/whole.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { exemptTowns, honours, listedTowns } from "../../domain/oversight/honours.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { TASK_PROCEDURES } from "../../domain/task/task.ts";
import type { VisitSummary } from "../../domain/visit/summary.ts";
import { visitFacts } from "../visits/visit-facts.ts";
import { numberOf, sentencesBefore } from "./issued-bulletins.ts";
import { bandsFor } from "./rank-facts.ts";

/**
 * The text of a quarter's bulletin from its present result. `ref`: the number of the corrected result a 更正通报 is about; ""
 * for the bulletin itself.
 */
export async function draftBulletin(deps: Deps, period: PeriodId, ref: string): Promise<Drafted> {
  const publication = await findPublication(deps.db, period);
  if (!publication) return { draft: null, problem: "not_published" };
  if (unnamedTowns({ ...deps, now: publication }).length > 0) return { draft: null, problem: "no_town" };
  if (ref !== "") return draftCorrection(deps, publication);
  const { programme, clock } = deps;
  const [input, before] = await Promise.all([inputOf(deps, publication), sentencesBefore(deps, period)]);
  const today = shanghaiDay(clock.now());
  const draft = composeBulletin(bulletinFacts(input), { programme, publication, before, today });
  return { draft, problem: null };
}

async function inputOf(deps: Deps, now: Publication): Promise<BulletinInput> {
  const { db, programme, clock } = deps;
  const { period } = now;
  const [before, reports, earlier, records, visits, lists] = await Promise.all([
    latestPublication(db, period),
    listReports(db, period),
    approvedBeforeByTown(db, period),
    listRecords(db, { procedures: TASK_PROCEDURES }),
    visitFacts(deps, period),
    listRecords(db, { procedure: honours.id, states: ["adopted"] }),
  ]);
  const ranked = new Set(now.inputs.table.rows.map(({ id }) => id));
  const list = lists.findLast(({ data }) => data.quarter === period);
  return {
    programme,
    now,
    before,
    approved: new Map(
      reports.filter(({ town }) => ranked.has(town)).map(({ town, content }) => [town, content]),
    ),
    earlier,
    bands: bandsFor(now),
    records,
    mendings: visits.open,
    visited: visitedIn(visits),
    listed: list ? listOf(list) : null,
    today: shanghaiDay(clock.now()),
  };
}

function visitedIn({ visits, towns, mendings, closed, praised }: VisitSummary): BulletinInput["visited"] {
  if (visits === 0) return null;
  const told = praised.map(({ place, what }) => ({ town: place, words: firstSentence(what) }));
  return { visits, towns: towns.length, found: mendings.length, closed, praised: told };
}

function listOf(record: ProcedureRecord): BulletinInput["listed"] {
  const on = (which: "red" | "black") =>
    listedTowns(record)
      .filter(({ list }) => list === which)
      .map(({ town }) => town);
  return { red: on("red"), black: on("black"), exempt: exemptTowns(record) };
}

async function draftCorrection(deps: Deps, publication: Publication): Promise<Drafted> {
  const { db, programme } = deps;
  const { period, hash } = publication;
  const issued = await listRecords(db, { procedure: bulletin.id, period, states: ["issued"] });
  const last = issued.at(-1);
  const was = last && (await numberedPublication(db, period, draftOf(last).of.seq));
  if (!last || !was || was.hash === hash) return { draft: null, problem: "nothing_to_correct" };
  const reports = await listReports(db, period);
  const corrections = new Map(reports.map(({ town, corrections: made }) => [town, made]));
  const facts = correctionFacts(was, publication, corrections);
  const corrects = { id: last.id, number: numberOf(deps, last) };
  return { draft: composeCorrection(facts, { programme, publication, corrects }), problem: null };
}
