import type { Workbook } from "exceljs";
import type { Locale } from "../../domain/programme/people.ts";
import type { LeafValue, Scheme, SchemeNode } from "../../domain/scoring/scheme.ts";
import { isGroup } from "../../domain/scoring/scheme-tree.ts";
import { FIRST_ROW, type Layout } from "./layout.ts";
import { PARAMETERS, type Parameter } from "./parameters.ts";
import type { WorkbookText } from "./text.ts";

/** The tree with its weights and parameters, one row for each node, children below their group. */
export function addWeights(
  workbook: Workbook,
  scheme: Scheme,
  layout: Layout,
  { text, locale }: { text: WorkbookText; locale: Locale },
): void {
  const sheet = workbook.addWorksheet(layout.sheets.weights);
  sheet.getRow(1).values = [layout.sheets.weights];
  sheet.getRow(2).values = [text.decimals, scheme.decimals];
  sheet.getRow(3).values = [text.bonusMax, scheme.adjust?.bonus?.max ?? 0];
  const { id, name, parent, weight, share, kind } = text.weights;
  const headings = PARAMETERS.map((parameter) => text.parameters[parameter]);
  sheet.getRow(FIRST_ROW - 1).values = [id, name, parent, weight, share, kind, ...headings];
  listed(scheme.root).forEach(({ node, above, depth }, i) => {
    const at = FIRST_ROW + i;
    const own = parametersOf(node);
    const label = `${"　".repeat(depth)}${nodeLabel(node, locale)}`;
    sheet.getRow(at).values = [
      node.id,
      label,
      above?.id ?? "",
      node.weight,
      above ? shareOf(node, above, at) : 1,
      text.kinds[isGroup(node) ? node.aggregate : node.value.kind],
      ...PARAMETERS.map((parameter) => own[parameter] ?? ""),
    ];
    sheet.getCell(`E${at}`).numFmt = "0.00%";
  });
  sheet.columns.forEach((column, i) => {
    column.width = i === 1 ? 20 : 12;
  });
}

export function nodeLabel(node: SchemeNode, locale: Locale): string {
  return (locale === "en" ? node.labelEn : node.label) ?? node.id;
}

type Listed = { node: SchemeNode; above: SchemeNode | null; depth: number };

function listed(node: SchemeNode, above: SchemeNode | null = null, depth = 0): Listed[] {
  const below = isGroup(node) ? node.children.flatMap((child) => listed(child, node, depth + 1)) : [];
  return [{ node, above, depth }, ...below];
}

function shareOf(node: SchemeNode, above: SchemeNode, row: number): { formula: string; result: number } {
  const whole = isGroup(above) ? above.children.reduce((sum, child) => sum + child.weight, 0) : 0;
  return { formula: `D${row}/SUMIF(C:C,C${row},D:D)`, result: whole > 0 ? node.weight / whole : 0 };
}

function parametersOf(node: SchemeNode): Partial<Record<Parameter, number>> {
  if (isGroup(node)) return { minShare: node.minShare };
  return ownParameters(node.value);
}

function ownParameters(value: LeafValue): Partial<Record<Parameter, number>> {
  switch (value.kind) {
    case "ratio":
      return value.cap === undefined ? { out: value.out } : { out: value.out, cap: value.cap };
    case "goalposts":
      return { low: value.low, high: value.high, from: value.out[0], to: value.out[1] };
    case "minmax":
      return { from: value.out[0], to: value.out[1] };
    case "efficacy":
      return { satisfactory: value.satisfactory, unacceptable: value.unacceptable };
    case "late":
      return { perDay: value.perDay, zeroAfter: value.zeroAfter };
    case "penalty":
    case "raw":
      return {};
  }
}
