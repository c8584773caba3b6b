import type { Programme } from "../../../src/domain/programme/programme.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import type { TownStatus } from "../../../src/domain/views.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { firstTown, tenTowns, town } from "../office/programmes.ts";
import { lineOf, workedQ2 } from "../office/rankings.ts";
import { manyPhotos, photoOf } from "../pictures/photos.ts";

// Statuses to draw: 碛口 in the middle of 2026Q3, and the longest one a town can have.

/** 碛口 in 2026Q3 as in scoring.md 4; its last published quarter is Q2. */
export function qikou(change: Partial<TownStatus> = {}): TownStatus {
  return {
    town: town(tenTowns, "qikou"),
    period: "2026Q3",
    quarter: quarterIn("open"),
    state: "submitted",
    current: true,
    figuresOf: "2026Q3",
    standing: "submitted",
    investment: { plan: 12000, cumulative: 8820, scheduled: 8400, light: "green" },
    image: { planned: 75, actual: 72 },
    problems: [{ section: "facilities", text: "污水管网用地还没有批下来" }],
    photos: [photoOf("image"), photoOf("facilities", { sentOn: "2026-10-09" }, 1)],
    published: { period: "2026Q2", row: lineOf(workedQ2, "qikou"), ranked: 7 },
    history: [
      { period: "2026Q1", score: 80.1, rank: 6, light: "yellow" },
      { period: "2026Q2", score: 88.14, rank: 5, light: "green" },
    ],
    ...change,
  };
}

/** Every section with a problem of 1,000 characters containing markdown marks, and 12 published quarters. */
export function worstStatus(programme: Programme): TownStatus {
  const place = firstTown(programme);
  const row = { ...lineOf(workedQ2, "qikou"), town: place, previousRank: 30, delta: -12.3456 };
  return {
    ...qikou(),
    town: place,
    quarter: { ...quarterIn("late"), reason: { kind: "override", text: "因防汛值守*顺延*".repeat(30) } },
    investment: { plan: 9_999_999.99, cumulative: 8_888_888.88, scheduled: 9_999_999.99, light: "red" },
    problems: sectionsOf(programme).map((section) => ({ section, text: "*堵_塞`[难]|<题>\n".repeat(100) })),
    photos: manyPhotos(sectionsOf(programme)),
    published: { period: "2026Q2", row, ranked: 30, tied: true },
    history: ([2024, 2025, 2026] as const).flatMap((year) =>
      ([1, 2, 3, 4] as const).map((quarter) => ({
        period: `${year}Q${quarter}` as const,
        score: quarter === 1 ? null : 88.1234,
        rank: 30,
        light: "red" as const,
      })),
    ),
  };
}
