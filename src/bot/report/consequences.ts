import { townName } from "../../../cards/names.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { countyOf, townBySlug } from "../../domain/programme/programme.ts";
import { listedUnder } from "../../domain/reminders/owed-subject.ts";
import type { Command } from "../../domain/report/command.ts";
import { isHandedIn, type Report, reportId, reportState } from "../../domain/report/report.ts";
import { enqueueForPost } from "../sending/enqueue-message.ts";

/** The cards a change of a report sends: to its reviewers at submission, to the town at a return. */
export function consequences(deps: Deps, report: Report, done: readonly Command["kind"][]): OutboxRow[] {
  return [
    ...(done.includes("submit") ? [toReviewers(deps, report)] : []),
    ...(done.includes("return") ? [toTown(deps, report)] : []),
  ];
}

/**
 * The subjects a change of a report touches: the report, its quarter, and what is computed from figures: everything, as
 * soon as the figures or the report's state are others' business; a draft that stays one is its town's.
 */
export function touchedBy(report: Report, before: Report): string[] {
  const { period, town } = report;
  const isOwn = !isHandedIn(report) && reportState(report) === reportState(before);
  const own = [`report ${reportId(period, town)}`, `progress ${period}`, `town ${town}`];
  return isOwn ? own : [...own, "figures"];
}

/** The lists of those who owe the report or its review, before or after a change of its status. */
export function listsOf({ programme }: Deps, { town }: Report): string[] {
  return listedUnder({ role: "town_official", area: town }, programme);
}

function toReviewers({ programme, clock }: Deps, { period, town: slug, revision }: Report): OutboxRow {
  const town = townBySlug(programme, slug);
  if (!town) throw new Error(`no town ${slug} in the pack`);
  const subject = reportId(period, slug);
  const post = { role: "county_reviewer", area: countyOf(programme, town).slug } as const;
  const cause = `review ${subject} ${revision}`;
  const fallback = (locale: Locale) => noticeText[locale].reviewWaiting(townName(town, locale));
  return enqueueForPost(post, { kind: "review", subject }, cause, fallback, clock.now());
}

function toTown({ clock }: Deps, { period, town, revision, returned }: Report): OutboxRow {
  const subject = reportId(period, town);
  const post = { role: "town_official", area: town } as const;
  const cause = `returned ${subject} ${revision}`;
  const fallback = (locale: Locale) => noticeText[locale].returned(returned?.reason ?? "");
  return enqueueForPost(post, { kind: "report", subject }, cause, fallback, clock.now());
}
