import type { Role } from "../programme/people.ts";
import { isRanked } from "../quarter/supplement.ts";
import type { Report } from "../report/report.ts";

// Who may know what: the one rule every answer about a town asks, also sums, means, differences and estimates.

/** How far a figure has come: only what is published is final, and only a draft is the town's alone. */
export type FigureStanding = "published" | "approved" | "submitted" | "draft";
/**
 * `figure`: what a town reports; `result`: scores and places, which exist for readers once published; `words`: a
 * town's own texts, which a ranking does not publish.
 */
export type FigureKind = "figure" | "result" | "words";
/**
 * Who reads the answer. `towns`: slugs of the towns whose unpublished quarter the asker, and everyone who reads along,
 * may look into. `alone`: nobody reads along who may know less.
 */
export type Reader = { role: Role; towns: ReadonlySet<string>; alone: boolean };

const SEES_DRAFTS: readonly Role[] = [
  "town_official",
  "town_principal",
  "county_reviewer",
  "county_principal",
];

/** Whether this reader may know a town's figure of this kind and standing; where others read along, only what is published. */
export function mayKnow(reader: Reader, kind: FigureKind, town: string, standing: FigureStanding): boolean {
  if (standing === "published") return kind !== "words" || reader.towns.has(town);
  if (kind === "result" || !reader.alone || !reader.towns.has(town)) return false;
  return standing !== "draft" || SEES_DRAFTS.includes(reader.role);
}

/** Where a photo was taken says where its sender was: only who reviews the town's photos asks that. */
const SEES_PLACES: readonly Role[] = ["county_reviewer", "county_principal", "city_office"];

/** Whether this reader may know where a town's photos were taken; never where others read along. */
export function mayKnowPlaces({ role, towns, alone }: Reader, town: string): boolean {
  return alone && towns.has(town) && SEES_PLACES.includes(role);
}

/**
 * The standing of a report's figures. A returned report is a draft again: its town is changing it. `published`: the
 * quarter's ranking is out; a 补报 beside it was reviewed and never published.
 */
export function standingOf(
  report: Pick<Report, "status" | "supplement">,
  published: boolean,
): FigureStanding {
  if (published && isRanked(report)) return "published";
  if (report.status === "approved" || report.status === "submitted") return report.status;
  return "draft";
}
