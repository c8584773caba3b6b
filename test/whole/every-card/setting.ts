import type { ReportView } from "../../../cards/report/view.ts";
import type { Frozen } from "../../../src/domain/explain/frozen.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../../src/domain/programme/programme.ts";
import type { Timetable } from "../../../src/domain/quarter/timetable.ts";
import type { TownStatus } from "../../../src/domain/views.ts";
import { qikou as qikouStatus, worstStatus } from "../../cards/ask/statuses.ts";
import { q2, q3, worst } from "../../cards/explain/views.ts";
import { firstTown, tenTowns, thirtyTowns, town } from "../../cards/office/programmes.ts";
import { photoOf } from "../../cards/pictures/photos.ts";
import { qikou, viewOf, worst as worstReport } from "../../cards/report/case.ts";
import { noticed } from "../../cards/review/checkup-flags.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";

/** The common data of all cards in one setting. */
export type Setting = {
  programme: Programme;
  locale: Locale;
  period: "2026Q3";
  town: Town;
  quarter: Timetable;
  report: ReportView;
  status: TownStatus;
  /** This quarter's ranking and the one before. */
  now: Frozen;
  before: Frozen;
  /** A town in the middle of the ranking, and one ahead of it. */
  ranked: [town: string, ahead: string];
  /** A typed text of at most so many characters, and a person's name. */
  words: (limit: number) => string;
  name: string;
};

export const SIZES = ["usual", "longest"] as const;
export type Size = (typeof SIZES)[number];

/** A typical quarter in progress, or one with the longest content a programme can have. */
export function settingOf(size: Size, locale: Locale): Setting {
  return {
    period: "2026Q3",
    locale,
    quarter: quarterIn("open"),
    ...(size === "usual" ? usual(locale) : longest(locale)),
  };
}

function usual(locale: Locale): Omit<Setting, "period" | "locale" | "quarter"> {
  return {
    programme: tenTowns,
    town: town(tenTowns, "qikou"),
    report: viewOf(qikou(), { locale, checkup: noticed, photos: { image: 2 }, pictures: fewPhotos() }),
    status: qikouStatus(),
    now: q3,
    before: q2,
    ranked: ["beiwudang", "xinyi"],
    words: usualWords,
    name: "王丽芳",
  };
}

/** Two filed and one that is not yet, of which the platform has no picture so far. */
function fewPhotos() {
  const older = { sentOn: "2026-10-09", takenOn: "2026-09-28" };
  return [
    photoOf(null, { picture: { none: "preparing" } }),
    photoOf("image", {}, 1),
    photoOf("image", older, 2),
  ];
}

function longest(locale: Locale): Omit<Setting, "period" | "locale" | "quarter"> {
  const [middle, ahead] = [worst.now.result.rows[14], worst.now.result.rows[3]];
  return {
    programme: thirtyTowns,
    town: firstTown(thirtyTowns),
    report: { ...worstReport(tenTowns, locale), checkup: noticed },
    status: worstStatus(thirtyTowns),
    now: worst.now,
    before: worst.before,
    ranked: [middle?.town ?? "", ahead?.town ?? ""],
    words: longestWords,
    name: "阿卜杜热合曼·买买提伊力·Muhammad",
  };
}

function usualWords(limit: number): string {
  return "民间资本请按已完成工程量重新核对，与监理月报保持一致。".slice(0, limit);
}

/** A text without spaces has no place for a line break. */
function longestWords(limit: number): string {
  return "填".repeat(limit).replace("填".repeat(60), "https://example.com/".padEnd(60, "x"));
}
