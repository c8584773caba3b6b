import * as z from "zod";
import { columnName } from "../../cards/text/pack.ts";
import { PACK_FIELDS } from "../../cards/text/pack-fields.ts";
import { SCHEME_FIELDS } from "../../cards/text/scheme-fields.ts";
import { packSchema } from "../../src/domain/programme/pack-schema.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { scoreColumns } from "../../src/domain/programme/score-columns.ts";
import { fileSchema, groupSchema, leafSchema, valueSchemas } from "../../src/domain/scoring/scheme.ts";
import { PAGE } from "./programme-page-words.ts";

// The page about packs, from the schema that reads them and the words of its fields.

/** A part of a JSON schema, as far as the page needs it. */
const shape = z.object({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  format: z.string().optional(),
});
type Shape = z.infer<typeof shape>;
export type FieldRow = { path: string; kind: string; need: string };

/** A page about the pack in one language. */
export function programmePage(locale: Locale): string {
  const page = PAGE[locale];
  const rows = packRows(locale);
  const tops = [...new Set(rows.map(({ path }) => path.split(/[.[{]/)[0] ?? ""))];
  const parts = tops.map((top) => section(top, rows, locale));
  const scheme = schemeTables(locale).map(
    ([name, list]) => `### \`${name}\`\n\n${page.kinds[name] ?? ""}\n\n${table(list, SCHEME_FIELDS, locale)}`,
  );
  const columns = scoreColumns({ areas: [{ id: "AREA" }], fields: [{ id: "FIELD" }] });
  return [page.head, ...parts, page.scheme, ...scheme, columnPart(columns, locale), page.foot].join("\n\n");
}

/** Every field of the pack but those of its scheme. */
export function packRows(locale: Locale): FieldRow[] {
  const json = shape.parse(z.toJSONSchema(packSchema, { io: "input", unrepresentable: "any" }));
  return rowsOf(json, "", PAGE[locale]);
}

/** The fields of a scheme by what they belong to. */
export function schemeTables(locale: Locale): Array<[string, FieldRow[]]> {
  const parts = { scheme: fileSchema, group: groupSchema, indicator: leafSchema, ...valueSchemas };
  return Object.entries(parts).map(([name, schema]) => {
    const json = shape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
    const own = { ...json, properties: { ...json.properties } };
    // Described by the tables that follow.
    for (const part of ["root", "children", "value"]) if (part in own.properties) own.properties[part] = {};
    delete own.properties.kind;
    return [name, rowsOf(own, name, PAGE[locale])];
  });
}

type Page = (typeof PAGE)[Locale];

function rowsOf(schema: Shape, path: string, page: Page): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    const part = shape.parse(value);
    return rowsAt(part, at, needOf(part, schema.required?.includes(key) ?? false, page), page);
  });
}

function needOf(part: Shape, required: boolean, page: Page): string {
  if (part.default !== undefined) return `\`${JSON.stringify(part.default)}\``;
  return required ? page.required : page.optional;
}

function rowsAt(part: Shape, path: string, need: string, page: Page): FieldRow[] {
  const inner = (part.anyOf ?? []).map((one) => shape.parse(one)).find(({ properties }) => properties);
  if (inner) return [{ path, kind: page.types.object ?? "", need }, ...rowsOf(inner, path, page)];
  if (part.properties) return [{ path, kind: page.types.object ?? "", need }, ...rowsOf(part, path, page)];
  if (part.type === "array" && part.items !== undefined && !part.prefixItems) {
    const item = shape.parse(part.items);
    if (!item.properties) return [{ path: `${path}[]`, kind: typeOf(item, page), need }];
    return [{ path, kind: page.types.array ?? "", need }, ...rowsOf(item, `${path}[]`, page)];
  }
  const entry = shape.safeParse(part.additionalProperties);
  if (part.type === "object" && entry.success) return recordRows(entry.data, path, need, page);
  return [{ path, kind: typeOf(part, page), need }];
}

function recordRows(entry: Shape, path: string, need: string, page: Page): FieldRow[] {
  const own = { path, kind: page.types.record ?? "", need };
  if (entry.properties) return [own, ...rowsOf(entry, `${path}{}`, page)];
  const items = entry.items === undefined ? null : shape.parse(entry.items);
  const row = items
    ? { path: `${path}{}[]`, kind: typeOf(items, page), need: "" }
    : { path: `${path}{}`, kind: typeOf(entry, page), need: "" };
  return PACK_FIELDS[path] ? [own, row] : [row];
}

function typeOf(part: Shape, page: Page): string {
  if (part.enum) return part.enum.map((one) => `\`${one}\``).join(" ");
  if (part.const !== undefined) return `\`${part.const}\``;
  if (part.prefixItems) return `${part.prefixItems.length} × ${page.types.number}`;
  if (part.anyOf) return part.anyOf.map((one) => typeOf(shape.parse(one), page)).join(" / ");
  return page.types[part.type ?? ""] ?? page.types.any ?? "";
}

function section(top: string, rows: readonly FieldRow[], locale: Locale): string {
  const of = rows.filter(
    ({ path }) =>
      path === top ||
      path.startsWith(`${top}.`) ||
      (/^[[{]/.test(path.slice(top.length)) && path.startsWith(top)),
  );
  return `### \`${top}\`\n\n${table(of, PACK_FIELDS, locale)}`;
}

function table(rows: readonly FieldRow[], words: typeof PACK_FIELDS, locale: Locale): string {
  const page = PAGE[locale];
  const lines = rows.map(({ path, kind, need }) => {
    const meaning = words[path]?.[locale === "en" ? 1 : 0] ?? "";
    return `| \`${path}\` | ${kind} | ${need} | ${meaning} |`;
  });
  return [`| ${page.columns.join(" | ")} |`, "|---|---|---|---|", ...lines].join("\n");
}

function columnPart(columns: readonly string[], locale: Locale): string {
  const own = {
    areas: [{ id: "AREA", name: "…", nameEn: "…", items: [], figures: [], said: [] }],
    fields: [],
  };
  const lines = columns.map((id) => {
    const meaning =
      locale === "en"
        ? (PAGE.en.columnWords[id] ?? "")
        : columnName(id, own).replace("own.FIELD", "自设指标");
    return `| \`${id}\` | ${meaning} |`;
  });
  return [
    PAGE[locale].columnHead,
    `| ${PAGE[locale].columnTitles.join(" | ")} |`,
    "|---|---|",
    ...lines,
  ].join("\n");
}
