import type { Programme } from "../../domain/programme/programme.ts";
import { ownColumn } from "../../domain/programme/score-columns.ts";
import { type BookRow, type BookSheet, joined, parted, wordsOf } from "./book.ts";
import type { Draft } from "./draft.ts";
import { cellsOf, ID, NAME, NAME_EN, readNamed } from "./places-sheets.ts";

// What is reported: areas with their items, fund sources, figures of one's own; and the departments of the city.

export const AREAS = "建设内容";
const ITEMS = "事项";
const FUNDS = "资金来源";
const FIELDS = "自设指标";
const DEPARTMENTS = "部门";
const OF = wordsOf({ investment: "项目投资", project: "每个项目" });
const FIGURE = wordsOf({ amount: "金额（万元）", percent: "百分比", count: "数量" });
const YES = wordsOf({ yes: "是", no: "否" });
const ITEM = wordsOf({
  work: "工作",
  paper: "规划文本",
  control: "风貌管控",
  service: "服务设施",
  place: "部位",
  problem: "问题",
});
export const SAID = { title: "其他叫法", width: 40, optional: true } as const;

export const areas: BookSheet = {
  name: AREAS,
  about: "填报的几个方面；评分方案没有用到的不收",
  columns: [NAME, NAME_EN, ID, SAID],
  rows: ({ areas }) => areas.map(({ name, nameEn, id, said }) => [name, nameEn, id, joined(said)]),
  read: (rows, draft) =>
    readNamed("areas", AREAS, rows, draft, (id, name, row, i) => {
      draft.put(["areas", i, "items"], [], { sheet: ITEMS, row: 0, title: "" });
      draft.put(["areas", i, "figures"], []);
      cellsOf(AREAS, row, draft).put(["areas", i, "said"], SAID.title, parted(row.text(SAID.title)));
      draft.name("area", `${i} ${id}`, id, name);
      draft.name("section", id, name);
      draft.name("column", `${id}.done`, `${name}·已完成`);
      draft.name("column", `${id}.due`, `${name}·应完成`);
    }),
};

export const items: BookSheet = {
  name: ITEMS,
  about: "每个方面要做的事项，年度计划给每个事项定到期季度",
  columns: [
    { title: AREAS, width: 22, choices: { sheet: AREAS } },
    NAME,
    NAME_EN,
    ID,
    { title: "类别", width: 12, choices: ITEM.words, optional: true },
  ],
  rows: ({ areas }) =>
    areas.flatMap((area) =>
      area.items.map(({ name, nameEn, id, is }) => [area.name, name, nameEn, id, ITEM.word(is)]),
    ),
  read: (rows, draft) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const { text, put } = cellsOf(ITEMS, row, draft);
      const of = areaNamed(ITEMS, row, draft);
      if (!of) continue;
      const { index, area } = of;
      const n = counts.get(area) ?? 0;
      counts.set(area, n + 1);
      const at = ["areas", index, "items", n] as const;
      const id = text("标识") || `${area}.${n + 1}`;
      draft.name("item", id, `${area} ${text("名称")}`);
      put([...at, "id"], "标识", id);
      put([...at, "is"], "类别", ITEM.value(text("类别") || ITEM.word("work")));
      put([...at, "name"], "名称");
      put([...at, "nameEn"], "英文名", text("英文名") || text("名称"));
    }
  },
};

/** The area a row names in its first column; none is a problem of the row. */
export function areaNamed(sheet: string, row: BookRow, draft: Draft): { index: number; area: string } | null {
  const { text, place } = cellsOf(sheet, row, draft);
  const [index = "", area = ""] = draft.idOf("area", text(AREAS)).split(" ");
  if (/^\d+$/.test(index)) return { index: Number(index), area };
  const reason = `没有叫“${text(AREAS)}”的建设内容`;
  draft.problems.push({ place: place(AREAS), reason, repair: "从“建设内容”表里选" });
  return null;
}

export const funds: BookSheet = {
  name: FUNDS,
  about: "投资按来源填报；其他叫法用、隔开，如：县里、老板投的",
  columns: [NAME, NAME_EN, ID, SAID],
  rows: ({ fundSources }) =>
    fundSources.map(({ name, nameEn, id, said }) => [name, nameEn, id, joined(said)]),
  read: (rows, draft) =>
    readNamed("fundSources", FUNDS, rows, draft, (_, __, row, i) =>
      cellsOf(FUNDS, row, draft).put(["fundSources", i, "said"], SAID.title, parted(row.text(SAID.title))),
    ),
};

export const fields: BookSheet = {
  name: FIELDS,
  about: "除了投资和形象进度，还要填的数据",
  columns: [
    NAME,
    NAME_EN,
    ID,
    { title: "属于", width: 12, choices: OF.words },
    { title: "类型", width: 14, choices: FIGURE.words },
    { title: "必填", width: 8, choices: YES.words },
    { title: "累计", width: 8, choices: YES.words },
    { title: "单位", width: 8, optional: true },
    { title: "单位（英文）", width: 12, optional: true },
    SAID,
  ],
  rows: ({ fields }) => fields.map(fieldRow),
  optional: true,
  read: (rows, draft) => {
    draft.put(["fields"], []);
    readNamed("fields", FIELDS, rows, draft, (id, name, row, i) => {
      const { text, put } = cellsOf(FIELDS, row, draft);
      put(["fields", i, "of"], "属于", OF.value(text("属于")));
      put(["fields", i, "kind"], "类型", FIGURE.value(text("类型")));
      put(["fields", i, "required"], "必填", text("必填") === "是");
      put(["fields", i, "cumulative"], "累计", text("累计") === "是");
      put(["fields", i, "said"], SAID.title, parted(text(SAID.title)));
      draft.name("column", ownColumn(id), name);
      if (text("单位") === "") return;
      put(["fields", i, "unit", "name"], "单位");
      put(["fields", i, "unit", "nameEn"], "单位（英文）", text("单位（英文）") || text("单位"));
    });
  },
};

function fieldRow(field: Programme["fields"][number]) {
  const { unit } = field;
  return [
    field.name,
    field.nameEn,
    field.id,
    OF.word(field.of),
    FIGURE.word(field.kind),
    YES.word(field.required ? "yes" : "no"),
    YES.word(field.cumulative ? "yes" : "no"),
    unit?.name ?? null,
    unit?.nameEn ?? null,
    joined(field.said),
  ];
}

export const departments: BookSheet = {
  name: DEPARTMENTS,
  about: "督办事项和卡住的任务可以交给的市直部门",
  columns: [NAME, NAME_EN, ID],
  rows: ({ departments }) => departments.map(({ name, nameEn, slug }) => [name, nameEn, slug]),
  optional: true,
  read: (rows, draft) => {
    draft.put(["departments"], []);
    readNamed("departments", DEPARTMENTS, rows, draft, undefined, "slug");
  },
};
