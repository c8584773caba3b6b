import { type Demo, loadDemo } from "../../../src/cli/demo/demo-file.ts";
import { nameOf, type QuarterPlan, quarterData } from "../../../src/cli/demo/script/quarter.ts";
import { publishSteps, reportSteps, reviewSteps, STRICT } from "../../../src/cli/demo/script/steps.ts";
import { loadProgramme } from "../../../src/load-programme.ts";
import type { ScriptFile } from "../../../src/sandbox/scripts/script-schema.ts";

const PACK = "luliang-ten-towns";

const QUARTERS: QuarterPlan[] = [
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
    announced: "2026-07-24T16:00",
    published: "2026-07-29T10:00",
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
    announced: "2026-10-30T16:00",
    published: "2026-11-04T10:00",
    late: { xinyi: "2026-10-19T10:00", kaishan: "2026-10-23T10:00" },
    silent: ["shuangchi"],
    bare: ["xinyi", "wutong"],
    returned: ["beiwudang", "puming", "kaishan", "wutong"],
  },
];

/** The demo's own next quarter is the last of the year. */
function next({ script }: Demo): QuarterPlan[] {
  return script ? [script.next] : [];
}

/** The demo's people, and twelve more from departments who only ask questions: about sixty in all. */
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

/**
 * A year of the programme: four quarters, which open automatically, are filled in, returned, reviewed,
 * published and asked about.
 */
export function yearScript(): ScriptFile {
  const demo = loadDemo(PACK);
  if (demo === null) throw new Error("the pack has no demo");
  const programme = loadProgramme(PACK);
  return {
    title: "A year of thirteen towns",
    let: {
      office: nameOf(demo, "city_office", ""),
      leader: nameOf(demo, "leader", ""),
      bot: "bot",
      group: "十大特色镇领导小组",
      asked: "碛口镇",
      askers: yearPeople(demo)
        .filter((person) => person.role === "department")
        .map((person) => person.name),
      quarters: [...QUARTERS, ...next(demo)].map((quarter) => quarterData({ demo, programme }, quarter)),
    },
    steps: [
      // A year of messages in a minute exceeds the platform's limits.
      { faults: { limits_off: true } },
      { for: "asker", in: "{{askers}}", do: [{ who: "{{asker}}", enter: true }] },
      {
        for: "quarter",
        in: "{{quarters}}",
        do: [
          ...reportSteps(STRICT),
          ...reviewSteps(STRICT),
          ...publishSteps(STRICT),
          { for: "asker", in: "{{askers}}", do: [{ who: "{{asker}}", say: "排名" }] },
        ],
      },
    ],
  };
}
