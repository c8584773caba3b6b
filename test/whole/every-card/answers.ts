import { placeCard, schemeCard } from "../../../cards/ask/about.ts";
import { calendarAnswer } from "../../../cards/ask/calendar.ts";
import { deadlineCard } from "../../../cards/ask/deadline.ts";
import { figureCard } from "../../../cards/ask/figure.ts";
import { notPublishedCard } from "../../../cards/ask/not-published.ts";
import { notUnderstoodCard } from "../../../cards/ask/not-understood.ts";
import { rankingPartCard } from "../../../cards/ask/part-of-ranking.ts";
import { peopleCard } from "../../../cards/ask/people.ts";
import { photosCard } from "../../../cards/ask/photos.ts";
import { toDoCard } from "../../../cards/ask/to-do.ts";
import { trendCard } from "../../../cards/ask/trend.ts";
import { waitingCard, wholeCard } from "../../../cards/ask/whole.ts";
import { bulletinCardText } from "../../../cards/text/bulletin-card.ts";
import { ROLES } from "../../../src/domain/programme/people.ts";
import type { Town } from "../../../src/domain/programme/programme.ts";
import { CHAT_ACTIONS } from "../../../src/domain/question/action-words.ts";
import type { AskedFigure } from "../../../src/domain/question/asked-figure.ts";
import type { Reckoned } from "../../../src/domain/question/reckon.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import { viewOf } from "../../cards/explain/views.ts";
import { progressRows } from "../../cards/office/progress-rows.ts";
import { manyPhotos, photoOf } from "../../cards/pictures/photos.ts";
import { type Shown, show } from "../../cards/show.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import type { Setting } from "./setting.ts";

const TREND = { kind: "trend" } as const;
const AT = Date.UTC(2026, 9, 12, 2);

/** Answers to typed questions: a figure, a date, who is responsible, a quarter without a result, a ranking's ends. */
export function answers(at: Setting): Shown[] {
  return [
    ...figures(at),
    ...dates(at),
    ...people(at),
    ...results(at),
    ...whole(at),
    ...about(at),
    ...toDo(at),
    ...trends(at),
    ...plain(at),
  ];
}

function whole({ programme, locale, now, town }: Setting): Shown[] {
  const { ranking } = viewOf(now, programme, locale);
  const rows = progressRows(programme);
  const view = { programme, locale, quarter: quarterIn("open"), rows };
  const waiting = { ...view, own: false, next: town };
  return [
    ...show(wholeCard, {
      "": { ...view, ranking },
      "before the first result": { ...view, ranking: null },
      "to whom no report is open": { ...view, rows: [], ranking },
    }),
    ...show(waitingCard, {
      "for a reviewer": waiting,
      "for a town": { ...waiting, own: true, rows: rows.filter((one) => one.town === town), next: null },
      nothing: { ...waiting, rows: [], next: null },
    }),
  ];
}

function about({ programme, locale, period, town }: Setting): Shown[] {
  const sections = sectionsOf(programme);
  const photos = { programme, locale, town, earlier: null, page: 1 };
  return [
    ...show(schemeCard, { "": { programme, locale, scheme: programme.scheme, published: period } }),
    ...show(placeCard, {
      "of one": { programme, locale, towns: [town] },
      "of several": { programme, locale, towns: programme.towns.slice(0, 5) },
    }),
    ...show(photosCard, {
      "": { ...photos, asked: { period, photos: manyPhotos(sections) } },
      "the last page": { ...photos, asked: { period, photos: manyPhotos(sections) }, page: 12 },
      "of one": { ...photos, asked: { period, photos: [photoOf("image")] } },
      none: { ...photos, asked: { period, photos: [] } },
      draft: {
        ...{ ...photos, asked: { period, photos: "draft" } },
        earlier: { period: "2026Q2", photos: [photoOf("image")] },
      },
      hidden: { ...photos, asked: { period, photos: "hidden" } },
    }),
  ];
}

function toDo({ programme, locale, period }: Setting): Shown[] {
  const view = {
    programme,
    locale,
    period,
    published: "2026Q2",
    unpublished: period,
    fillsIn: true,
    looks: true,
    measure: true,
    bulletin: {
      text: bulletinCardText(locale).open,
      action: { kind: "begin", procedure: "bulletin", about: "2026Q2//", step: "draft" },
    },
  } as const;
  const views = CHAT_ACTIONS.flatMap((action) => [
    [
      action,
      { ...view, towns: programme.towns.slice(0, 1).map(({ slug }) => slug), action, may: true },
    ] as const,
    [`${action}, not allowed`, { ...view, towns: [], action, may: false }] as const,
  ]);
  return show(toDoCard, Object.fromEntries(views));
}

