import { sql } from "drizzle-orm";
import { putCard } from "../db/cards.ts";
import { commit } from "../db/commit.ts";
import { openDatabase } from "../db/open.ts";
import { insertPeriod, setPeriodStatus } from "../db/periods.ts";
import { listReports, saveReport } from "../db/reports.ts";
import { putPerson } from "../db/roster.ts";
import type { Write } from "../db/written.ts";
import { createApp } from "../src/app.ts";
import { openPeriod } from "../src/bot/quarter/open-period.ts";
import { loadBases } from "../src/bot/report/load-report-contexts.ts";
import { subjectsOf } from "../src/bot/sending/card-kinds.ts";
import type { Deps } from "../src/deps.ts";
import { type PeriodId, previousPeriod } from "../src/domain/calendar/period.ts";
import { addDays, shanghaiDay } from "../src/domain/calendar/shanghai-time.ts";
import type { Programme } from "../src/domain/programme/programme.ts";
import { sectionsOf } from "../src/domain/report/content.ts";
import { type Report, startReport } from "../src/domain/report/report.ts";
import { depsOver, NOW } from "./bench-deps.ts";
import { grownProgramme } from "./grown-programme.ts";
import { isDone, messageOf, type PressRequest, periodAt, pressRequests } from "./press-requests.ts";

// A programme in the midst of a quarter, whose cards are with everybody: presses through the webhook, as Feishu delivers
// them. A save and all that follows are measured here, so nothing is sent.

/** For reports that are open at any time: they are due so many days after now. */
const DUE_IN = 10;
/** Statements of one batch. */
const EACH = 2_000;

export type PressWorld = {
  deps: Deps;
  /** The quarter that is filled in. */
  period: PeriodId;
  towns: string[];
  request: ReturnType<typeof pressRequests>;
  /** Has it answered; throws unless it was done. */
  press: (request: PressRequest) => Promise<void>;
  close: () => void;
};

/** `now`: where other processes work on the same database, the machine's time. */
export async function openPressWorld(folder: string, size: number, now = NOW): Promise<PressWorld> {
  const period = periodAt(now);
  const programme = dueLater(grownProgramme(size), period, now);
  const { db, close } = await openDatabase(`file:${folder}/presses-${size}.db`);
  const deps = { ...depsOver(db, programme, folder), clock: { now: () => now } };
  await fillRoster(deps);
  await fillLastQuarter(deps, previousPeriod(period));
  await openPeriod(deps, period, "bench", []);
  await sendCards(deps, period);
  const app = createApp(deps);
  return {
    deps,
    period,
    towns: programme.towns.map(({ slug }) => slug),
    request: pressRequests(programme, now),
    press: async ({ name, town, init }) => {
      const answer = await app.request("/feishu/webhook", init);
      const body = await answer.text();
      if (!isDone(name, answer.status, body))
        throw new Error(`${name} of ${town}: ${answer.status} ${body.slice(0, 200)}`);
    },
    close,
  };
}

/** A quarter that is open now, whatever the day. */
function dueLater(programme: Programme, period: PeriodId, now: number): Programme {
  if (now === NOW) return programme;
  const due = addDays(shanghaiDay(now), DUE_IN);
  const overrides = [{ period, due, reason: "bench" }];
  return { ...programme, deadline: { ...programme.deadline, overrides } };
}

async function fillRoster(deps: Deps): Promise<void> {
  const locale = "zh-CN" as const;
  const { programme, db } = deps;
  await write(deps, [
    ...["ou_office", "ou_office2"].map((openId) =>
      putPerson(db, { openId, name: openId, role: "city_office", area: "", locale }),
    ),
    ...programme.counties.map(({ slug: area }) =>
      putPerson(db, { openId: `ou_${area}`, name: area, role: "county_reviewer", area, locale }),
    ),
    ...programme.towns.flatMap(({ slug: area }) => [
      putPerson(db, { openId: `ou_${area}`, name: area, role: "town_official", area, locale }),
      putPerson(db, {
        ...{ openId: `ou_${area}_2`, name: area, role: "town_official", area, locale },
        deputy: true,
      }),
    ]),
  ]);
}

/** The approved reports of the quarter before, no two with the same figures. */
async function fillLastQuarter(deps: Deps, period: PeriodId): Promise<void> {
  const now = deps.clock.now();
  const bases = await loadBases(deps, period);
  const by = { by: "bench", name: "bench", at: now, revision: 1 };
  const sections = sectionsOf(deps.programme);
  const reports = [...bases.values()].map((basis, i): Report => {
    const report = startReport(basis);
    const cumulative = 4_001 + (i % 2_003);
    const areas = Object.entries(report.content.areas).map(([id, area]) => {
      const items = Object.keys(area.items).map((item, n) => [item, (i + n * 7) % 90]);
      return [id, { items: Object.fromEntries(items), words: area.words }] as const;
    });
    const project = { id: "own1", name: "游客中心", total: 30_000, planned: 50, actual: 20 + (i % 30) };
    return {
      ...report,
      status: "approved",
      saved: Object.fromEntries(sections.map((section) => [section, by])),
      firstSubmittedAt: now,
      submittedAt: now,
      content: {
        areas: Object.fromEntries(areas),
        investment: { plan: 12_000 + i, cumulative, sources: { private: cumulative }, words: "到位顺利。" },
        image: { projects: [project], words: "主体施工。" },
      },
    };
  });
  await write(deps, [
    insertPeriod(deps.db, period, now),
    ...reports.flatMap((report) => saveReport(deps.db, report, "bench", now)),
    setPeriodStatus(deps.db, period, "published", now),
  ]);
}

/** The cards the outbox would have sent: each official's and deputy's, the reviewers', the office's. */
async function sendCards(deps: Deps, period: PeriodId): Promise<void> {
  const { programme, db } = deps;
  const now = deps.clock.now();
  const card = (openId: string, kind: string, subject: string): Write[] => {
    const at = { at: now, shownAt: now, shown: null, view: "overview", chatId: `oc_${openId}` };
    const row = { ...at, messageId: messageOf(openId, kind, subject), openId, kind, subject };
    return putCard(db, row, subjectsOf(row));
  };
  const countyOf = new Map(programme.counties.map(({ code, slug }) => [code, slug]));
  await write(deps, [
    ...["ou_office", "ou_office2"].flatMap((who) => card(who, "progress", `progress ${period}`)),
    ...programme.towns.flatMap(({ slug, countyCode }) => {
      const subject = `${period}/${slug}`;
      return [
        ...card(`ou_${slug}`, "report", subject),
        ...card(`ou_${slug}_2`, "report", subject),
        ...card(`ou_${countyOf.get(countyCode)}`, "review", subject),
      ];
    }),
    db.run(sql`update outbox set status = 'sent'`),
  ]);
  const opened = await listReports(db, period);
  if (opened.length !== programme.towns.length) throw new Error("not every report was opened");
}

async function write({ db, clock }: Deps, writes: Write[]): Promise<void> {
  for (let i = 0; i < writes.length; i += EACH)
    await commit(
      db,
      { audit: { actor: "bench", kind: "bench", subject: String(i) }, writes: writes.slice(i, i + EACH) },
      clock.now(),
    );
}
