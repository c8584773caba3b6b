import { commit } from "../db/commit.ts";
import { insertPeriod, setPeriodStatus } from "../db/periods.ts";
import { insertPublication, latestPublication } from "../db/publications.ts";
import { saveRecord } from "../db/records.ts";
import { listReports, saveReport } from "../db/reports.ts";
import { putPerson } from "../db/roster.ts";
import type { Write } from "../db/written.ts";
import { freeze } from "../src/bot/quarter/freeze.ts";
import { loadBases } from "../src/bot/report/load-report-contexts.ts";
import type { Deps } from "../src/deps.ts";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Town } from "../src/domain/programme/programme.ts";
import { rankQuarter } from "../src/domain/ranking/ranking.ts";
import { type Report, startReport } from "../src/domain/report/report.ts";
import { yearTask } from "../src/domain/task/year-task.ts";
import { rectification } from "../src/domain/visit/rectification.ts";

/** Rows of one batch. */
const EACH = 2_000;
const LEADER = "ou_leader";

/** Three quarters of every town: two published, one under review; who fills in and reviews, and a leader who asks. */
export async function fillQuarters(deps: Deps): Promise<string> {
  const { db, programme } = deps;
  const locale = "zh-CN" as const;
  await write(deps, [
    putPerson(db, { openId: LEADER, name: "领导", role: "leader", area: "", locale }),
    ...programme.counties.map(({ slug }) =>
      putPerson(db, {
        openId: `ou_${slug}`,
        name: `审核${slug}`,
        role: "county_reviewer",
        area: slug,
        locale,
      }),
    ),
    ...programme.towns.map(({ slug, short }) =>
      putPerson(db, {
        openId: `ou_${slug}`,
        name: `填报${short}`,
        role: "town_official",
        area: slug,
        locale,
      }),
    ),
  ]);
  await fill(deps, "2026Q1", 2_000, "approved");
  await publish(deps, "2026Q1");
  await fill(deps, "2026Q2", 4_000, "approved");
  await publish(deps, "2026Q2");
  await fill(deps, "2026Q3", 7_000, "submitted");
  await write(deps, programme.towns.flatMap(recordsOf(deps)));
  return LEADER;
}

/** Two records of every town: a year task and something to be mended, with words of their own. */
function recordsOf({ db, clock }: Deps): (town: Town, i: number) => Write[] {
  const at = clock.now();
  const entry = { step: "begin", from: "", by: "bench", name: "bench", post: "", at, values: {} };
  const keys = { openKey: null, numberKey: null, open: true };
  return ({ slug, short }, i) => [
    ...saveRecord(
      db,
      {
        ...{ id: `task-${slug}`, procedure: yearTask.id, town: slug, period: "", ref: "", state: "open" },
        ...{ revision: 1, due: "2026-12-15", log: [{ ...entry, to: "open" }] },
        data: {
          to: `town.${slug}`,
          title: `${short}${i % 100 === 0 ? "泵站" : "管网"}${i}号段检修`,
          due: "2026-12-15",
          percent: 20,
        },
      },
      keys,
    ),
    ...saveRecord(
      db,
      {
        ...{ id: `mend-${slug}`, procedure: rectification.id, town: slug, period: "", ref: "" },
        ...{ state: "mending", revision: 1, due: "2026-12-11", log: [{ ...entry, to: "mending" }] },
        data: { town: slug, finding: `${short}河堤护栏破损约${i}米`, until: "2026-12-11" },
      },
      keys,
    ),
  ];
}

async function fill(deps: Deps, period: PeriodId, invested: number, status: Report["status"]): Promise<void> {
  const now = deps.clock.now();
  const bases = await loadBases(deps, period);
  const reports = [...bases.values()].map((basis, i): Report => {
    const report = startReport(basis);
    const cumulative = invested + ((i * invested) % 997);
    const by = { by: "bench", name: "bench", at: now, revision: 1 };
    return {
      ...report,
      status,
      saved: { investment: by, image: by },
      submittedAt: now,
      firstSubmittedAt: now,
      content: {
        ...report.content,
        investment: {
          ...report.content.investment,
          plan: 12_000,
          cumulative,
          sources: { private: cumulative },
        },
      },
    };
  });
  await write(deps, [
    insertPeriod(deps.db, period, now),
    ...reports.flatMap((report) => saveReport(deps.db, report, "bench", now)),
  ]);
}

async function publish(deps: Deps, period: PeriodId): Promise<void> {
  const { programme, db } = deps;
  const now = deps.clock.now();
  const bases = await loadBases(deps, period);
  const entrants = (await listReports(db, period)).flatMap((report) => {
    const basis = bases.get(report.town);
    return basis ? [{ report, basis, excused: [] }] : [];
  });
  const { scheme } = programme;
  const last = await latestPublication(db, period);
  const before = last && { result: last.result, schemeId: last.scheme.id, period: last.period };
  const frozen = { scheme, ...rankQuarter(programme, period, entrants, before) };
  const publication = await freeze(frozen, { period, seq: 1, at: now, by: "bench" });
  await write(deps, [insertPublication(db, publication), setPeriodStatus(db, period, "published", now)]);
}

async function write({ db, clock }: Deps, writes: Write[]): Promise<void> {
  for (let i = 0; i < writes.length; i += EACH)
    await commit(
      db,
      { audit: { actor: "bench", kind: "bench", subject: String(i) }, writes: writes.slice(i, i + EACH) },
      clock.now(),
    );
}
