import type { Stale } from "../../src/domain/digest/stale.ts";
import { momentName, periodName } from "../names.ts";
import { digestText } from "../text/digest.ts";
import type { DigestView } from "./view.ts";

/** Missed runs listed individually. */
const NAMED = 3;

/** The warnings a reader needs before trusting the other facts, one line each; empty when there are none. */
export function staleLines(view: DigestView): string[] {
  const missed = missedLine(view);
  return [...view.facts.stale.map((one) => staleLine(one, view)), ...(missed === "" ? [] : [missed])];
}

function staleLine(stale: Stale, { locale }: DigestView): string {
  const text = digestText(locale);
  switch (stale.kind) {
    case "heartbeat":
      return stale.since === null ? text.heartbeatNever : text.heartbeat(momentName(stale.since, locale));
    case "outbox":
      return text.outbox(stale.stuck, stale.dead);
    case "reports":
      return text.quietReports(periodName(stale.period, locale), stale.days);
    case "not_opened":
      return text.notOpened(periodName(stale.period, locale));
    case "ranking":
      return text.oldRanking(periodName(stale.period, locale));
  }
}

/** The line about scheduled runs that did not happen. */
function missedLine({ facts, locale }: DigestView): string {
  const text = digestText(locale);
  if (facts.missed.length === 0) return "";
  const names = new Map(Object.entries(text.jobs));
  const items = facts.missed
    .slice(0, NAMED)
    .map(({ job, dueAt }) => text.missedRun(names.get(job) ?? text.otherJob, momentName(dueAt, locale)));
  return text.missedRuns(items, facts.missed.length - items.length);
}
