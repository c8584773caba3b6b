import { type PeriodId, periodDays } from "../calendar/period.ts";
import type { Town } from "../programme/programme.ts";
import type { SectionId } from "../report/content.ts";
import type { CheckupFlag } from "./checkup-flag.ts";
import type { PhotoFacts, Place } from "./photo-facts.ts";
import { hashDistance } from "./photo-hash.ts";

/** A photo of the report being checked. */
export type ReportPhoto = { id: string; town: string; period: PeriodId; section: SectionId } & PhotoFacts;
/** A photo stored earlier, with its difference hash. */
export type StoredPhoto = Pick<ReportPhoto, "id" | "town" | "period"> & { hash: string };

/** Differing bits of 64: up to `SAME` the same picture, up to `ALIKE` a similar one. Unrelated photos: about 32. */
const SAME = 2;
const ALIKE = 5;
/** km. A town's coordinates are estimates and may be off by this much (domain.md 3). */
const FAR = 5;
const ERROR: Record<NonNullable<Town["location"]>["confidence"], number> = { high: 0, medium: 3, low: 10 };

/** The flags of one photo (scoring.md 5). `others`: photos of other quarters and towns; `location`: the town's. */
export function photoFlags(
  photo: ReportPhoto,
  others: readonly StoredPhoto[],
  location: Town["location"],
): CheckupFlag[] {
  return [reused(photo, others), dated(photo), placed(photo, location)].filter((flag) => flag !== null);
}

/** Flags the most similar photo of an earlier quarter or another town. Repeats within one report are harmless. */
function reused(photo: ReportPhoto, others: readonly StoredPhoto[]): CheckupFlag | null {
  const { hash } = photo;
  if (hash === null) return null;
  let nearest: { other: StoredPhoto; distance: number } | null = null;
  for (const other of others) {
    if (other.town === photo.town && other.period >= photo.period) continue;
    const distance = hashDistance(hash, other.hash);
    if (distance <= ALIKE && (!nearest || distance < nearest.distance)) nearest = { other, distance };
  }
  if (!nearest) return null;
  const { other, distance } = nearest;
  const values = { photo: other.id, town: other.town, period: other.period, distance };
  return flag(photo, "photo_reused", distance <= SAME ? "flag" : "watch", values);
}

/** Flags a photo older than the quarter; one taken after it, while filling in, is only mentioned. */
function dated(photo: ReportPhoto): CheckupFlag | null {
  const { first, last } = periodDays(photo.period);
  if (photo.takenOn === null || (photo.takenOn >= first && photo.takenOn <= last)) return null;
  const severity = photo.takenOn < first ? "flag" : "watch";
  return flag(photo, "photo_date", severity, { takenOn: photo.takenOn, first, last });
}

/**
 * Flags a photo taken far from its town; only a hint, since coordinates are estimates and works may lie at the edge.
 */
function placed(photo: ReportPhoto, location: Town["location"]): CheckupFlag | null {
  const km = kmAway(photo.place, location ? [location] : []);
  return km === null ? null : flag(photo, "photo_place", "watch", { km });
}

/**
 * km from the nearest of these towns to a photo taken far from all of them; null where it is near one, or where it or a
 * town has no place. Only a hint, as above.
 */
export function kmAway(
  place: Place | null,
  locations: ReadonlyArray<NonNullable<Town["location"]>>,
): number | null {
  if (place === null || locations.length === 0) return null;
  const away = locations.map((one) => ({ km: distanceKm(place, one), error: ERROR[one.confidence] }));
  if (away.some(({ km, error }) => km <= FAR + error)) return null;
  return Math.round(Math.min(...away.map(({ km }) => km)) * 10) / 10;
}

function flag(
  { id, section }: ReportPhoto,
  kind: CheckupFlag["kind"],
  severity: CheckupFlag["severity"],
  values: CheckupFlag["values"],
): CheckupFlag {
  return { key: `${kind}:${id}`, kind, section, severity, values };
}

/** Great-circle distance in km: the haversine formula on a sphere of 6371 km. */
export function distanceKm(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLat = radians(b.lat - a.lat) / 2;
  const halfLng = radians(b.lng - a.lng) / 2;
  const h =
    Math.sin(halfLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(halfLng) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
