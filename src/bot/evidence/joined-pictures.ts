import { picturesOf, queueUploads } from "../../../db/pictures.ts";
import { evidenceOfRecords } from "../../../db/record-evidence.ts";
import type { Deps } from "../../deps.ts";
import type { PairShown, PhotoPair } from "../../domain/evidence/shown-photo.ts";
import { evidenceRef } from "./shown-photos.ts";
import { appOf, joinedKey, uploadRow } from "./upload-picture.ts";

/**
 * The one picture of each pair of a record's photos; queued where there is none yet. Empty where photos are not joined,
 * and without those of pairs whose photos are still on their way.
 */
export async function joinedPictures(
  deps: Deps,
  record: string,
  pairs: readonly PhotoPair[],
): Promise<PairShown[]> {
  if (!deps.joinPhotos || pairs.length === 0) return [];
  const { db, clock } = deps;
  const app = appOf(deps);
  const rows = await evidenceOfRecords(db, app, [record]);
  const hashes = new Map(
    rows.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [[evidenceRef(id), sha256]])),
  );
  const keyed = pairs.flatMap(([before, after]) => {
    const [one, two] = [hashes.get(before.ref), hashes.get(after.ref)];
    if (one === undefined || two === undefined) return [];
    const key = joinedKey([
      { sha256: one, day: before.day },
      { sha256: two, day: after.day },
    ]);
    return [{ key, refs: [before.ref, after.ref] satisfies PairShown["refs"] }];
  });
  const known = new Map(
    (
      await picturesOf(
        db,
        app,
        keyed.map(({ key }) => key),
      )
    ).map((picture) => [picture.sha256, picture]),
  );
  const lacking = keyed
    .filter(({ key }) => !known.has(key))
    .map(({ key }) => uploadRow(app, key, clock.now()));
  if (lacking.length > 0) await db.batch([queueUploads(db, lacking)]);
  return keyed.map(({ key, refs }): PairShown => {
    const picture = known.get(key);
    if (picture?.imageKey) return { refs, picture: { key: picture.imageKey } };
    return { refs, picture: { none: picture?.refused ?? "preparing" } };
  });
}
