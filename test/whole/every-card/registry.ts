// Every card the product sends. To add one: `...show(newCard, { "what it shows": { ...at, … } }),` in a list
// below, or in a list of its own; `at` (setting.ts) has programme, locale, period, town, and texts of any
// length. The test fails until every exported …Card function of cards/ is shown; `look.ts FOLDER` takes
// pictures of them all.

import { helpCard } from "../../../cards/ask/help.ts";
import { missingCard } from "../../../cards/ask/missing.ts";
import { QUESTIONS, suggested } from "../../../cards/ask/questions.ts";
import { statusCard } from "../../../cards/ask/status.ts";
import { suggestCard } from "../../../cards/ask/suggest.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import { notYoursCard, olderCard } from "../../../cards/living/living.ts";
import { bindCard, bindCountyCard, boundCard, releasedCard } from "../../../cards/office/bind.ts";
import { doctorCard } from "../../../cards/office/doctor.ts";
import { openPeriodCard } from "../../../cards/office/open-period.ts";
import { progressCard } from "../../../cards/office/progress.ts";
import { unsureCard } from "../../../cards/office/unsure.ts";
import { pictureCard } from "../../../cards/pictures/picture-card.ts";
import { planNewsCard } from "../../../cards/plan/plan-news.ts";
import { yearPlanCard } from "../../../cards/plan/year-plan.ts";
import { weighingCard } from "../../../cards/weighing/weighing.ts";
import { annualCard } from "../../../cards/year/annual.ts";
import { awardCard } from "../../../cards/year/awards.ts";
import { CHECKS } from "../../../src/domain/finding.ts";
import { type Locale, ROLES } from "../../../src/domain/programme/people.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import type { YearPlan } from "../../../src/domain/report/year-plan.ts";
import type { TownStatus } from "../../../src/domain/views.ts";
import { progressRows } from "../../cards/office/progress-rows.ts";
import { progressViews } from "../../cards/office/progress-views.ts";
import { everyCard as everyReportCard } from "../../cards/report/every-card.ts";
import { type Shown, show } from "../../cards/show.ts";
import { reweighed } from "../../cards/weighing/reweighed.ts";
import { annualViews, awardViews } from "../../cards/year/years.ts";
import { answers } from "./answers.ts";
import { digests } from "./digests.ts";
import { explaining } from "./explaining.ts";
import { ledgers } from "./ledgers.ts";
import { meetings } from "./meetings.ts";
import { records } from "./records.ts";
import { chasing } from "./reminders.ts";
import { type Setting, type Size, settingOf } from "./setting.ts";
import { stages } from "./stages.ts";
import { urgent } from "./urgent.ts";
import { visits } from "./visits.ts";

const drawn = new Map<string, readonly Shown[]>();

/** Every card of this size for a reader of this language; drawn once in a process. */
export function everyCard(size: Size, locale: Locale): readonly Shown[] {
  const key = `${size} ${locale}`;
  const known = drawn.get(key) ?? draw(settingOf(size, locale));
  drawn.set(key, known);
  return known;
}

/** Every card in a setting of one's own. */
export function draw(at: Setting): Shown[] {
  return [
    ...asking(at),
    ...answers(at),
    ...office(at),
    ...everyReportCard(at.report),
    ...explaining(at),
    ...records(at),
    ...weighing(at),
    ...year(at),
    ...urgent(at),
    ...chasing(at),
    ...digests(at),
    ...visits(at),
    ...meetings(at),
    ...ledgers(at),
    ...stages(at),
  ];
}

function asking(at: Setting): Shown[] {
  const { programme, locale, status, words, town, period } = at;
  const missing = { ...at, quarter: at.quarter, rows: progressRows(programme) };
  const roles = ROLES.flatMap((role) => {
    const view = { ...at, role, questions: QUESTIONS };
    return [
      [role, view],
      [`${role}, greeted`, { ...view, greets: "holder" }],
    ] as const;
  });
  const statuses = ROLES.map((viewer) => [viewer, { programme, locale, status, viewer }]);
  return [
    ...show(helpCard, Object.fromEntries(roles)),
    ...show(pictureCard, { "a ranking": { key: "img_v3_00", title: at.words(40), words: at.words(700) } }),
    ...show(missingCard, {
      some: missing,
      all: { ...missing, rows: progressRows(programme, ["not_started"]) },
      none: { ...missing, rows: progressRows(programme, ["approved"]) },
    }),
    ...show(statusCard, Object.fromEntries(statuses)),
    ...show(statusCard, {
      "after a year": {
        programme,
        locale,
        viewer: "town_official",
        status: { ...status, history: yearOf(status) },
      },
      published: { programme, locale, viewer: "department", status: { ...status, current: false } },
    }),
    ...show(whichTownCard, { "": { ...at, options: programme.towns.slice(0, 8) } }),
    ...show(suggestCard, {
      "": {
        ...at,
        text: words(300),
        suggestions: suggested(
          QUESTIONS,
          { towns: [town], period, english: locale === "en" },
          programme,
          "leader",
        ),
      },
    }),
  ];
}

