import { evidenceIn, type ReportEvidence } from "../../../db/evidence.ts";
import { causeId } from "../../../db/outbox.ts";
import { placesOfPhotos } from "../../../db/photo-places.ts";
import { evidenceOfRecords } from "../../../db/record-evidence.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { filedPhotos, type ShownPhoto } from "../../domain/evidence/shown-photo.ts";
import { appOf, askForPictures } from "./upload-picture.ts";

/** The photos among a report's evidence as cards show them, the newest first. */
export function shownPhotos(rows: readonly ReportEvidence[]): ShownPhoto[] {
  return rows
    .filter(({ kind }) => kind === "image")
    .map(shown)
    .reverse();
}

/**
 * A town's photos of a quarter that are filed under a section, the newest first; whether the reader may see them, and
 * where they were taken (`places`), was decided before.
 */
export async function filedPhotosOf(
  deps: Deps,
  period: PeriodId,
  town: string,
  { places = false } = {},
): Promise<ShownPhoto[]> {
  const rows = await evidenceIn(deps.db, appOf(deps), period, town);
  await askForPictures(deps, rows);
  const photos = filedPhotos(shownPhotos(rows));
  if (!places) return photos;
  const ids = rows.map(({ id }) => id);
  const taken = await placesOfPhotos(deps.db, ids);
  const byRef = new Map(ids.map((id) => [evidenceRef(id), taken.get(id)]));
  return photos.map((photo) => {
    const place = byRef.get(photo.ref);
    return place ? { ...photo, place } : photo;
  });
}

/** The photos among what came with records, the newest first, with the record each came with. */
export async function photosOfRecords(
  deps: Deps,
  records: readonly string[],
): Promise<Array<ShownPhoto & { record: string }>> {
  const rows = await evidenceOfRecords(deps.db, appOf(deps), records);
  await askForPictures(deps, rows);
  return rows
    .filter(({ kind }) => kind === "image")
    .map((row) => ({ ...shown({ ...row, section: null, photo: null }), record: row.record }))
    .reverse();
}

/** Names one item of evidence on a button: short, and nothing of the message's or the file's key. */
export function evidenceRef(id: string): string {
  return causeId(id).slice(0, 16);
}

function shown({ id, section, at, photo, imageKey, refused }: Omit<ReportEvidence, "report">): ShownPhoto {
  return {
    ref: evidenceRef(id),
    section,
    sentOn: shanghaiDay(at),
    takenOn: photo?.takenOn ?? null,
    picture: imageKey === null ? { none: refused ?? "preparing" } : { key: imageKey },
  };
}
