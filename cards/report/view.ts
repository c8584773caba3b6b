import type { CheckupFlag } from "../../src/domain/checkup/checkup-flag.ts";
import type { ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Basis, SectionId } from "../../src/domain/report/content.ts";
import type { Report } from "../../src/domain/report/report.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";

/** The data all cards of one report are drawn from. */
export type ReportView = {
  programme: Programme;
  town: Town;
  report: Report;
  basis: Basis;
  /** Where the quarter stands. */
  quarter: Timetable;
  /** Number of photos filed under each section. */
  photos: Record<SectionId, number>;
  /** The photos, the newest first. */
  pictures: readonly ShownPhoto[];
  /** The scheme by which costs in points are estimated; the pack's when absent. */
  stakes?: { scheme: Scheme; excused: readonly string[] };
  /** The town's promises, answered and withdrawn ones too. */
  promises?: readonly ProcedureRecord[];
  /** The check-up's flags (across towns, quarters and photos), for reviewers. */
  checkup?: CheckupFlag[];
  locale: Locale;
  /** A line at the top saying what just happened. */
  notice?: string | undefined;
  /** Open id of the reader; without it every unsaved input is mentioned, whoever typed it. */
  viewer?: string | undefined;
};

/** The part of a view that sentences need; without the report, projects have no names. */
export type TextView = Pick<ReportView, "programme" | "locale"> & { report?: Report };
