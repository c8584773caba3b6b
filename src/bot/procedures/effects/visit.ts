import { evidenceOfRecords } from "../../../../db/record-evidence.ts";
import { listRecords } from "../../../../db/records.ts";
import { holders } from "../../../../db/roster.ts";
import type { Deps } from "../../../deps.ts";
import { quarterAt } from "../../../domain/calendar/period.ts";
import type { ProcedureRecord } from "../../../domain/procedure/record.ts";
import { rectification } from "../../../domain/visit/rectification.ts";
import { isUntold, notesOf, planOf, unvisited } from "../../../domain/visit/visit.ts";
import { visitNotice } from "../../../domain/visit/visit-notice.ts";
import { evidenceRef } from "../../evidence/shown-photos.ts";
import { appOf } from "../../evidence/upload-picture.ts";
import { cityOffice } from "../../roster/people.ts";
import { visitFacts } from "../../visits/visit-facts.ts";
import { begunBy, movedBy } from "./along.ts";
import type { Effect, Given } from "./effect.ts";
import { personChoice } from "./person-choice.ts";

/** Who may be sent on a visit: the office, leaders and departments; and for a new one the counties nobody goes to yet. */
export const visitDraft: Given = async (deps, { record }) => {
  const people = [
    ...(await cityOffice(deps)),
    ...(await holders(deps.db, "leader")),
    ...(await holders(deps.db, "department")),
  ];
  const offered = people.map((person) => personChoice(deps, person));
  if (record) return { people: offered };
  const { period, unplanned } = await visitFacts(deps, quarterAt(deps.clock.now()));
  return { people: offered, period, unplanned };
};

/** The photos sent for a visit that belong to no note yet. */
export const newPhotos: Given = async (deps, { record }) => {
  if (!record) return { photos: [] };
  const kept = new Set(notesOf(record).flatMap(({ photos }) => photos));
  const rows = await evidenceOfRecords(deps.db, appOf(deps), [record.id]);
  const photos = rows.filter(({ kind }) => kind === "image").map(({ id }) => evidenceRef(id));
  return { photos: photos.filter((ref) => !kept.has(ref)) };
};

/** What is to be mended becomes a record of its own, with its photos. */
export const beginMending: Effect = async (deps, { after }) => {
  const note = notesOf(after).at(-1);
  if (note?.verdict !== "mend") return {};
  const { place: town, what: finding, photos } = note;
  const found = {
    procedure: rectification.id,
    step: "find",
    about: { town },
    values: { town, finding, photos },
  };
  return { also: begunBy(deps, after, [found]) };
};

/** The counties are told of a visit, of its new day, and that it does not come; of one unannounced nothing. */
export const announceVisit: Effect = async (deps, { after }) => {
  const { towns, from, to, focus } = planOf(after);
  const plan = { from, to, focus };
  const told = await noticesOf(deps, after);
  const wanted = after.state === "cancelled" || isUntold(after) ? [] : towns;
  const isMoved = ({ town, data }: ProcedureRecord) =>
    wanted.includes(town) && Object.entries(plan).some(([name, value]) => data[name] !== value);
  const isNew = (slug: string) => !told.some(({ town }) => town === slug);
  return {
    also: [
      ...movedBy(
        deps,
        after,
        told.filter(({ town }) => !wanted.includes(town)),
        "lapse",
      ),
      ...movedBy(deps, after, told.filter(isMoved), "again", plan),
      ...begunBy(
        deps,
        after,
        wanted.filter(isNew).map((town) => noticeOf("announce", town, plan)),
      ),
    ],
  };
};

/** Each town visited has what was noted there; of one that was left out the county hears. */
export const giveBack: Effect = async (deps, { after }) => {
  const { towns, from, to } = planOf(after);
  const told = await noticesOf(deps, after);
  const left = unvisited(after);
  const isNew = (slug: string) => !left.includes(slug) && !told.some(({ town }) => town === slug);
  return {
    also: [
      ...movedBy(
        deps,
        after,
        told.filter(({ town }) => !left.includes(town)),
        "give",
      ),
      ...movedBy(
        deps,
        after,
        told.filter(({ town }) => left.includes(town)),
        "lapse",
      ),
      ...begunBy(
        deps,
        after,
        towns.filter(isNew).map((town) => noticeOf("give_first", town, { from, to })),
      ),
    ],
  };
};

async function noticesOf({ db }: Deps, { id }: ProcedureRecord): Promise<ProcedureRecord[]> {
  return (await listRecords(db, { procedure: visitNotice.id, open: true })).filter(({ ref }) => ref === id);
}

function noticeOf(step: string, town: string, plan: Record<string, string>) {
  return { procedure: visitNotice.id, step, about: { town }, values: { town, ...plan } };
}
