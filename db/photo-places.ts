import { inArray } from "drizzle-orm";
import type { Place } from "../src/domain/checkup/photo-facts.ts";
import type { Db } from "./open.ts";
import { photoPlace } from "./schema.ts";
import type { Write } from "./written.ts";

// Where photos were taken, apart from the photos; whether a reader may know is decided before it is read.

/** Where these photos were taken, by the evidence's id; those without a place are left out. */
export async function placesOfPhotos(db: Db, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(photoPlace)
    .where(inArray(photoPlace.id, [...ids]));
  return new Map(rows.map(({ id, lat, lng }) => [id, { lat, lng }]));
}

export function putPhotoPlace(db: Db, id: string, { lat, lng }: Place): Write {
  return db
    .insert(photoPlace)
    .values({ id, lat, lng })
    .onConflictDoUpdate({ target: photoPlace.id, set: { lat, lng } });
}
