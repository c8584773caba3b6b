import type { BulletinInput } from "../../../src/domain/bulletin/facts.ts";
import { type PeriodId, previousPeriod, quarterOf } from "../../../src/domain/calendar/period.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { bandsOf } from "../../../src/domain/explain/bands.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin } from "../../../src/domain/procedure/take.ts";
import type { Programme, Town } from "../../../src/domain/programme/programme.ts";
import { dueDate } from "../../../src/domain/quarter/dates.ts";
import type { Publication } from "../../../src/domain/ranking/publication.ts";
import { type Entrant, rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import type { Basis, ReportContent } from "../../../src/domain/report/content.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { supervision } from "../../../src/domain/task/supervision.ts";
import { towns as pack } from "../programmes.ts";

// A city of any number of towns in the third quarter of 2026: the last town did not report, the last but one was late,
// every third lags, every second has a problem of its own.

const PERIOD: PeriodId = "2026Q3";
export const TODAY = "2026-11-03";

/** The default pack; of more than its towns, others by number in the same counties. */
export function cityOf(n: number): Programme {
  const more = Array.from({ length: Math.max(0, n - pack.towns.length) }).map((_, i): Town => {
    const like = pack.towns[i % pack.towns.length];
    if (!like) throw new Error("a pack without towns");
    const no = String(i + 14);
    const { location: __, ...rest } = like;
    return {
      ...rest,
      slug: `town-${no}`,
      code: `9${no}`,
      name: `第${no}试点镇`,
      short: `试点${no}`,
      aliases: [],
    };
  });
  return { ...pack, towns: [...pack.towns, ...more].slice(0, n) };
}

/** What the bulletin of that city is made from. `problem`: what a town says of its problem in an area. */
export function bulletinInput(
  programme: Programme,
  problem: (town: Town, area: string, period: PeriodId) => string = usual,
): BulletinInput {
  const before = publicationOf(programme, previousPeriod(PERIOD), null, problem);
  const { publication: now, entrants } = publicationOf(programme, PERIOD, before.publication, problem);
  return {
    programme,
    now,
    before: before.publication,
    approved: new Map(entrants.map(({ report }) => [report.town, report.content])),
    earlier: new Map(
      before.entrants.map(({ report }) => [
        report.town,
        [{ period: report.period, content: report.content }],
      ]),
    ),
    bands: bandsOf(now),
    records: demands(programme),
    mendings: [],
    visited: null,
    listed: null,
    today: TODAY,
  };
}

/** In one area, of every second town; that of every fourth stays in the same words. */
function usual(town: Town, area: string, period: PeriodId): string {
  const [i, n] = [number(town), quarterOf(period)];
  if (area !== "facilities" || i % 2 === 0) return "";
  return i % 4 === 1
    ? "污水管网接入率低，过境公路沿线尚未接通。"
    : `第${n}季度停车位不足，缺口约${40 + n}个。`;
}

function publicationOf(
  programme: Programme,
  period: PeriodId,
  previous: Publication | null,
  problem: (town: Town, area: string, period: PeriodId) => string,
): { publication: Publication; entrants: Entrant[] } {
  const reporting = programme.towns.slice(0, -1);
  const entrants = reporting.map((town) => entrantOf(programme, town, period, problem));
  const before = previous && {
    result: previous.result,
    schemeId: previous.scheme.id,
    period: previous.period,
  };
  const at = shanghaiTime(period === PERIOD ? "2026-11-02" : "2026-07-28", "10:00");
  const frozen = rankQuarter(programme, period, entrants, before);
  const hash = `${period}${"ab".repeat(29)}`;
  return {
    publication: { period, seq: 1, at, by: "test", scheme: programme.scheme, ...frozen, hash },
    entrants,
  };
}

function entrantOf(
  programme: Programme,
  town: Town,
  period: PeriodId,
  problem: (town: Town, area: string, period: PeriodId) => string,
): Entrant {
  const i = number(town);
  const q = quarterOf(period);
  const plan = { investment: 9000 + 137.25 * i, dueFrom: null, projects: [] };
  const basis: Basis = { programme, town: town.slug, period, plan, earlier: [] };
  const content: ReportContent = openingContent(basis);
  const due = plan.investment * (programme.schedule[q - 1] ?? 1);
  content.investment.plan = plan.investment;
  content.investment.cumulative = Math.round(due * paceOf(i, q) * 100) / 100;
  const actual = Math.min(100, 25 * q * paceOf(i + 1, q));
  content.image.projects = [{ id: "p", name: "项目", total: 20_000, planned: 25 * q, actual }];
  for (const [n, area] of programme.areas.entries()) {
    const of = content.areas[area.id];
    if (!of) continue;
    for (const item of area.items) of.items[item.id] = Math.min(100, 40 + 10 * q + ((i + n) % 5) * 10);
    of.words = {
      progress: `第${q}季度完成${area.name}工程${q}处，投用${(i % 7) + 1}处。`,
      next: "",
      problem: problem(town, area.id, period),
    };
  }
  const late = i === programme.towns.length - 2;
  const day = dueDate(period, programme);
  const report = {
    ...startReport(basis),
    ...{ content, status: "approved" as const },
    firstSubmittedAt: shanghaiTime(day.known ? day.due : TODAY, "12:00") + (late ? 86_400_000 : 0),
  };
  return { report, basis };
}

/** Of the schedule; every third lags, and who leads changes from quarter to quarter. */
function paceOf(i: number, q: number): number {
  return (i % 3 === 2 ? 0.62 : 0.98) + ((i * (q + 3)) % 11) / 100;
}

/** One 督办 item from a problem, and one of a department that is overdue. */
function demands(programme: Programme): ProcedureRecord[] {
  const [, second] = programme.towns;
  const items = [
    {
      to: `town.${second?.slug}`,
      due: "2026-12-15",
      title: "过境公路沿线污水接管",
      ref: `2026Q3/${second?.slug}/facilities`,
    },
    { to: "department.land", due: "2026-10-20", title: "产业园用地指标批复", ref: "" },
  ];
  const actor = {
    openId: "ou_office",
    name: "市办",
    role: "city_office",
    area: "",
    locale: "zh-CN",
  } as const;
  return items.map(({ ref, ...values }, i) => {
    const origin = { id: `demand${i}`, town: "", period: "", ref };
    const typed = { ...values, origin: "problem", owner: "张三", evidence_needed: "" };
    const at = { actor, now: shanghaiTime("2026-10-12", "10:00") + i, programme, evidence: 0 };
    const begun = begin(supervision, origin, "issue", typed, at);
    if (!begun.ok) throw new Error(begun.refusal.reason);
    return begun.record;
  });
}

function number({ slug }: Town): number {
  const at = pack.towns.findIndex((town) => town.slug === slug);
  return at >= 0 ? at : Number(slug.split("-")[1]) - 1;
}
