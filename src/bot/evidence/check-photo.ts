import { comparablePhotos, type Evidence } from "../../../db/evidence.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { photoFlags, type StoredPhoto } from "../../domain/checkup/photo-checks.ts";
import type { CheckedPhoto, Place } from "../../domain/checkup/photo-facts.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { IMAGE } from "../../domain/report/content.ts";

/**
 * The facts and flags of a photo (scoring.md 5), determined once on arrival: whoever submits the same picture later is
 * asked, not the first one.
 */
export async function lookAtPhoto(
  deps: Deps,
  row: Evidence,
  bytes: Uint8Array,
): Promise<{ photo: CheckedPhoto; place: Place | null }> {
  const { decoded, ...facts } = await deps.lookAtPhoto(bytes);
  const { place, ...kept } = facts;
  const about = reportOf(row.report);
  if (!about) return { photo: { ...kept, decoded, flags: [] }, place };
  const others = facts.hash === null ? [] : await comparablePhotos(deps.db, row.report);
  const stored = others.flatMap(({ id, report, hash }): StoredPhoto[] => {
    const of = reportOf(report);
    return of ? [{ id, ...of, hash }] : [];
  });
  const photo = { id: row.id, ...about, section: row.section ?? IMAGE, ...facts };
  const flags = photoFlags(photo, stored, townBySlug(deps.programme, about.town)?.location);
  return { photo: { ...kept, decoded, flags }, place };
}

/** The quarter and town of a report's id. */
function reportOf(id: string): Pick<StoredPhoto, "period" | "town"> | null {
  const [period, town] = [parsePeriod(id.slice(0, id.indexOf("/"))), id.slice(id.indexOf("/") + 1)];
  return period ? { period, town } : null;
}
