import { type Demo, loadDemo, type TownFigures } from "../../../src/cli/demo/demo-file.ts";
import { figureInputs } from "../../../src/cli/demo/figure-inputs.ts";
import { parsePeriod } from "../../../src/domain/period.ts";
import { countyOf, type Programme, type Town } from "../../../src/domain/programme.ts";
import { IMAGE, sectionsOf } from "../../../src/domain/report/content.ts";
import { loadProgramme } from "../../../src/load-programme.ts";
import type { ScriptFile } from "../../../src/sandbox/scripts/script-schema.ts";
import { fourthQuarter } from "./fourth-quarter.ts";
import { YEAR_STEPS } from "./year-steps.ts";

const PACK = "luliang-ten-towns";

type Quarter = {
  period: string;
  name: string;
  /** When the office opens it, when the counties have reviewed, when scores are provisional, when they are published. */
  opens: string;
  reviewed: string;
  announced: string;
  published: string;
  /** Town -> the day it reports at last. */
  late: Record<string, string>;
  silent: string[];
  bare: string[];
  returned: string[];
};

const QUARTERS: Quarter[] = [
  {
    period: "2026Q1",
    name: "2026年第一季度",
    opens: "2026-04-01T09:00",
    reviewed: "2026-04-10T09:00",
    announced: "2026-04-10T16:00",
    published: "2026-04-15T10:00",
    late: {},
    silent: [],
    bare: [],
    returned: ["xiying"],
  },
  {
    period: "2026Q2",
    name: "2026年第二季度",
    opens: "2026-07-01T09:00",
    reviewed: "2026-07-09T09:00",
    announced: "2026-07-13T16:00",
    published: "2026-07-16T10:00",
    late: { longjiao: "2026-07-13T10:00" },
    silent: ["shuangchi"],
    bare: ["longjiao"],
    returned: ["qikou", "jinluo"],
  },
  {
    period: "2026Q3",
    name: "2026年第三季度",
    opens: "2026-10-09T09:00",
    reviewed: "2026-10-16T09:00",
    announced: "2026-10-23T16:00",
    published: "2026-10-28T10:00",
    late: { xinyi: "2026-10-19T10:00", kaishan: "2026-10-23T10:00" },
    silent: ["shuangchi"],
    bare: ["xinyi", "wutong"],
    returned: ["beiwudang", "puming", "kaishan", "wutong"],
  },
  {
    period: "2026Q4",
    name: "2026年第四季度",
    opens: "2027-01-04T09:00",
    reviewed: "2027-01-13T09:00",
    announced: "2027-01-14T10:00",
    published: "2027-01-20T10:00",
    late: {},
    silent: [],
    bare: [],
    returned: ["liuyu"],
  },
];

/** The demo's people, and twelve more of the departments, who only ask: about sixty in all. */
export function yearPeople(demo: Demo): Demo["people"] {
  const askers = Array.from({ length: 12 }, (_one, n) => ({
    openId: `ou_liaison${n + 1}`,
    name: `联络员${n + 1}`,
    nameEn: `Liaison ${n + 1}`,
    role: "department" as const,
    area: "",
    title: "责任单位联络员",
    titleEn: "Liaison",
    locale: "zh-CN" as const,
  }));
  return [...demo.people, ...askers];
}

/** A year of the programme: four quarters opened, filled in, returned, reviewed, published and asked about. */
export function yearScript(): ScriptFile {
  const demo = loadDemo(PACK);
  if (demo === null) throw new Error("the pack has no demo");
  const programme = loadProgramme(PACK);
  const figures: Demo["figures"] = { ...demo.figures, "2026Q4": fourthQuarter(demo) };
  return {
    title: "A year of thirteen towns",
    let: {
      office: nameOf(demo, "city_office", ""),
      leader: nameOf(demo, "leader", ""),
      askers: yearPeople(demo)
        .filter((person) => person.role === "department")
        .map((person) => person.name),
      quarters: QUARTERS.map((quarter) => ({
        ...quarter,
        reports: onePerTown(programme, quarter, (town, at) =>
          report(demo, programme, quarter, town, at, figures[quarter.period]?.[town.slug]),
        ),
        silent: quarter.silent.map((slug) => nameOf(demo, "town_official", slug)),
      })),
    },
    steps: YEAR_STEPS,
  };
}

/** The towns that report, in the order of time: five days' worth after opening, then the late ones. */
function onePerTown<T>(programme: Programme, quarter: Quarter, make: (town: Town, at: string) => T): T[] {
  const reporting = programme.towns.filter((town) => !quarter.silent.includes(town.slug));
  return reporting
    .map((town, index) => ({ town, at: quarter.late[town.slug] ?? dayAfter(quarter.opens, index) }))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ town, at }) => make(town, at));
}

// Three towns a day, from the day after the opening.
function dayAfter(opens: string, index: number): string {
  const day = new Date(`${opens.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1 + Math.floor(index / 3));
  return `${day.toISOString().slice(0, 10)}T${String(9 + 2 * (index % 3)).padStart(2, "0")}:00`;
}

function report(
  demo: Demo,
  programme: Programme,
  quarter: Quarter,
  town: Town,
  at: string,
  figures: TownFigures | undefined,
) {
  const period = parsePeriod(quarter.period);
  const plan = demo.plans["2026"]?.[town.slug];
  if (!period || !plan || !figures) throw new Error(`no figures of ${town.slug} in ${quarter.period}`);
  const inputs = figureInputs(figures, { programme, town: town.slug, period, plan, earlier: [] });
  const isBare = quarter.bare.includes(town.slug);
  return {
    town: town.name,
    slug: town.slug,
    at,
    isLate: town.slug in quarter.late,
    official: nameOf(demo, "town_official", town.slug),
    deputy: nameOf(demo, "town_official", town.slug, 1),
    reviewer: nameOf(demo, "county_reviewer", countyOf(programme, town).slug),
    sections: sectionsOf(programme),
    image: IMAGE,
    knows: Object.fromEntries(Object.entries(inputs).flatMap(boxes)),
    bare: isBare,
    /** What submitting is answered with: without a photo the bot asks first. */
    answer: isBare ? "还缺照片" : "已提交",
    photo: isBare ? "" : `${quarter.period} ${town.slug}`,
    returned: quarter.returned.includes(town.slug),
  };
}

/** An item is two boxes: its percentage while it is going on, and its state. */
function boxes([name, value]: [string, string]): Array<[string, string]> {
  if (!name.includes("/item.")) return [[name, value]];
  const percent = Number(value);
  if (percent <= 0)
    return [
      [name, ""],
      [`${name}.status`, "none"],
    ];
  if (percent >= 100)
    return [
      [name, ""],
      [`${name}.status`, "done"],
    ];
  return [
    [name, value],
    [`${name}.status`, "going"],
  ];
}

function nameOf(demo: Demo, role: string, area: string, nth = 0): string {
  const person = demo.people.filter((one) => one.role === role && one.area === area)[nth];
  if (person === undefined) throw new Error(`the demo has no ${role} of ${area}`);
  return person.name;
}
