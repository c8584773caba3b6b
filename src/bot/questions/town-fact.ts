import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Programme, Town } from "../../domain/programme/programme.ts";
import type { Figure } from "../../domain/question/figure.ts";
import { mayKnow, type Reader, standingOf } from "../../domain/question/may-know.ts";
import type { TownFacts } from "../../domain/question/reckon.ts";
import { frozenTown, type Publication } from "../../domain/ranking/publication.ts";
import { doneShare, investmentRatio } from "../../domain/ranking/ranking.ts";
import {
  type Basis,
  IMAGE,
  INVESTMENT,
  type ReportContent,
  type SectionId,
} from "../../domain/report/content.ts";
import type { Report } from "../../domain/report/report.ts";
import type { YearPlan } from "../../domain/report/year-plan.ts";
import { lightOf } from "../../domain/scoring/lights.ts";

type TownQuarter = {
  town: Town;
  period: PeriodId;
  report: Report | null;
  /** The quarter's publication; null before it. */
  publication: Publication | null;
  schedule: YearPlan["schedule"];
  /** For the done share of an area that is not published yet. */
  basis?: Basis | undefined;
  /** Number of photos filed, where those are asked for. */
  photos?: number;
};

/**
 * What the reader may know of one town's quarter, from which `figure` is read: as frozen where it is published. Null where
 * there is nothing, or nothing for this reader.
 */
export function townFact(
  programme: Programme,
  reader: Reader,
  { town, period, report, publication, schedule, basis, photos }: TownQuarter,
  figure: Figure,
): TownFacts | null {
  if (!report || Object.keys(report.saved).length === 0) return null;
  const standing = standingOf(report, publication !== null);
  // Photos are a town's own, as its words are.
  if (!mayKnow(reader, figure.kind === "photos" ? "words" : "figure", town.slug, standing)) return null;
  const { content } = report;
  // What a draft has not saved yet still holds the quarter before.
  if (standing === "draft" && !report.saved[sectionOf(figure, content)]) return null;
  const frozen = standing === "published" && publication ? scoredIn(publication, town.slug) : null;
  const money = investmentRatio(content, programme, period, schedule);
  return {
    town,
    standing,
    content,
    frozen,
    due: frozen?.values.invested_due ?? money?.scheduled ?? null,
    light: frozen?.row.light ?? (money ? lightOf(money.ratio, programme.lights) : null),
    done: (area) => shareOf(frozenShare(frozen, area) ?? (basis && doneShare(content, basis, area))),
    photos: photos ?? null,
  };
}

function scoredIn(publication: Publication, slug: string): TownFacts["frozen"] {
  const { row, values } = frozenTown(publication, slug) ?? {};
  return row && values ? { row, values } : null;
}

const kept = new WeakMap<Publication, { of: Programme; facts: TownFacts[] }>();

/** Every town of a published quarter, by what was frozen with its result. */
export function frozenFacts(programme: Programme, publication: Publication): TownFacts[] {
  const known = kept.get(publication);
  if (known?.of === programme) return known.facts;
  const facts = programme.towns.flatMap((town): TownFacts[] => {
    const frozen = scoredIn(publication, town.slug);
    if (!frozen || frozen.row.standing === "not_reported") return [];
    return [
      {
        town,
        standing: "published",
        content: null,
        frozen,
        due: frozen.values.invested_due ?? null,
        light: frozen.row.light,
        done: (area) => shareOf(frozenShare(frozen, area)),
        photos: null,
      },
    ];
  });
  kept.set(publication, { of: programme, facts });
  return facts;
}

function frozenShare(frozen: TownFacts["frozen"], area: string): { done: number; due: number } | null {
  const [done, due] = [frozen?.values[`${area}.done`], frozen?.values[`${area}.due`]];
  return done != null && due != null ? { done, due } : null;
}

function shareOf(share: { done: number; due: number } | null | undefined): number | null {
  return share && share.due > 0 ? share.done / share.due : null;
}

function sectionOf(figure: Figure, content: ReportContent): SectionId {
  if (figure.kind === "image") return IMAGE;
  if (figure.kind === "area") return figure.id;
  if (figure.kind !== "item") return INVESTMENT;
  return Object.entries(content.areas).find(([, { items }]) => figure.id in items)?.[0] ?? "";
}
