import { type Entrant, scoreRow } from "../ranking/ranking.ts";
import { isHandedIn } from "../report/report.ts";
import type { CheckupFlag } from "./checkup-flag.ts";
import { copiedFigures } from "./copied-figures.ts";
import { sandbaggedPlan } from "./plan-ambition.ts";
import { planInProgramme } from "./plan-in-programme.ts";
import { roundHundreds } from "./round-hundreds.ts";
import { ratiosKey, twinFlags } from "./twins.ts";

/**
 * The check-up of one submitted report (scoring.md 5), without photos. Flags deduct nothing. `alike`: the towns whose
 * handed-in reports have the same `alikeKey`.
 */
export function checkUp(entrant: Entrant, alike: readonly string[]): CheckupFlag[] {
  return [...twinFlags(entrant.report.town, alike), ...ownFlags(entrant)];
}

/** What twins have in common: stored with a report, so that its twins are looked up. "" while it is not handed in. */
export function alikeKey(entrant: Entrant): string {
  return isHandedIn(entrant.report) ? ratiosKey(entrant.basis.programme.scheme, scoreRow(entrant)) : "";
}

/** The part of the check-up that concerns one report alone. */
export function ownFlags({ report: { content }, basis }: Entrant): CheckupFlag[] {
  const { sources } = content.investment;
  const amounts = [...Object.values(sources), ...content.image.projects.map(({ total }) => total ?? 0)];
  return [
    copiedFigures(content, basis),
    roundHundreds(amounts),
    sandbaggedPlan(planInProgramme(content, basis)),
  ].filter((flag) => flag !== null);
}
