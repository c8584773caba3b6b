import type { Group, Leaf, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup, nodesOf } from "../../domain/scoring/scheme-tree.ts";
import { type Block, FIRST_ROW, type Layout, WEIGHT_ROW } from "./layout.ts";

// The scheme's arithmetic (scoring.md 8) as spreadsheet formulas. An empty text means "not applicable".

const NONE = '""';

/** An indicator's own score, from the inputs sheet and the parameters on the weights sheet. */
export function leafFormula(leaf: Leaf, row: number, layout: Layout): string {
  const { value } = leaf;
  const none = leaf.na === "zero" ? "0" : NONE;
  const cell = (column: string) => `'${layout.sheets.inputs}'!${layout.inputColumn(column)}${row}`;
  const p = (name: Parameters<Layout["parameter"]>[1]) => layout.parameter(leaf.id, name);
  if (value.kind === "ratio") {
    const [of, to] = [cell(value.of), cell(value.to)];
    const ratio = `MAX(0,${of}/${to})`;
    const counted = value.cap === undefined ? ratio : `MIN(${ratio},${p("cap")})`;
    return `IF(AND(ISNUMBER(${of}),ISNUMBER(${to})),IF(${to}=0,${none},${p("out")}*${counted}),${none})`;
  }
  const x = cell(value.column);
  const present = (score: string) => `IF(ISNUMBER(${x}),${score},${none})`;
  switch (value.kind) {
    case "goalposts": {
      const held = value.clamp ? `MEDIAN(${x},${p("low")},${p("high")})` : x;
      const [at, low, high] = [held, p("low"), p("high")].map((one) => (value.log ? `LN(${one})` : one));
      return present(along(`(${at}-${low})/(${high}-${low})`, value.direction, p));
    }
    case "minmax": {
      const column = layout.inputColumn(value.column);
      const all = `'${layout.sheets.inputs}'!${column}$${FIRST_ROW}:${column}$${layout.lastRow}`;
      const share = `IF(MAX(${all})=MIN(${all}),0.5,(${x}-MIN(${all}))/(MAX(${all})-MIN(${all})))`;
      return present(along(share, value.direction, p));
    }
    case "efficacy":
      return present(`(${x}-${p("unacceptable")})/(${p("satisfactory")}-${p("unacceptable")})*40+60`);
    case "late":
      return present(`IF(${x}>${p("zeroAfter")},0,MAX(0,100-${p("perDay")}*MAX(0,${x})))`);
    case "penalty":
      return present(`MAX(0,100-${x})`);
    case "raw":
      return present(value.direction === -1 ? `0-${x}` : x);
  }
}

function along(share: string, direction: 1 | -1 | undefined, p: (name: "from" | "to") => string): string {
  const [from, to] = direction === -1 ? [p("to"), p("from")] : [p("from"), p("to")];
  return `${from}+(${to}-${from})*${share}`;
}

/** The total weight of the group's children that apply to the town. */
export function presentFormula({ children }: Block, row: number, layout: Layout): string {
  const { weights, scores } = spans(children, row, layout);
  return `SUMPRODUCT(${weights},--ISNUMBER(${scores}))`;
}

/**
 * A group's score: the mean of its applicable children; empty below its `minShare`, or when a mandatory figure is
 * missing.
 */
export function groupFormula(block: Block, row: number, layout: Layout): string {
  const { group, children } = block;
  const { weights } = spans(children, row, layout);
  const present = `${block.present}${row}`;
  const least = `${present}<SUM(${weights})*(${layout.parameter(group.id, "minShare")}-1E-9)`;
  const lacking = group.minShare > 0 ? `OR(${present}=0,${least})` : `${present}=0`;
  const insists = nodesOf(group).filter((node) => !isGroup(node) && node.na === "exclude");
  const cells = insists.map(({ id }) => `${layout.nodeColumn(id)}${row}`);
  const missing = cells.length > 0 ? `OR(${lacking},COUNT(${cells.join()})<${cells.length})` : lacking;
  return `IF(${missing},${NONE},${meanFormula(block, row, layout)})`;
}