function figures({ programme, locale, period, town }: Setting): Shown[] {
  const { towns } = programme;
  const half = Math.ceil(towns.length / 2);
  const lines = (of: Town[]) =>
    of.map((one, i) => ({ town: one, value: 123_456.78 - i * 1_000, standing: "draft" as const }));
  const view = (how: AskedFigure["how"], whom: AskedFigure["whom"], reckoned: Reckoned) => ({
    programme,
    locale,
    period,
    published: false,
    quarters: [],
    after: null,
    whole: null,
    meaning: null,
    until: null,
    states: new Map(towns.map(({ slug }) => [slug, "not_started" as const])),
    asked: { figure: { kind: "funds" as const }, whom, how },
    reckoned,
  });
  const one = { towns: [town] };
  const many = { lines: lines(towns.slice(0, half)), missing: towns.slice(half), total: 1_234_567.89 };
  return show(figureCard, {
    "of one town by quarter": {
      ...view({ kind: "value" }, one, { lines: lines([town]), missing: [], total: null }),
      quarters: (["2025Q4", "2026Q1", "2026Q2", "2026Q3"] as const).map((quarter, i) => ({
        ...{ period: quarter, standing: "published" as const },
        value: [123_456.78, 1_800, 5_600.5, 123_456.78][i] ?? 0,
      })),
    },
    "of one town": view({ kind: "value" }, one, { lines: lines([town]), missing: [], total: null }),
    "of one town, with what it means": {
      ...view({ kind: "value" }, one, { lines: lines([town]), missing: [], total: null }),
      after: "2026Q2" as const,
      until: "2026Q4" as const,
      meaning: {
        invested: 70_123.45,
        share: 56.78,
        plan: 123_456.78,
        pace: -12.34,
        planned: 65.43,
        score: 87.6543,
        gain: -12.345,
        place: { place: 12, of: 13 },
      },
    },
    "a part of all": {
      ...view({ kind: "part" }, one, { lines: lines([town]), missing: [], total: 123_456.78 }),
      whole: 9_876_543.21,
    },
    "of a town without it": view({ kind: "value" }, one, { lines: [], missing: [town], total: null }),
    "of several towns": view({ kind: "value" }, { towns }, many),
    "of all, summed": view({ kind: "sum" }, "all", many),
    "of all, averaged": view({ kind: "mean" }, "all", many),
    "of all, filtered": view({ kind: "filter", is: "below", than: "mean" }, "all", many),
    "of nobody": view({ kind: "filter", is: "above", than: 9_999 }, "all", {
      lines: [],
      missing: [],
      total: 9_999,
    }),
    "the most": view({ kind: "ends", end: "top", n: 3 }, { phase: 1 }, { ...many, total: null }),
  });
}

function trends({ programme, locale, town }: Setting): Shown[] {
  const quarters = ["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"] as const;
  const view = (of: Town[] | null) => ({
    programme,
    locale,
    towns: of,
    asked: { figure: { kind: "invested" as const }, whom: of ? { towns: of } : ("all" as const), how: TREND },
    points: quarters.flatMap((period, i) =>
      (of ?? [null]).map((one) => ({
        period,
        town: one,
        value: 123_456.78 + i,
        standing: "draft" as const,
      })),
    ),
  });
  return show(trendCard, {
    "of one town": view([town]),
    "of four towns": view(programme.towns.slice(0, 4)),
    "of all": view(null),
    "of a town without it": { ...view([town]), points: [] },
  });
}

function plain({ programme, locale, words }: Setting): Shown[] {
  const known = {
    year: 2026,
    holidays: ["2026-10-01", "2026-10-02", "2026-10-03"].map((day) => ({ day, name: "国庆节" })),
    workdays: ["2026-09-20", "2026-10-10"],
  };
  const texts = Array.from({ length: 12 }, (_, i) => ({
    words: `${i}${words(58)}`,
    times: 40 - i,
    roles: [...ROLES],
  }));
  const view = { programme, locale, today: "2026-09-01", year: 2026, known, next: null };
  const lists = show(notUnderstoodCard, { "": { programme, locale, month: "2026-10", texts } });
  const days = show(calendarAnswer, {
    "what comes": view,
    "a holiday": { ...view, day: "2026-10-01" },
    "a working weekend": { ...view, day: "2026-10-10" },
    "no more": { ...view, today: "2026-12-01" },
    "not known": { ...view, known: null },
  });
  return [...lists, ...days];
}

function dates({ programme, locale }: Setting): Shown[] {
  const view = { programme, locale, scheme: programme.scheme, now: AT, mine: true, looks: true };
  return show(deadlineCard, {
    running: { ...view, quarter: quarterIn("open") },
    "somebody else's": { ...view, mine: false, quarter: quarterIn("open") },
    past: { ...view, now: AT + 60 * 86_400_000, quarter: quarterIn("locked") },
    "not known": { ...view, quarter: { ...quarterIn("open"), due: null, lock: null, unknownYear: 2027 } },
  });
}

function people({ programme, locale, name }: Setting): Shown[] {
  const holder = (role: "town_official" | "town_principal" | "county_reviewer", area: string) => ({
    openId: `ou_${role}`,
    name,
    role,
    area,
    locale,
  });
  const office = (town: Town) => ({
    town,
    people: [
      holder("town_principal", town.slug),
      holder("town_official", town.slug),
      holder("town_official", town.slug),
      holder("county_reviewer", ""),
    ],
  });
  return show(peopleCard, {
    "of one": { programme, locale, offices: programme.towns.slice(0, 1).map(office) },
    "of several": { programme, locale, offices: programme.towns.slice(0, 4).map(office) },
    "of a town without anybody": {
      programme,
      locale,
      offices: programme.towns.slice(0, 1).map((town) => ({ town, people: [] })),
    },
  });
}

function results({ programme, locale, period, now }: Setting): Shown[] {
  const { ranking } = viewOf(now, programme, locale);
  const quarter = { programme, locale, period, quarter: quarterIn("open") };
  return [
    ...show(notPublishedCard, {
      running: { ...quarter, reported: true, published: ["2026Q2", "2026Q1", "2025Q4", "2025Q3", "2025Q2"] },
      "before the first": { ...quarter, reported: false, published: ["2026Q2"] },
    }),
    ...show(rankingPartCard, {
      top: { programme, locale, ranking, part: { end: "top", n: 3 } },
      bottom: { programme, locale, ranking, part: { end: "bottom", n: 30 } },
    }),
  ];
}
