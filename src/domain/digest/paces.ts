import { timetable } from "../quarter/timetable.ts";
import { mayKnow, type Reader, standingOf } from "../question/may-know.ts";
import { investmentRatio } from "../ranking/ranking.ts";
import { lightOf } from "../scoring/lights.ts";
import type { Audience, DigestInput, Pace, Paces } from "./facts.ts";
import { askedIn } from "./report-rows.ts";

/**
 * Investment against the schedule as an audience may know it: the running quarter's once half of the towns have handed
 * in, before that the last published one's, as frozen. Figures of two quarters are never mixed. Null while there are none.
 */
export function pacesOf(
  input: DigestInput,
  towns: readonly string[],
  audience: Audience,
  now: number,
): Paces | null {
  const running =
    input.kind === "quarterly" && input.ranking ? null : runningPaces(input, towns, audience, now);
  const known = running?.rows.filter(({ ratio }) => ratio !== null).length ?? 0;
  if (running && known * 2 >= towns.length) return running;
  return publishedPaces(input, towns) ?? (known > 0 ? running : null);
}

function runningPaces(
  { quarter, programme, schedules }: DigestInput,
  towns: readonly string[],
  audience: Audience,
  now: number,
): Paces | null {
  if (!quarter || timetable(quarter.id, programme, quarter, now).stage === "published") return null;
  const reader = readerOf(audience, towns);
  const reports = new Map(quarter.reports.map((report) => [report.town, report]));
  const rows = askedIn(quarter, towns).map((town): Pace => {
    const report = reports.get(town);
    const hidden = !report || !mayKnow(reader, "figure", town, standingOf(report, false));
    const money = hidden ? null : investmentRatio(report.content, programme, quarter.id, schedules.get(town));
    return { town, ratio: money?.ratio ?? null, light: lightOf(money?.ratio ?? null, programme.lights) };
  });
  return { period: quarter.id, published: false, rows: rows.sort(byPace) };
}

function publishedPaces({ ranking }: DigestInput, towns: readonly string[]): Paces | null {
  if (!ranking) return null;
  const { inputs, result, period } = ranking.now;
  const lights = new Map(result.rows.map(({ town, light }) => [town, light]));
  const values = new Map(inputs.table.rows.map((row) => [row.id, row.values]));
  const rows = towns.flatMap((town): Pace[] => {
    const light = lights.get(town);
    if (!light) return [];
    const { invested = null, invested_due: due = null } = values.get(town) ?? {};
    return [{ town, ratio: invested === null || !due ? null : invested / due, light }];
  });
  return { period, published: true, rows: rows.sort(byPace) };
}

/**
 * Who reads a digest. All of the leading group know what is handed in, and all of a county with one town; in a county of
 * several towns each town's people read along, so that only what is published is said there.
 */
function readerOf(audience: Audience, towns: readonly string[]): Reader {
  const alike = audience === "leading_group" || towns.length === 1;
  // As a leader reads: drafts are for nobody's digest.
  return { role: "leader", towns: new Set(alike ? towns : []), alone: true };
}

function byPace(a: Pace, b: Pace): number {
  return (a.ratio ?? Number.POSITIVE_INFINITY) - (b.ratio ?? Number.POSITIVE_INFINITY) || 0;
}
