import { stageNames } from "../../../cards/text/stage-names.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { STAGES } from "../../domain/programme/stage-schema.ts";
import { type BookRow, type BookSheet, type Cell, joined, parted, wordsOf } from "./book.ts";
import { type Draft, numberIn } from "./draft.ts";
import { cellsOf, NAME, NAME_EN } from "./places-sheets.ts";

// Days that differ, who is told of what is overdue, stages, phases, procedures.

const DAYS = "顺延";
const LADDER_SHEET = "催办";
const PHASES = "阶段目标";
const STAGE_SHEET = "阶段条件";
const PROCEDURES = "办事流程";
const INITIALS = "易混简称";
const FORMER = "撤并";
const UNITS = wordsOf({ towns: "单位", departments: "部门" });
const WHICH = wordsOf({ deadline: "报送截止", objection: "异议截止" });
const TOLD = wordsOf({
  owner: "责任人",
  principal: "主要领导",
  county_group: "县工作群",
  leading_group: "领导小组",
});
const STAGE = wordsOf(stageNames("zh-CN").stages);
const DECIDES = wordsOf({ office: "市办", leader: "领导" });
const LISTS = wordsOf({ checklist: "条件", papers: "材料" });
const OFF = wordsOf({ off: "停用", on: "照办" });

export const days: BookSheet = {
  name: DAYS,
  about: "个别季度的截止日；一般空着",
  columns: [
    { title: "哪一项", width: 12, choices: WHICH.words },
    { title: "季度", width: 10 },
    { title: "日期", width: 14 },
    { title: "原因", width: 40 },
  ],
  optional: true,
  rows: ({ deadline, objection }) => [
    ...deadline.overrides.map(({ period, due, reason }) => [WHICH.word("deadline"), period, due, reason]),
    ...(objection?.overrides ?? []).map(({ period, until, reason }) => [
      WHICH.word("objection"),
      period,
      until,
      reason,
    ]),
  ],
  read: (rows, draft) => {
    draft.put(["deadline", "overrides"], []);
    const counts = { deadline: 0, objection: 0 };
    for (const row of rows) {
      const { text, put } = cellsOf(DAYS, row, draft);
      const which = WHICH.value(text("哪一项")) === "objection" ? "objection" : "deadline";
      const at = [which, "overrides", counts[which]] as const;
      counts[which] += 1;
      put([...at, "period"], "季度");
      put([...at, which === "deadline" ? "due" : "until"], "日期");
      put([...at, "reason"], "原因");
    }
  },
};

export const ladder: BookSheet = {
  name: LADDER_SHEET,
  about: "逾期第几个工作日告诉谁",
  columns: [
    { title: "第几个工作日", width: 14 },
    { title: "告诉谁", width: 14, choices: TOLD.words },
  ],
  optional: true,
  rows: ({ ladder }) => ladder.map(({ day, to }) => [day, TOLD.word(to)]),
  read: (rows, draft) =>
    rows.forEach((row, i) => {
      const { text, put } = cellsOf(LADDER_SHEET, row, draft);
      put(["ladder", i, "day"], "第几个工作日", numberIn(text("第几个工作日")));
      put(["ladder", i, "to"], "告诉谁", TOLD.value(text("告诉谁")));
    }),
};

export const phases: BookSheet = {
  name: PHASES,
  about: "各批次的目标；年份由市办以后确定的空着；“应达到”写成 1：申报省级",
  columns: [
    { title: "批次", width: 8 },
    { title: "年份", width: 10, optional: true },
    { title: "目标", width: 50 },
    { title: "目标（英文）", width: 50, optional: true },
    { title: "应达到", width: 40, optional: true },
  ],
  rows: ({ phases }) =>
    phases.map(({ phase, year, goal, goalEn, reach }) => [
      phase,
      year,
      goal,
      goalEn,
      joined(reach.map((one) => `${one.phase}：${STAGE.word(one.stage)}`)),
    ]),
  read: (rows, draft) => {
    draft.put(["phases"], []);
    rows.forEach((row, i) => {
      readPhase(row, i, draft);
    });
  },
};

function readPhase(row: BookRow, i: number, draft: Draft): void {
  const { text, put } = cellsOf(PHASES, row, draft);
  const at = ["phases", i] as const;
  put([...at, "phase"], "批次", numberIn(text("批次")));
  put([...at, "year"], "年份", text("年份") === "" ? null : numberIn(text("年份")));
  put([...at, "goal"], "目标");
  put([...at, "goalEn"], "目标（英文）", text("目标（英文）") || text("目标"));
  put([...at, "reach"], "应达到", []);
  parted(text("应达到")).forEach((part, n) => {
    const [phase = "", stage = ""] = part.split(/[:：]/).map((one) => one.trim());
    put([...at, "reach", n, "phase"], "应达到", numberIn(phase));
    put([...at, "reach", n, "stage"], "应达到", STAGE.value(stage));
  });
}

