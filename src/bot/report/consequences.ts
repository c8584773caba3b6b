import { townName } from "../../../cards/names.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { townBySlug } from "../../domain/programme.ts";
import type { Command } from "../../domain/report/command.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import { reviewersOf, townOfficials } from "../roster/people.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";

/** The cards a change of a report sends: to its reviewers once it is submitted, to the town once it comes back. */
export async function consequences(
  deps: Deps,
  report: Report,
  done: Command["kind"][],
): Promise<OutboxRow[]> {
  return [
    ...(done.includes("submit") ? await toReviewers(deps, report) : []),
    ...(done.includes("return") ? await toTown(deps, report) : []),
  ];
}

/** What a change of a report touches: the report, the office's card of its quarter, and whatever stands on figures. */
export function touchedBy({ period, town }: Report): string[] {
  return [`report ${reportId(period, town)}`, `progress ${period}`, `town ${town}`, "figures"];
}

async function toReviewers(deps: Deps, report: Report): Promise<OutboxRow[]> {
  const subject = reportId(report.period, report.town);
  const town = townBySlug(deps.programme, report.town);
  return (await reviewersOf(deps, report)).map(({ openId, locale }) => {
    const fallback = noticeText[locale].reviewWaiting(town ? townName(town, locale) : report.town);
    const cause = `review ${subject} ${report.revision}`;
    const to = { openId, quiet: true };
    return enqueueLiving(to, { kind: "review", subject }, cause, fallback, deps.clock.now());
  });
}

async function toTown(deps: Deps, report: Report): Promise<OutboxRow[]> {
  const subject = reportId(report.period, report.town);
  return (await townOfficials(deps, report.town)).map(({ openId, locale }) => {
    const fallback = noticeText[locale].returned(report.returned?.reason ?? "");
    const cause = `returned ${subject} ${report.revision}`;
    const to = { openId, quiet: true };
    return enqueueLiving(to, { kind: "report", subject }, cause, fallback, deps.clock.now());
  });
}
