import { nodeName } from "../../../cards/names.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Scheme, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";
import type { BookSheet, Cell, Formula } from "../book/book.ts";
import type { Layout } from "./layout.ts";
import { parametersOf } from "./parameters.ts";
import type { WorkbookText } from "./text.ts";

/** The tree with its weights and parameters, one row for each node, children below their group, then the settings. */
export function weightSheet(
  scheme: Scheme,
  layout: Layout,
  { text, locale }: { text: WorkbookText; locale: Locale },
): BookSheet {
  const { name, parent, weight, share, kind } = text.weights;
  const rows = listed(scheme.root).map(({ node, above, depth }): Cell[] => {
    const own = parametersOf(node);
    return [
      `${"　".repeat(depth)}${above ? nodeName(node, locale) : text.whole}`,
      above ? (above.id === scheme.root.id ? text.whole : nodeName(above, locale)) : "",
      node.weight,
      above ? shareOf(node, above, layout) : 1,
      text.kinds[isGroup(node) ? node.aggregate : node.value.kind],
      ...layout.parameters.map((parameter) => own[parameter] ?? ""),
    ];
  });
  return {
    name: layout.sheets.weights,
    title: layout.sheets.weights,
    lines: [text.weightsNote],
    columns: [
      { title: name, width: 26, format: "text" },
      { title: parent, width: 16, format: "text" },
      { title: weight, width: 10, format: "plain" },
      { title: share, width: 12, format: "share" },
      { title: kind, width: 16, format: "text" },
      ...layout.parameters.map((parameter) => ({ title: text.parameters[parameter], width: 12 })),
    ],
    rows: [
      ...rows,
      [{ value: text.decimals, tone: "strong" }, "", scheme.decimals],
      [{ value: text.bonusMax, tone: "strong" }, "", scheme.adjust?.bonus?.max ?? 0],
    ],
    freeze: 1,
  };
}

type Listed = { node: SchemeNode; above: SchemeNode | null; depth: number };

function listed(node: SchemeNode, above: SchemeNode | null = null, depth = 0): Listed[] {
  const below = isGroup(node) ? node.children.flatMap((child) => listed(child, node, depth + 1)) : [];
  return [{ node, above, depth }, ...below];
}

function shareOf(node: SchemeNode, above: SchemeNode, { weightRow }: Layout): Formula {
  const siblings = isGroup(above) ? above.children : [];
  const whole = siblings.reduce((sum, child) => sum + child.weight, 0);
  const cell = ({ id }: SchemeNode) => `C${weightRow(id)}`;
  const formula = `IF(SUM(${siblings.map(cell).join()})=0,0,${cell(node)}/SUM(${siblings.map(cell).join()}))`;
  return { formula, result: whole > 0 ? node.weight / whole : 0 };
}
