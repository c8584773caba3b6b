import { findPublication, insertPublication } from "../../../../db/publications.ts";
import type { Deps } from "../../../deps.ts";
import { type PeriodId, parsePeriod } from "../../../domain/calendar/period.ts";
import { type Claimable, claimable } from "../../../domain/misreport/verify-misreport.ts";
import { findingOf } from "../../../domain/procedure/misreport.ts";
import { beginning } from "../../../domain/procedure/record.ts";
import { scoreRow } from "../../../domain/ranking/ranking.ts";
import { readAmount, readPercent } from "../../../domain/reading/numbers.ts";
import { movesBetween } from "../../quarter/correct.ts";
import { freeze } from "../../quarter/freeze.ts";
import { computeRanking } from "../../quarter/publish.ts";
import { loadReportContext } from "../../report/report-context.ts";
import type { Effect, Given, Receiver } from "./effect.ts";

/** The figure in the town's approved report and the correct one, in the indicator's unit. */
export const claimAndFinding: Given = async (deps, { about: { period }, typed }) => {
  const quarter = parsePeriod(period);
  const indicator = claimable(deps.programme.scheme).find(({ id }) => id === typed.indicator);
  if (!quarter || !indicator || typeof typed.town !== "string")
    return { figures: { claimed: null, found: null }, unranked: false };
  const { claimed, unranked } = await claimOf(deps, quarter, typed.town, indicator);
  return { figures: { claimed, found: readFound(typed.found, indicator) }, unranked };
};

async function claimOf(deps: Deps, period: PeriodId, town: string, { column }: Claimable) {
  const found = await loadReportContext(deps, period, town);
  if (found?.report.status !== "approved") return { claimed: null, unranked: false };
  return { claimed: scoreRow(found).values[column] ?? null, unranked: found.report.supplement === true };
}

function readFound(text: unknown, { unit }: Claimable): number | null {
  if (typeof text !== "string") return null;
  const read = unit === "percent" ? readPercent(text) : readAmount(text);
  return read.ok ? read.value : null;
}

/** Corrects a published ranking, and informs the groups and every town whose place changes. */
export const correctRanking: Effect = async (deps, { after }) => {
  const period = parsePeriod(after.period);
  const published = period && (await findPublication(deps.db, period));
  if (!period || !published) return {};
  const last = after.log.at(-1) ?? beginning(after);
  const finding = findingOf(after);
  const frozen = await computeRanking(deps, period, { scheme: published.scheme, confirmed: finding });
  const as = { period, seq: published.seq + 1, at: last.at, by: last.by };
  const publication = await freeze(frozen, as);
  const moves = movesBetween(published, publication);
  const tells = [
    ...moves.map(({ town }): Receiver => ({ role: "town_official", area: town })),
    ...(["all_towns", "leading_group", "county_group"] as const).map(
      (group): Receiver => ({ group, county: "" }),
    ),
  ];
  return {
    data: { moves, seq: publication.seq, hash: publication.hash },
    writes: [insertPublication(deps.db, publication)],
    tells,
  };
};
