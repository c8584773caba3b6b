import { distinctTownName, nameOf } from "../../../cards/names.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import { ownColumn } from "../../domain/programme/score-columns.ts";
import { type BookSheet, each, type Format } from "../book/book.ts";
import type { Layout } from "./layout.ts";
import type { WorkbookText } from "./text.ts";

type Reader = { programme: Programme; text: WorkbookText; locale: Locale };

/** The frozen figures, one row for each town in ranking order; an empty cell means not applicable. */
export function inputSheet(now: Frozen, layout: Layout, { programme, text, locale }: Reader): BookSheet {
  const values = new Map(now.inputs.table.rows.map((row) => [row.id, row.values]));
  const columns = layout.inputs.map((column) => inputColumn(column, programme, text, locale));
  return {
    name: layout.sheets.inputs,
    title: layout.sheets.inputs,
    lines: [text.inputsNote],
    columns: [
      { title: text.town, width: 14, format: "text" },
      { title: text.state, width: 8, format: "text" },
      ...columns.map(({ title, format }) => ({ title, width: format === "amount" ? 12 : 9, format })),
    ],
    under: [[text.unit, "", ...columns.map(({ unit }) => unit)]],
    rows: each(layout.towns, ({ town, reported }) => [
      townLabel(town, programme, locale),
      reported ? text.reported : { value: text.notReported, tone: "grey" },
      ...layout.inputs.map((column) => values.get(town)?.[column] ?? null),
    ]),
    freeze: 2,
  };
}

export function townLabel(slug: string, programme: Programme, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}

type InputColumn = { title: string; unit: string; format: Format };

/** An input's name and unit in words. */
function inputColumn(column: string, programme: Programme, text: WorkbookText, locale: Locale): InputColumn {
  const dot = column.lastIndexOf(".");
  const area = programme.areas.find(({ id }) => id === column.slice(0, dot));
  const part = column.slice(dot + 1);
  if (area && (part === "done" || part === "due"))
    return { title: text.area(nameOf(area, locale), part), unit: text.units.count, format: 2 };
  const own = programme.fields.find(({ id }) => column === ownColumn(id));
  if (own) {
    const unit = own.unit ? nameOf(own.unit, locale) : text.units[own.kind];
    return { title: nameOf(own, locale), unit, format: own.kind };
  }
  const known = text.columns[column];
  return known ?? { title: column, unit: "", format: "plain" };
}