function meanFormula({ group, children, present }: Block, row: number, layout: Layout): string {
  const { weights, scores } = spans(children, row, layout);
  if (group.aggregate === "arithmetic") return `SUMPRODUCT(${weights},${scores})/${present}${row}`;
  const counted = children.filter(({ weight }) => weight > 0).map(({ id }) => layout.nodeColumn(id));
  const sum = (term: (cell: string) => string) =>
    counted.map((at) => `IF(ISNUMBER(${at}${row}),${at}$${WEIGHT_ROW}*${term(`${at}${row}`)},0)`).join("+");
  // A child at or below zero makes the group zero.
  const zero = counted.map((at) => `AND(ISNUMBER(${at}${row}),N(${at}${row})<=0)`).join();
  return group.aggregate === "geometric"
    ? `IF(OR(${zero}),0,EXP((${sum((cell) => `LN(${cell})`)})/${present}${row}))`
    : `IF(OR(${zero}),0,${present}${row}/(${sum((cell) => `1/${cell}`)}))`;
}

function spans(children: SchemeNode[], row: number, layout: Layout): { weights: string; scores: string } {
  const from = layout.nodeColumn(children[0]?.id ?? "");
  const to = layout.nodeColumn(children.at(-1)?.id ?? "");
  return { weights: `${from}$${WEIGHT_ROW}:${to}$${WEIGHT_ROW}`, scores: `${from}${row}:${to}${row}` };
}

/**
 * The columns after the tree: adjustments, total, rounded score, competition rank, comparison with the published
 * result.
 */
export function endFormulas(
  row: number,
  layout: Layout,
  adjust: { bonus?: string | undefined; deduct?: string | undefined },
  words: { same: string; different: string },
): Record<"bonus" | "deduct" | "total" | "score" | "rank" | "check", string> {
  const { end, sheets, lastRow } = layout;
  const cell = (column: string) => `N('${sheets.inputs}'!${layout.inputColumn(column)}${row})`;
  const scored = (formula: string) => `IF(ISNUMBER(${end.root}${row}),${formula},${NONE})`;
  const all = `${end.score}$${FIRST_ROW}:${end.score}$${lastRow}`;
  const bonus = adjust.bonus ? `MIN(${cell(adjust.bonus)},${layout.bonusCell})` : "0";
  return {
    bonus: scored(bonus),
    deduct: scored(adjust.deduct ? cell(adjust.deduct) : "0"),
    total: scored(`${end.root}${row}+${end.bonus}${row}-${end.deduct}${row}`),
    score: scored(`ROUND(${end.total}${row},${layout.decimalsCell})`),
    rank: scored(`RANK(${end.score}${row},${all})`),
    check: `IF(AND(${end.score}${row}=${end.was}${row},${end.rank}${row}=${end.wasRank}${row}),"${words.same}","${words.different}")`,
  };
}

/** One part of the score: its own score times its weight shares up to the root. */
export function pointsFormula(
  path: Array<{ node: SchemeNode; block: Block }>,
  row: number,
  layout: Layout,
): string {
  const on = (column: string, at: number | string) => `'${layout.sheets.scores}'!${column}${at}`;
  const part = path.at(-1);
  const own = layout.nodeColumn(part?.node.id ?? "");
  const there = [...path.map(({ node }) => layout.nodeColumn(node.id)), layout.end.root];
  const shares = path.map(
    ({ node, block }) => `*${on(layout.nodeColumn(node.id), `$${WEIGHT_ROW}`)}/${on(block.present, row)}`,
  );
  const all = there.map((column) => `ISNUMBER(${on(column, row)})`).join();
  return `IF(AND(${all}),${on(own, row)}${shares.join("")},${NONE})`;
}

/** Every part of a score with its path below the root: indicators, and groups that cannot be split. */
export function partsOf(layout: Layout, root: Group): Array<Array<{ node: SchemeNode; block: Block }>> {
  const walk = (group: Group): Array<Array<{ node: SchemeNode; block: Block }>> => {
    const block = layout.blocks.find((one) => one.group.id === group.id);
    if (!block) return [];
    return group.children
      .filter(({ weight }) => weight > 0)
      .flatMap((node) =>
        isGroup(node) && node.aggregate === "arithmetic"
          ? walk(node).map((path) => [{ node, block }, ...path])
          : [[{ node, block }]],
      );
  };
  return root.aggregate === "arithmetic" ? walk(root) : [];
}
