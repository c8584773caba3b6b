import type { DataValidation } from "exceljs";
import { type BookSheet, firstRow, letter, type Rule } from "./book.ts";

// What may be entered: a list to choose from, a number within bounds, a day.

/** A hidden sheet with the lists, the range of each of them, and all sheets. */
export type Choices = {
  ranges: ReadonlyMap<string, string>;
  sheets: readonly BookSheet[];
  sheet: { name: string; rows: string[][] } | null;
};

const CHOICES = "选项";
/** Rows of another sheet that are offered, those that may be added included. */
const DEEP = 500;
const FIRST_DAY = new Date(Date.UTC(2000, 0, 1));
const refuses = {
  ...{ allowBlank: true, showErrorMessage: true, errorStyle: "stop", errorTitle: "请核对" },
} as const;
const offers = { type: "list", allowBlank: true, showErrorMessage: false } as const;

/** Every list of a book once, in the columns of one sheet. */
export function choicesSheet(sheets: readonly BookSheet[]): Choices {
  const lists = new Map<string, readonly string[]>();
  for (const { columns } of sheets)
    for (const { rule } of columns) if (rule?.of === "list") lists.set(rule.list.join("\n"), rule.list);
  const all = [...lists.values()];
  const longest = Math.max(0, ...all.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) => all.map((list) => list[row] ?? ""));
  const ranges = [...lists].map(([key, { length }], i): [string, string] => {
    const at = letter(i + 1);
    return [key, `${CHOICES}!$${at}$1:$${at}$${length}`];
  });
  return { ranges: new Map(ranges), sheets, sheet: all.length === 0 ? null : { name: CHOICES, rows } };
}

/** The rule as the program knows it. */
export function ruleOf(rule: Rule, { ranges, sheets }: Choices): DataValidation {
  switch (rule.of) {
    case "list": {
      const formulae = [ranges.get(rule.list.join("\n")) ?? ""];
      return rule.open
        ? { ...offers, formulae }
        : { ...refuses, ...{ type: "list", formulae, error: "请从列表中选择" } };
    }
    case "sheet": {
      const from = sheets.find(({ name }) => name === rule.sheet);
      if (!from) throw new Error(`no sheet ${rule.sheet}`);
      return { ...offers, formulae: [`'${rule.sheet}'!$A$${firstRow(from)}:$A$${DEEP}`] };
    }
    case "number":
      return rule.most === undefined
        ? {
            ...refuses,
            ...{ type: "decimal", operator: "greaterThanOrEqual", formulae: [rule.least] },
            error: `请填不小于${rule.least}的数，不带单位`,
          }
        : {
            ...refuses,
            ...{ type: "decimal", operator: "between", formulae: [rule.least, rule.most] },
            error: `请填${rule.least}到${rule.most}的数，不带百分号`,
          };
    case "day":
      return {
        ...refuses,
        ...{ type: "date", operator: "greaterThan", formulae: [FIRST_DAY] },
        error: "请填日期，如2026-03-31",
      };
  }
}
