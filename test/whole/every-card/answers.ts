import { photosCard, placeCard, schemeCard } from "../../../cards/ask/about.ts";
import { deadlineCard } from "../../../cards/ask/deadline.ts";
import { figureCard } from "../../../cards/ask/figure.ts";
import { notPublishedCard } from "../../../cards/ask/not-published.ts";
import { rankingPartCard } from "../../../cards/ask/part-of-ranking.ts";
import { peopleCard } from "../../../cards/ask/people.ts";
import { toDoCard } from "../../../cards/ask/to-do.ts";
import { waitingCard, wholeCard } from "../../../cards/ask/whole.ts";
import type { Town } from "../../../src/domain/programme/programme.ts";
import { CHAT_ACTIONS } from "../../../src/domain/question/action-words.ts";
import type { AskedFigure } from "../../../src/domain/question/asked-figure.ts";
import type { Reckoned } from "../../../src/domain/question/reckon.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import { viewOf } from "../../cards/explain/views.ts";
import { progressRows } from "../../cards/office/progress-rows.ts";
import { type Shown, show } from "../../cards/show.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import type { Setting } from "./setting.ts";

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
  ];
}

function whole({ programme, locale, now, town }: Setting): Shown[] {
  const { ranking } = viewOf(now, programme, locale);
  const rows = progressRows(programme);
  const view = { programme, locale, quarter: quarterIn("open"), rows };
  const waiting = { ...view, own: false, mine: rows.map((one) => one.town.slug), records: 12 };
  return [
    ...show(wholeCard, {
      "": { ...view, ranking },
      "before the first result": { ...view, ranking: null },
      "to whom no report is open": { ...view, rows: [], ranking },
    }),
    ...show(waitingCard, {
      "for a reviewer": waiting,
      "for a town": { ...waiting, own: true, rows: rows.filter((one) => one.town === town), mine: [] },
      nothing: { ...waiting, rows: [], mine: [], records: 0 },
    }),
  ];
}

function about({ programme, locale, period, town }: Setting): Shown[] {
  const sections = sectionsOf(programme);
  const photos = { programme, locale, town, period };
  return [
    ...show(schemeCard, { "": { programme, locale, scheme: programme.scheme, published: period } }),
    ...show(placeCard, {
      "of one": { programme, locale, towns: [town] },
      "of several": { programme, locale, towns: programme.towns.slice(0, 5) },
    }),
    ...show(photosCard, {
      "": { ...photos, counts: new Map(sections.map((section) => [section, 12])) },
      hidden: { ...photos, counts: null },
    }),
  ];
}

function toDo({ programme, locale, period }: Setting): Shown[] {
  const view = { programme, locale, period, published: "2026Q2", unpublished: period, towns: [] } as const;
  const views = CHAT_ACTIONS.flatMap((action) => [
    [action, { ...view, towns: [], action, may: true }] as const,
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

function dates({ programme, locale }: Setting): Shown[] {
  const view = { programme, locale, scheme: programme.scheme, now: AT, mine: true };
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
