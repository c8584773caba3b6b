import { evidenceIn, type ReportEvidence } from "../../../db/evidence.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { checkUp } from "../../domain/checkup/check-up.ts";
import type { CheckupFlag } from "../../domain/checkup/checkup-flag.ts";
import type { Entrant } from "../../domain/ranking/ranking.ts";
import { IMAGE } from "../../domain/report/content.ts";
import { type Report, reportId } from "../../domain/report/report.ts";
import { softFlags } from "../../domain/report/soft-checks.ts";
import type { CheckupOverview } from "../../domain/views.ts";
import { appOf } from "../evidence/upload-picture.ts";
import { loadBases } from "./load-report-contexts.ts";

/** The other towns' submitted reports, and the quarter's photos and files. */
export type Compared = { others: Entrant[]; evidence: readonly ReportEvidence[] };

export function isHandedIn({ status }: Report): boolean {
  return status === "submitted" || status === "approved";
}

/** The check-up's flags about one report. */
export function checkUpOf(entrant: Entrant, { others, evidence }: Compared): CheckupFlag[] {
  const { basis, report } = entrant;
  const { byTown } = checkUp(basis.programme, report.period, [...others, entrant]);
  return [...(byTown.get(report.town) ?? []), ...photoFlags(report, evidence)];
}

function photoFlags({ period, town }: Report, evidence: readonly ReportEvidence[]): CheckupFlag[] {
  const own = evidence.filter(({ report }) => report === reportId(period, town));
  return own.flatMap(({ photo, section }) =>
    (photo?.flags ?? []).map((flag) => ({ ...flag, section: section ?? IMAGE })),
  );
}

/**
 * The reports whose check-up mentions this one before or after its change, and therefore changes too, as subjects of
 * cards (`report 2026Q3/qikou`).
 */
export function reportsAlike(before: Entrant, after: Entrant, { others }: Compared): string[] {
  const { period, town } = after.report;
  const handedIn = [before, after].filter(({ report }) => isHandedIn(report));
  const same =
    handedIn.length === 2 && JSON.stringify(before.report.content) === JSON.stringify(after.report.content);
  if (handedIn.length === 0 || same) return [];
  const alike = handedIn.flatMap((entrant) => {
    const flags = checkUp(entrant.basis.programme, period, [...others, entrant]).byTown;
    return [...flags].flatMap(([other, its]) =>
      its.some(({ values }) => values.other === town) ? [other] : [],
    );
  });
  return [...new Set(alike)].map((other) => `report ${reportId(period, other)}`);
}

/** For the office: every town with flags, in list order, and the flags about all towns together. */
export async function checkUpOverview(deps: Deps, period: PeriodId): Promise<CheckupOverview> {
  const [reports, bases, evidence] = await Promise.all([
    listReports(deps.db, period),
    loadBases(deps, period),
    evidenceIn(deps.db, appOf(deps), period),
  ]);
  const entrants = reports.flatMap((report): Entrant[] => {
    const basis = bases.get(report.town);
    return basis && isHandedIn(report) ? [{ report, basis }] : [];
  });
  const found = checkUp(deps.programme, period, entrants);
  const towns = deps.programme.towns.flatMap((town) => {
    const entrant = entrants.find(({ report }) => report.town === town.slug);
    if (!entrant) return [];
    const asked = softFlags(entrant.report.content, entrant.basis);
    const compared = [...(found.byTown.get(town.slug) ?? []), ...photoFlags(entrant.report, evidence)];
    return asked.length + compared.length > 0 ? [{ town, asked, compared }] : [];
  });
  return { towns, all: found.all };
}
