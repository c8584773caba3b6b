import { dayName, momentName, periodName } from "../names.ts";
import { digestText } from "../text/digest.ts";
import { townOf } from "./row-line.ts";
import type { DigestView } from "./view.ts";

/** Towns listed by name in the summary; the others are counted. */
const NAMED = 5;

/** The quarter's stage in one line; in a quarterly digest also the largest rises. */
export function summaryLines(view: DigestView): string[] {
  const { facts, locale } = view;
  const text = digestText(locale);
  const closed = facts.rows.filter(({ kind }) => kind === "closed").length;
  const more = [
    ...(facts.risen ? [text.risen(named(view, facts.risen.towns), facts.risen.places)] : []),
    ...(facts.kind !== "weekly" && closed > 0 ? [text.closedCount(closed)] : []),
  ];
  return [reportingLine(view), more.join("")].filter((line) => line !== "");
}

function reportingLine(view: DigestView): string {
  const { reporting } = view.facts;
  const text = digestText(view.locale);
  if (!reporting) return text.noQuarter;
  const { period, quarter, total, approved, inReview, returned, late, supplements, missing, fresh } =
    reporting;
  const { due, objectionsUntil } = quarter;
  const stands = text.stands[quarter.stage](
    due === null ? null : dayName(due, view.locale),
    objectionsUntil === null ? "" : momentName(objectionsUntil, view.locale),
  );
  // Late towns are named while reporting runs, and again in the quarterly digest.
  const tellLate = late.length > 0 && (quarter.stage !== "published" || view.facts.kind === "quarterly");
  return [
    text.reporting(periodName(period, view.locale), total, approved, inReview, stands),
    returned > 0 ? text.returned(returned) : "",
    missing.length > 0 ? text.missing(missing.length) : "",
    fresh.length > 0 ? text.fresh(named(view, fresh)) : "",
    tellLate ? text.late(named(view, late)) : "",
    supplements.length > 0 ? text.supplements(named(view, supplements)) : "",
  ].join("");
}

function named(view: DigestView, towns: readonly string[]): string {
  const names = towns.slice(0, NAMED).map((slug) => townOf(view, slug));
  return digestText(view.locale).names(names, towns.length - names.length);
}
