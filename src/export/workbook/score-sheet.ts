import { nodeName } from "../../../cards/names.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import type { FrozenRow } from "../../domain/ranking/publication.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";
import type { ScoredUnit } from "../../domain/scoring/score-table.ts";
import { type BookSheet, type Cell, type Column, each, type Format, type Formula } from "../book/book.ts";
import { endFormulas, groupFormula, leafFormula, presentFormula } from "./formulas.ts";
import { townLabel } from "./input-sheet.ts";
import { type Block, FIRST_ROW, type Layout } from "./layout.ts";
import type { WorkbookText } from "./text.ts";

export type Sheets = { programme: Programme; text: WorkbookText; locale: Locale };

const ENDS = ["root", "bonus", "deduct", "total", "score", "rank", "was", "wasRank", "check"] as const;

/** Every indicator and group of every town as a formula, then total, score and rank beside the published ones. */
export function scoreSheet(
  now: Frozen,
  layout: Layout,
  { programme, text, locale, units }: Sheets & { units: Map<string, ScoredUnit> },
): BookSheet {
  const weights = layout.blocks.flatMap(({ children }) => [
    ...children.map((node): Formula => ({ formula: layout.weightCell(node.id), result: node.weight })),
    null,
  ]);
  return {
    name: layout.sheets.scores,
    title: layout.sheets.scores,
    lines: [text.scoresNote],
    columns: columnsOf(now, layout, { programme, text, locale }),
    under: [[text.weight, "", ...weights]],
    rows: each(now.result.rows, (frozen, i): Cell[] => {
      const row = FIRST_ROW + i;
      const reported = layout.towns[i]?.reported ?? false;
      const name = townLabel(frozen.town, programme, locale);
      const unit = units.get(frozen.town);
      if (!reported || !unit) return [name, { value: text.notReported, tone: "grey" }];
      return [
        name,
        text.reported,
        ...layout.blocks.flatMap((block) => blockCells(block, row, layout, unit)),
        ...endCells(row, { now, layout, text, unit, frozen }),
      ];
    }),
    freeze: 2,
  };
}

function columnsOf({ scheme }: Frozen, layout: Layout, { text, locale }: Sheets): Column[] {
  const figure = { width: 9.5, format: 2 } as const;
  const whole = layout.blocks.length === 1;
  return [
    { title: text.town, width: 14, format: "text" },
    { title: text.state, width: 8, format: "text" },
    ...layout.blocks.flatMap(({ group, children }): Column[] => [
      ...children.map((node) => ({ title: nodeName(node, locale), ...figure })),
      { title: whole ? text.present : text.presentOf(nodeName(group, locale)), ...figure, format: "plain" },
    ]),
    ...ENDS.map((name): Column => {
      const format = FORMATS[name];
      return { title: text.end[name], width: 10, format: format === "score" ? scheme.decimals : format };
    }),
  ];
}

/** `score`: with the scheme's decimals. */
const FORMATS: Record<(typeof ENDS)[number], Format | "score"> = {
  ...{ root: "score", bonus: 2, deduct: 2, total: "score", score: "score" },
  ...{ rank: "count", was: "score", wasRank: "count", check: "text" },
};

function blockCells(block: Block, row: number, layout: Layout, unit: ScoredUnit): Cell[] {
  const present = block.children.reduce(
    (sum, { id, weight }) => sum + ((unit.nodes[id] ?? null) === null ? 0 : weight),
    0,
  );
  return [
    ...block.children.map((node) => {
      const inner = layout.blocks.find(({ group }) => group.id === node.id) ?? block;
      const formula = isGroup(node) ? groupFormula(inner, row, layout) : leafFormula(node, row, layout);
      return come(formula, unit.nodes[node.id]);
    }),
    come(presentFormula(block, row, layout), present),
  ];
}

type Ending = { now: Frozen; layout: Layout; text: WorkbookText; unit: ScoredUnit; frozen: FrozenRow };

function endCells(row: number, { now, layout, text, unit, frozen }: Ending): Cell[] {
  const { bonus, deduct } = now.scheme.adjust ?? {};
  const formulas = endFormulas(row, layout, { bonus: bonus?.column, deduct: deduct?.column }, text);
  const { contributions, unrounded, score, rank, nodes } = unit;
  const none = unrounded === null;
  const root = layout.blocks.find(({ group }) => group.id === now.scheme.root.id);
  const same = score === frozen.score && rank === frozen.rank;
  return [
    root ? come(groupFormula(root, row, layout), nodes[now.scheme.root.id]) : null,
    come(formulas.bonus, none ? null : (contributions.bonus ?? 0)),
    come(formulas.deduct, none ? null : 0 - (contributions.deduct ?? 0)),
    come(formulas.total, unrounded),
    { value: come(formulas.score, score), tone: "strong" },
    { value: come(formulas.rank, rank), tone: "strong" },
    frozen.score,
    frozen.rank,
    { formula: formulas.check, result: same ? text.same : text.different },
  ];
}

/** A formula with its result; an empty text where there is none. */
export function come(formula: string, result: number | null | undefined): Formula {
  return { formula, result: result ?? "" };
}
