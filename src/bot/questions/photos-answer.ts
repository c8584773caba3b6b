import { photosCard, type QuarterPhotos } from "../../../cards/ask/photos.ts";
import { asOf } from "../../../cards/living/living.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { mayKnow, mayKnowPlaces, type Reader, standingOf } from "../../domain/question/may-know.ts";
import { reportId } from "../../domain/report/report.ts";
import { filedPhotosOf } from "../evidence/shown-photos.ts";
import { type Asker, readerOf } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/**
 * "碛口的照片": of the quarter named, else of the present one; where that has none for this reader, of the last one
 * published.
 */
export async function answerPhotos(
  deps: Deps,
  asker: Asker,
  { town, period, page = 1 }: { town: Town; period?: PeriodId; page?: number },
): Promise<Reply> {
  const { locale } = asker.person;
  const id = period ?? (await latestPeriod(deps.db))?.id;
  if (!id) return { text: replyText(locale).noOpenPeriod() };
  const reader = readerOf(deps, asker);
  const asked = await photosIn(deps, reader, id, town);
  const earlier = period || hasPhotos(asked) ? null : await lastPublished(deps, reader, town);
  const card = photosCard({ programme: deps.programme, town, asked, earlier, page, locale });
  return {
    card: asOf(card, deps.clock.now(), locale),
    stands: { kind: "photos", subject: reportId((earlier ?? asked).period, town.slug) },
  };
}

async function lastPublished(deps: Deps, reader: Reader, town: Town): Promise<QuarterPhotos | null> {
  const last = await latestPublication(deps.db);
  const found = last && (await photosIn(deps, reader, last.period, town));
  return found && hasPhotos(found) ? found : null;
}

function hasPhotos({ photos }: QuarterPhotos): boolean {
  return typeof photos !== "string" && photos.length > 0;
}

/** A quarter's photos, as far as the reader may see the town's own words and photos of it. */
async function photosIn(deps: Deps, reader: Reader, period: PeriodId, town: Town): Promise<QuarterPhotos> {
  const [report, publication] = await Promise.all([
    findReport(deps.db, period, town.slug),
    findPublication(deps.db, period),
  ]);
  const standing = report ? standingOf(report, publication !== null) : "draft";
  if (mayKnow(reader, "words", town.slug, standing))
    return {
      period,
      photos: await filedPhotosOf(deps, period, town.slug, { places: mayKnowPlaces(reader, town.slug) }),
    };
  if (!reader.towns.has(town.slug)) return { period, photos: "hidden" };
  return { period, photos: standing === "draft" ? "draft" : "private" };
}
