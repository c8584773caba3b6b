import type { PeriodId } from "../calendar/period.ts";
import type { Programme } from "../programme/programme.ts";
import { type Entrant, investmentRatio, scoreRow } from "../ranking/ranking.ts";
import { isHandedIn } from "../report/report.ts";
import { bunching } from "./bunching.ts";
import type { CheckupFlag } from "./checkup-flag.ts";
import { copiedFigures } from "./copied-figures.ts";
import { sandbaggedPlan } from "./plan-ambition.ts";
import { planInProgramme } from "./plan-in-programme.ts";
import { roundHundreds } from "./round-hundreds.ts";
import { ratiosKey, twinFlags, twins } from "./twins.ts";

/** `byTown`: flags of each town; `all`: flags about the towns as a whole. */
export type CheckUp = { byTown: Map<string, CheckupFlag[]>; all: CheckupFlag[] };

/** The check-up of a quarter over its submitted reports (scoring.md 5), without photos. Flags deduct nothing. */
export function checkUp(programme: Programme, period: PeriodId, entrants: readonly Entrant[]): CheckUp {
  const rows = entrants.map(scoreRow);
  const alike = twins(programme.scheme, { columns: Object.keys(rows[0]?.values ?? {}), rows });
  const byTown = new Map(
    entrants.map((entrant) => [
      entrant.report.town,
      [...(alike.get(entrant.report.town) ?? []), ...ownFlags(entrant)],
    ]),
  );
  const ratios = entrants.flatMap(
    ({ report, basis }) =>
      investmentRatio(report.content, programme, period, basis.plan.schedule)?.ratio ?? [],
  );
  const bunched = bunching(ratios);
  return { byTown, all: bunched ? [bunched] : [] };
}

/**
 * The check-up of one report, given the towns whose handed-in reports have the same `alikeKey`: the same flags as among
 * all reports.
 */
export function checkUpOne(entrant: Entrant, alike: readonly string[]): CheckupFlag[] {
  return [...twinFlags(entrant.report.town, alike), ...ownFlags(entrant)];
}

/** What twins have in common: stored with a report, so that its twins are looked up. "" while it is not handed in. */
export function alikeKey(entrant: Entrant): string {
  return isHandedIn(entrant.report) ? ratiosKey(entrant.basis.programme.scheme, scoreRow(entrant)) : "";
}

function ownFlags({ report: { content }, basis }: Entrant): CheckupFlag[] {
  const { sources } = content.investment;
  const amounts = [...Object.values(sources), ...content.image.projects.map(({ total }) => total ?? 0)];
  return [
    copiedFigures(content, basis),
    roundHundreds(amounts),
    sandbaggedPlan(planInProgramme(content, basis)),
  ].filter((flag) => flag !== null);
}
