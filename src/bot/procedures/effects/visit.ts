import { evidenceOfRecords } from "../../../../db/record-evidence.ts";
import { holders } from "../../../../db/roster.ts";
import { quarterAt } from "../../../domain/calendar/period.ts";
import { rectification } from "../../../domain/visit/rectification.ts";
import { notesOf } from "../../../domain/visit/visit.ts";
import { evidenceRef } from "../../evidence/shown-photos.ts";
import { appOf } from "../../evidence/upload-picture.ts";
import { cityOffice } from "../../roster/people.ts";
import { visitFacts } from "../../visits/visit-facts.ts";
import { begunBy } from "./along.ts";
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