export const stages: BookSheet = {
  name: STAGE_SHEET,
  about: "进入每个阶段前要具备的条件、要交的材料，由谁决定",
  columns: [
    { title: "阶段", width: 14, choices: STAGE.words },
    { title: "由谁决定", width: 12, choices: DECIDES.words },
    { title: "类别", width: 10, choices: LISTS.words, optional: true },
    { ...NAME, optional: true },
    NAME_EN,
    { title: "标识", width: 18, optional: true },
  ],
  optional: true,
  rows: ({ stages }) =>
    STAGES.flatMap((stage): Cell[][] => {
      const entry = stages.get(stage);
      if (!entry) return [];
      const first = [STAGE.word(stage), DECIDES.word(entry.decides)];
      const listed = (["checklist", "papers"] as const).flatMap((list) =>
        entry[list].map(({ id, name, nameEn }) => [...first, LISTS.word(list), name, nameEn, id]),
      );
      return listed.length > 0 ? listed : [[...first, null, null, null, null]];
    }),
  read: (rows, draft) => {
    const counts = new Map<string, number>();
    for (const row of rows) readStage(row, counts, draft);
  },
};

function readStage(row: BookRow, counts: Map<string, number>, draft: Draft): void {
  const { text, put } = cellsOf(STAGE_SHEET, row, draft);
  const at = ["stages", STAGE.value(text("阶段"))] as const;
  put([...at, "decides"], "由谁决定", DECIDES.value(text("由谁决定")));
  if (text("类别") === "" && text("名称") === "") return;
  const list = LISTS.value(text("类别"));
  const n = counts.get(`${at[1]} ${list}`) ?? 0;
  counts.set(`${at[1]} ${list}`, n + 1);
  put([...at, list, n, "id"], "标识", text("标识") || `${list}_${n + 1}`);
  put([...at, list, n, "name"], "名称");
  put([...at, list, n, "nameEn"], "英文名", text("英文名") || text("名称"));
}

export const procedures: BookSheet = {
  name: PROCEDURES,
  about: "停用的流程，或者改用别的工作日；流程和状态的名称见 docs/programme.zh-CN.md",
  columns: [
    { title: "流程", width: 18 },
    { title: "是否停用", width: 10, choices: OFF.words, optional: true },
    { title: "状态", width: 18, optional: true },
    { title: "工作日", width: 10, optional: true },
  ],
  optional: true,
  rows: ({ procedures }) => Object.entries(procedures).flatMap(procedureRows),
  read: (rows, draft) => {
    for (const row of rows) {
      const { text, put } = cellsOf(PROCEDURES, row, draft);
      const at = ["procedures", text("流程")] as const;
      put([...at, "off"], "是否停用", OFF.value(text("是否停用")) === "off");
      if (text("状态") !== "") put([...at, "days", text("状态")], "工作日", numberIn(text("工作日")));
    }
  },
};

function procedureRows([id, { off, days }]: [string, Programme["procedures"][string]]): Cell[][] {
  const first = [id, OFF.word(off ? "off" : "on")];
  const each = Object.entries(days).map(([state, n]) => [...first, state, n]);
  return each.length > 0 ? each : [[...first, null, null]];
}

export const former: BookSheet = {
  name: FORMER,
  about: "项目开始以后撤并的单位和部门：未办的事归承接的一方；没有就空着",
  columns: [
    { title: "类别", width: 10, choices: UNITS.words },
    NAME,
    NAME_EN,
    { title: "标识", width: 18 },
    { title: "承接方标识", width: 18 },
  ],
  optional: true,
  rows: ({ former }) =>
    (["towns", "departments"] as const).flatMap((list) =>
      former[list].map(({ slug, name, nameEn, into }) => [UNITS.word(list), name, nameEn, slug, into]),
    ),
  read: (rows, draft) => {
    draft.put(["former"], {});
    const counts = new Map<string, number>();
    for (const row of rows) {
      const { text, put } = cellsOf(FORMER, row, draft);
      const list = UNITS.value(text("类别"));
      const n = counts.get(list) ?? 0;
      counts.set(list, n + 1);
      put(["former", list, n, "slug"], "标识");
      put(["former", list, n, "name"], "名称");
      put(["former", list, n, "nameEn"], "英文名", text("英文名") || text("名称"));
      put(["former", list, n, "into"], "承接方标识");
    }
  },
};

export const initials: BookSheet = {
  name: INITIALS,
  about: "一个简称指几个地方：说它的时候反问是哪一个",
  columns: [
    { title: "简称", width: 14 },
    { title: "指", width: 50 },
  ],
  optional: true,
  rows: ({ ambiguousInitials }) =>
    Object.entries(ambiguousInitials).map(([short, names]) => [short, joined(names)]),
  read: (rows, draft) => {
    for (const row of rows)
      cellsOf(INITIALS, row, draft).put(
        ["ambiguousInitials", row.text("简称")],
        "指",
        parted(row.text("指")),
      );
  },
};
