import type { CheckupFlag } from "../../src/domain/checkup/checkup-flag.ts";
import type { Locale } from "../../src/domain/people.ts";
import type { Programme, Town } from "../../src/domain/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Basis, SectionId } from "../../src/domain/report/content.ts";
import type { Report } from "../../src/domain/report/report.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";

/** What every card of one report is drawn from. */
export type ReportView = {
  programme: Programme;
  town: Town;
  report: Report;
  basis: Basis;
  /** Where the quarter stands. */
  quarter: Timetable;
  /** Photos and files already filed under a section. */
  photos: Record<SectionId, number>;
  /** What a quarter's points are reckoned by, for sentences that say what something costs; the pack's scheme without it. */
  stakes?: { scheme: Scheme; excused: readonly string[] };
  /** What the check-up noticed across towns, quarters and photos; for reviewers. */
  checkup?: CheckupFlag[];
  locale: Locale;
  /** One line at the top: what just happened. */
  notice?: string | undefined;
  /** Open id of the person the card is for; without it every unsaved input is mentioned, whoever typed it. */
  viewer?: string | undefined;
};

/** The part of a view that sentences need; without the report a project is only called a project. */
export type TextView = Pick<ReportView, "programme" | "locale"> & { report?: Report };
