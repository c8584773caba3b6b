import { isObject, type JsonObject } from "./where.ts";

/** Chart types of the platform (feishu-contract 3.3) and the fields each one requires. */
const fieldsOf: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["line", ["xField", "yField"]],
  ["area", ["xField", "yField"]],
  ["bar", ["xField", "yField"]],
  ["scatter", ["xField", "yField"]],
  ["linearProgress", ["xField", "yField"]],
  ["pie", ["categoryField", "valueField"]],
  ["funnel", ["categoryField", "valueField"]],
  ["radar", ["categoryField", "valueField"]],
  ["circularProgress", ["categoryField", "valueField"]],
  ["wordCloud", ["nameField"]],
]);

const types = [...fieldsOf.keys(), "common"].map((type) => `"${String(type)}"`).join(", ");

/** Properties whose JSON type is the same for every chart type. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  axes: ["array"],
  title: ["object"],
  legends: ["object", "array"],
  label: ["object", "array"],
  tooltip: ["object"],
  crosshair: ["object"],
  padding: ["object", "array", "number", "string"],
  color: ["object", "array"],
  media: ["array"],
  stack: ["boolean"],
  percent: ["boolean"],
  outerRadius: ["number"],
  innerRadius: ["number"],
};

/** Fields that may be lists, such as month and kind of a grouped bar. */
const listFields: ReadonlySet<string> = new Set(["xField", "yField", "categoryField", "valueField"]);

/**
 * Errors in a VChart spec, in the style of the platform's JSON schema check. The checks are our own
 * (feishu-contract 9.15).
 */
export function chartSpecFaults(spec: unknown): string[] {
  if (!isObject(spec)) return [invalidType("(root)", "object", spec)];
  if (spec.type === undefined) return ["(root): type is required"];
  if (spec.type === "common") return [...commonFaults(spec), ...typeFaults(spec)];
  return [...seriesFaults(spec, ""), ...dataFaults(spec), ...typeFaults(spec)];
}

function commonFaults(spec: JsonObject): string[] {
  if (spec.series === undefined) return ["(root): series is required"];
  if (!Array.isArray(spec.series)) return [invalidType("series", "array", spec.series)];
  const series: unknown[] = spec.series;
  if (series.length === 0) return ["series: Array must have at least 1 items"];
  const ownData = series.every((one) => isObject(one) && one.data !== undefined);
  return [
    ...series.flatMap((one, index) =>
      isObject(one) ? seriesFaults(one, `series.${index}`) : [invalidType(`series.${index}`, "object", one)],
    ),
    ...series.flatMap((one, index) =>
      isObject(one) && one.data !== undefined ? dataListFaults(one.data, `series.${index}.data`) : [],
    ),
    ...(ownData && spec.data === undefined ? [] : dataFaults(spec)),
  ];
}

function seriesFaults(series: JsonObject, path: string): string[] {
  const here = (property: string) => (path === "" ? property : `${path}.${property}`);
  const required = fieldsOf.get(series.type);
  if (!required) return [`${here("type")}: ${here("type")} must be one of the following: ${types}`];
  const missing = required.filter((field) => series[field] === undefined);
  const wrong = Object.keys(series).filter((key) => key.endsWith("Field") && !isFieldName(key, series[key]));
  return [
    ...missing.map((field) => `${path === "" ? "(root)" : path}: ${field} is required`),
    ...wrong.map((field) => invalidType(here(field), "string", series[field])),
    ...directionFaults(series, here("direction")),
  ];
}

function directionFaults(series: JsonObject, path: string): string[] {
  const { direction } = series;
  if (direction === undefined || direction === "horizontal" || direction === "vertical") return [];
  return [`${path}: ${path} must be one of the following: "horizontal", "vertical"`];
}

function isFieldName(key: string, value: unknown): boolean {
  if (typeof value === "string") return true;
  return listFields.has(key) && Array.isArray(value) && value.every((name) => typeof name === "string");
}

function dataFaults(spec: JsonObject): string[] {
  if (spec.data === undefined) return ["(root): data is required"];
  return dataListFaults(spec.data, "data");
}

/** One set of values or a list of them. */
function dataListFaults(data: unknown, path: string): string[] {
  if (!Array.isArray(data)) return dataSetFaults(data, path);
  return data.flatMap((set, index) => dataSetFaults(set, `${path}.${index}`));
}

function dataSetFaults(set: unknown, path: string): string[] {
  if (!isObject(set)) return [invalidType(path, "object", set)];
  if (set.values === undefined) return [`${path}: values is required`];
  if (!Array.isArray(set.values)) return [invalidType(`${path}.values`, "array", set.values)];
  const values: unknown[] = set.values;
  const wrong = values.findIndex((value) => !isObject(value));
  return wrong === -1 ? [] : [invalidType(`${path}.values.${wrong}`, "object", values[wrong])];
}

function typeFaults(spec: JsonObject): string[] {
  return Object.entries(typesOf).flatMap(([property, expected]) => {
    const value = spec[property];
    if (value === undefined || expected.includes(jsonType(value))) return [];
    return [invalidType(property, expected.join("/"), value)];
  });
}

function invalidType(path: string, expected: string, given: unknown): string {
  return `${path}: Invalid type. Expected: ${expected}, given: ${jsonType(given)}`;
}

function jsonType(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
