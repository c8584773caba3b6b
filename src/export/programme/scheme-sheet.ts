import { columnName } from "../../../cards/text/pack.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { scoreColumns } from "../../domain/programme/score-columns.ts";
import { roundHalfUp } from "../../domain/scoring/round-half-up.ts";
import type { Leaf, LeafValue, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";
import { type BookRow, type BookSheet, type Cell, wordsOf } from "./book.ts";
import { type Draft, numberIn, type Place } from "./draft.ts";

// The scheme as a table: every indicator on a row with the group it belongs to.

const SCHEME = "评分方案";
const AGGREGATE = wordsOf({ arithmetic: "加权平均", geometric: "几何平均", harmonic: "调和平均" });
const KIND = wordsOf({
  ratio: "完成率",
  goalposts: "区间",
  minmax: "最高最低",
  efficacy: "功效系数",
  late: "迟报扣分",
  penalty: "扣分",
  raw: "原值",
});
const WITHOUT = wordsOf({ renormalise: "其余分摊", zero: "记0分", exclude: "不参加排名" });
const DIRECTION = wordsOf({ "1": "越大越好", "-1": "越小越好" });
const LOG = wordsOf({ yes: "是", no: "否" });

/** A setting of one kind of indicator by its column; the others leave the cell empty. */
const SETTINGS = {
  封顶: "cap",
  下限: "low",
  上限: "high",
  满意值: "satisfactory",
  不允许值: "unacceptable",
  每天扣: "perDay",
  几天后记0: "zeroAfter",
} as const;

export const scheme: BookSheet = {
  name: SCHEME,
  about: "上级空着的一行是总分；权重是在同一上级里的份量",
  columns: [
    { title: "标识", width: 14 },
    { title: "上级", width: 14, optional: true },
    { title: "名称", width: 18, optional: true },
    { title: "英文名", width: 22, optional: true },
    { title: "权重", width: 8, optional: true },
    { title: "合成方式", width: 12, choices: AGGREGATE.words, optional: true },
    { title: "最低数据占比（%）", width: 12, optional: true },
    { title: "算法", width: 12, choices: KIND.words, optional: true },
    { title: "数据", width: 26, choices: { sheet: "数据列" }, optional: true },
    { title: "与之相比", width: 26, choices: { sheet: "数据列" }, optional: true },
    ...Object.keys(SETTINGS).map((title) => ({ title, width: 10, optional: true }) as const),
    { title: "满分", width: 8, optional: true },
    { title: "起分", width: 8, optional: true },
    { title: "取对数", width: 8, choices: LOG.words, optional: true },
    { title: "不超出", width: 8, choices: LOG.words, optional: true },
    { title: "方向", width: 10, choices: DIRECTION.words, optional: true },
    { title: "缺数据时", width: 12, choices: WITHOUT.words, optional: true },
  ],
  rows: (programme) => rowsBelow(programme.scheme.root, null, programme),
  read: (rows, draft) => {
    for (const [id, name] of USUAL) draft.name("column", id, name);
    readTree(rows, draft);
  },
};

const USUAL = scoreColumns({ areas: [], fields: [] }).map(
  (id) => [id, columnName(id, { areas: [], fields: [] })] as const,
);

function rowsBelow(node: SchemeNode, above: string | null, programme: Programme): Cell[][] {
  const head = [node.id, above, node.label ?? null, node.labelEn ?? null, node.weight];
  if (!isGroup(node)) return [[...head, null, null, ...leafCells(node, programme)]];
  const own = [...head, AGGREGATE.word(node.aggregate), roundHalfUp(node.minShare * 100, 6)];
  return [own, ...node.children.flatMap((child) => rowsBelow(child, node.id, programme))];
}

function leafCells({ value, na }: Leaf, programme: Programme): Cell[] {
  const name = (column: string) => columnName(column, programme);
  const [of, to] = value.kind === "ratio" ? [name(value.of), name(value.to)] : [name(value.column), null];
  const settings = Object.values(SETTINGS).map((key) => settingOf(value, key));
  const out = "out" in value ? value.out : null;
  return [
    KIND.word(value.kind),
    of,
    to,
    ...settings,
    Array.isArray(out) ? (out[1] ?? null) : out,
    Array.isArray(out) ? (out[0] ?? null) : null,
    value.kind === "goalposts" ? LOG.word(value.log ? "yes" : "no") : null,
    value.kind === "goalposts" ? LOG.word(value.clamp ? "yes" : "no") : null,
    value.direction === undefined ? null : DIRECTION.word(value.direction === 1 ? "1" : "-1"),
    WITHOUT.word(na),
  ];
}

function settingOf(value: LeafValue, key: (typeof SETTINGS)[keyof typeof SETTINGS]): Cell {
  const found: unknown = key in value ? Reflect.get(value, key) : null;
  return typeof found === "number" ? found : null;
}

/** Builds the tree from the one row without a superior; what it does not reach is named. */
function readTree(rows: readonly BookRow[], draft: Draft): void {
  const wrong = (row: BookRow, title: string, reason: string, repair: string) =>
    draft.problems.push({ place: { sheet: SCHEME, row: row.row, title }, reason, repair });
  const below = new Map<string, BookRow[]>();
  for (const row of rows) below.set(row.text("上级"), [...(below.get(row.text("上级")) ?? []), row]);
  const [root, ...others] = below.get("") ?? [];
  for (const row of others) wrong(row, "上级", "只能有一行不填上级", "填上它所属的上级");
  if (!root) {
    const place = { sheet: SCHEME, row: 0, title: "上级" };
    draft.problems.push({ place, reason: "没有总分：每一行都填了上级", repair: "让总分的一行不填上级" });
    return;
  }
  const reached = new Set<BookRow>();
  const walk = (row: BookRow, path: ReadonlyArray<string | number>): void => {
    reached.add(row);
    putNode(row, path, (below.get(row.text("标识")) ?? []).length > 0, draft);
    (below.get(row.text("标识")) ?? []).forEach((child, i) => {
      if (!reached.has(child)) walk(child, [...path, "children", i]);
    });
  };
  walk(root, ["scheme", "root"]);
  const ids = new Set(rows.map((row) => row.text("标识")));
  for (const row of rows.filter((one) => !reached.has(one) && !others.includes(one)))
    if (ids.has(row.text("上级"))) wrong(row, "上级", "上级成了环，归不到总分", "改正上级，让它最终归到总分");
    else wrong(row, "上级", `没有标识为“${row.text("上级")}”的一行`, "改成表里有的标识，或者补上那一行");
}

function putNode(row: BookRow, path: ReadonlyArray<string | number>, group: boolean, draft: Draft): void {
  const place = (title: string): Place => ({ sheet: SCHEME, row: row.row, title });
  const { text } = row;
  const put = (key: readonly (string | number)[], title: string, value: unknown) =>
    draft.put([...path, ...key], value, place(title));
  const optional = (key: string, title: string) =>
    text(title) === "" ? undefined : put([key], title, text(title));
  draft.put([...path, "id"], text("标识"), place("标识"));
  draft.nodes.set(text("标识"), [...path, "id"]);
  optional("label", "名称");
  optional("labelEn", "英文名");
  if (text("权重") !== "") put(["weight"], "权重", numberIn(text("权重")));
  if (group || text("算法") === "") {
    put(["aggregate"], "合成方式", AGGREGATE.value(text("合成方式") || "加权平均"));
    const share = numberIn(text("最低数据占比（%）") || "0");
    put(["minShare"], "最低数据占比（%）", typeof share === "number" ? roundHalfUp(share / 100, 8) : share);
    put(["children"], "上级", []);
    return;
  }
  putValue(row, put, draft);
  if (text("缺数据时") !== "") put(["na"], "缺数据时", WITHOUT.value(text("缺数据时")));
}

function putValue(
  { text }: BookRow,
  put: (key: readonly (string | number)[], title: string, value: unknown) => void,
  draft: Draft,
): void {
  const kind = KIND.value(text("算法"));
  const column = (title: string) => draft.idOf("column", text(title));
  put(["value", "kind"], "算法", kind);
  put(["value", kind === "ratio" ? "of" : "column"], "数据", column("数据"));
  if (kind === "ratio") put(["value", "to"], "与之相比", column("与之相比"));
  for (const [title, key] of Object.entries(SETTINGS))
    if (text(title) !== "") put(["value", key], title, numberIn(text(title)));
  if (text("满分") !== "") {
    const full = numberIn(text("满分"));
    put(["value", "out"], "满分", text("起分") === "" ? full : [numberIn(text("起分")), full]);
  }
  for (const [title, key] of [
    ["取对数", "log"],
    ["不超出", "clamp"],
  ] as const)
    if (text(title) !== "") put(["value", key], title, text(title) === "是");
  if (text("方向") !== "") put(["value", "direction"], "方向", Number(DIRECTION.value(text("方向"))));
}
