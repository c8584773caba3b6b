import { commit } from "../../../db/commit.ts";
import { type BriefRow, listBriefs, putBrief, reportsWithoutBrief } from "../../../db/report-briefs.ts";
import { sha256 } from "../../../db/sha256.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { type Brief, briefOf } from "../../domain/checkup/brief.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import type { Report } from "../../domain/report/report.ts";
import { loadBases, loadBasis, programmeInForce } from "./load-report-contexts.ts";

/** More reports than this are computed from one load of all towns' plans and earlier quarters. */
const FEW = 20;

/** A report as lists of all towns show it. */
export type BriefReport = BriefRow & { brief: Brief };

/** Every report of a quarter as lists of all towns show it; those changed since the last time are computed, and kept. */
export async function loadBriefs(deps: Deps, period: PeriodId): Promise<BriefReport[]> {
  const [rows, programme] = await Promise.all([listBriefs(deps.db, period), programmeInForce(deps)]);
  const pack = packMark(programme);
  const isKnown = ({ brief }: BriefRow) => brief?.pack === pack;
  const changed = rows.every(isKnown) ? new Map<string, Brief>() : await compute(deps, period, pack);
  return rows.flatMap((row) => {
    const brief = changed.get(row.town) ?? row.brief;
    return brief ? [{ ...row, brief }] : [];
  });
}

async function compute(deps: Deps, period: PeriodId, pack: string): Promise<Map<string, Brief>> {
  const reports = await reportsWithoutBrief(deps.db, period, pack);
  const all = reports.length > FEW ? await loadBases(deps, period) : null;
  const found = await Promise.all(
    reports.map(async (report): Promise<[Report, Brief]> => {
      const basis = all?.get(report.town) ?? (await loadBasis(deps, period, report.town));
      return [report, briefOf(report, basis, pack)];
    }),
  );
  const writes = found.map(([report, brief]) => putBrief(deps.db, report, brief));
  if (writes.length > 0) await commit(deps.db, { audit: null, writes }, deps.clock.now());
  return new Map(found.map(([{ town }, brief]) => [town, brief]));
}

const marks = new WeakMap<Programme, string>();

/** Distinguishes packs under which a report may be worth something else. */
function packMark(programme: Programme): string {
  const { towns: _, counties: __, ...rules } = programme;
  const mark = marks.get(programme) ?? sha256(JSON.stringify(rules)).slice(0, 16);
  marks.set(programme, mark);
  return mark;
}