/** Five published quarters. */
function yearOf({ history }: TownStatus): TownStatus["history"] {
  const quarters = ["2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"] as const;
  return quarters.flatMap((period, i) =>
    history.slice(i % 2, (i % 2) + 1).map((one) => ({ ...one, period })),
  );
}

function office(at: Setting): Shown[] {
  const { programme, period, locale, words, name } = at;
  const area = programme.counties[0]?.slug ?? "";
  const progress = { programme, period, locale, quarter: at.quarter, rows: progressRows(programme) };
  const unsure = Array.from({ length: 12 }, (_, i) => ({
    id: `6f9619ff-8b86-d011-b42d-00cf4fc964${String(i).padStart(2, "0")}`,
    what: words(80),
    to: name,
    at: Date.UTC(2026, 9, 20),
  }));
  return [
    ...show(openPeriodCard, { "": progress }),
    ...show(progressCard, progressViews(programme, locale, at.now)),
    ...show(bindCard, { "": { ...at, chatName: words(80) } }),
    ...show(bindCountyCard, { "": { ...at, chatName: words(80) } }),
    ...show(boundCard, {
      "leading group": { ...at, kind: "leading_group", area: "", byName: name, instead: "" },
      "all towns": { ...at, kind: "all_towns", area: "", byName: name, instead: "" },
      county: { ...at, kind: "county", area, byName: name, instead: words(80) },
      office: { ...at, kind: "office", area: "", byName: name, instead: "" },
    }),
    ...show(releasedCard, { "": { ...at, kind: "county", area, chatName: words(80) } }),
    ...show(unsureCard, {
      one: { locale, rows: unsure.slice(0, 1) },
      many: { locale, rows: unsure },
      settled: { locale, rows: unsure.slice(0, 1), settled: true },
    }),
    ...show(doctorCard, {
      "all well": { locale, findings: CHECKS.map((check) => ({ check, state: "fine" as const, n: 1 })) },
      "all wrong": {
        locale,
        findings: CHECKS.map((check) => ({
          ...{ check, state: "wrong" as const, n: 12345, detail: "0/0" },
          names: programme.towns.map((town) => town.name),
        })),
      },
    }),
    ...show(notYoursCard, { "": { title: name, locale } }),
    ...show(olderCard, {
      "": { kind: "notice", subject: "x", drawn: notYoursCard({ title: name, locale }), locale },
    }),
  ];
}

function weighing({ programme, locale, period, words }: Setting): Shown[] {
  const form = { programme, locale, period, scheme: programme.scheme };
  const rows = reweighed(programme);
  return [
    ...show(weighingCard, {
      "": form,
      tried: { ...form, rows },
      refused: { ...form, problem: words(60) },
    }),
  ];
}

function year(at: Setting): Shown[] {
  return [
    ...show(annualCard, annualViews(at)),
    ...show(awardCard, awardViews(at, at.words)),
    ...show(yearPlanCard, yearPlanViews(at)),
    ...show(planNewsCard, planNewsViews(at)),
  ];
}

/** A change of everything in a plan, and a first plan. */
function planNewsViews(at: Setting) {
  const { programme, period, locale, town } = at;
  const after = longPlan(at);
  const view = { programme, year: 2026, periods: [period], locale };
  const before = { ...UNPLANNED, projects: after.projects.map((one) => ({ ...one, id: `gone ${one.id}` })) };
  const change = { town: town.slug, before, after };
  return { "": { ...view, change }, first: { ...view, change: { ...change, before: null } } };
}

/** Every town's plan, one town's by its items, and none yet. */
function yearPlanViews(at: Setting) {
  const { programme, locale, town } = at;
  const plan = longPlan(at);
  const plans = new Map(programme.towns.map(({ slug }) => [slug, plan]));
  const all = { programme, year: 2026, plans, towns: programme.towns, mayChange: true, locale };
  return { "": all, "of one town": { ...all, towns: [town] }, none: { ...all, plans: new Map() } };
}

/** A plan with everything a plan may say, as long as it may be. */
function longPlan({ programme, words }: Setting): YearPlan {
  const items = programme.areas.flatMap((area) => area.items.map(({ id }) => id));
  return {
    investment: 123_456.78,
    schedule: [0.155, 0.4, 0.7, 1],
    dueFrom: Object.fromEntries(items.filter((_, i) => i % 3 > 0).map((id, i) => [id, 1 + (i % 4)])),
    notApplicable: Object.fromEntries(items.filter((_, i) => i % 3 === 0).map((id) => [id, words(200)])),
    projects: Array.from({ length: 12 }, (_, i) => ({
      ...{ id: `p${i}`, name: words(60), total: 18_000.55 },
      planned: [20, 45.5, 80, 100],
    })),
  };
}
