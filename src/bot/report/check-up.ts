import { checkedPhotos } from "../../../db/evidence.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type CheckUp, checkUp } from "../../domain/checkup/check-up.ts";
import type { CheckupFlag } from "../../domain/checkup/checkup-flag.ts";
import type { PeriodId } from "../../domain/period.ts";
import type { Entrant } from "../../domain/ranking.ts";
import { IMAGE } from "../../domain/report/content.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";
import type { CheckupOverview } from "../../domain/views.ts";
import { loadBases } from "./load-report-contexts.ts";

/** The check-up of a quarter's submitted and approved reports, photos included. */
async function checkUpQuarter(
  deps: Deps,
  period: PeriodId,
): Promise<{ entrants: Entrant[]; found: CheckUp }> {
  const [entrants, photos] = await Promise.all([entrantsOf(deps, period), checkedPhotos(deps.db, period)]);
  const found = checkUp(deps.programme, period, entrants);
  for (const { report, basis } of entrants) {
    const own = photos.filter((row) => row.report === reportId(period, report.town));
    const flags = own.flatMap(({ photo, section }) =>
      photo.flags.map((flag) => ({ ...flag, section: section ?? IMAGE })),
    );
    found.byTown.set(basis.town, [...(found.byTown.get(basis.town) ?? []), ...flags]);
  }
  return { entrants, found };
}

async function entrantsOf(deps: Deps, period: PeriodId): Promise<Entrant[]> {
  const [reports, bases] = await Promise.all([listReports(deps.db, period), loadBases(deps, period)]);
  return reports.flatMap((report): Entrant[] => {
    const basis = bases.get(report.town);
    return basis && isHandedIn(report) ? [{ report, basis }] : [];
  });
}

function isHandedIn({ status }: Report): boolean {
  return status === "submitted" || status === "approved";
}

/** What the check-up notices about one report. */
export async function checkUpOf(deps: Deps, { report }: Entrant): Promise<CheckupFlag[]> {
  const { found } = await checkUpQuarter(deps, report.period);
  return found.byTown.get(report.town) ?? [];
}

/**
 * The reports of a quarter whose check-up names this one, before or after its change: what they are asked about changes
 * with it. As subjects of cards (`report 2026Q3/qikou`).
 */
export async function reportsAlike(deps: Deps, before: Entrant, after: Entrant): Promise<string[]> {
  const { period, town } = after.report;
  const handedIn = [before, after].filter(({ report }) => isHandedIn(report));
  const same =
    handedIn.length === 2 && JSON.stringify(before.report.content) === JSON.stringify(after.report.content);
  if (handedIn.length === 0 || same) return [];
  const others = (await entrantsOf(deps, period)).filter(({ report }) => report.town !== town);
  const alike = handedIn.flatMap((entrant) => {
    const flags = checkUp(deps.programme, period, [...others, entrant]).byTown;
    return [...flags].flatMap(([other, its]) =>
      its.some(({ values }) => values.other === town) ? [other] : [],
    );
  });
  return [...new Set(alike)].map((other) => `report ${reportId(period, other)}`);
}

/** For the office: every town with something to ask about, in list order, and what concerns all of them together. */
export async function checkUpOverview(deps: Deps, period: PeriodId): Promise<CheckupOverview> {
  const { entrants, found } = await checkUpQuarter(deps, period);
  const towns = deps.programme.towns.flatMap((town) => {
    const entrant = entrants.find(({ report }) => report.town === town.slug);
    if (!entrant) return [];
    const asked = softFlags(entrant.report.content, entrant.basis);
    const compared = found.byTown.get(town.slug) ?? [];
    return asked.length + compared.length > 0 ? [{ town, asked, compared }] : [];
  });
  return { towns, all: found.all };
}
