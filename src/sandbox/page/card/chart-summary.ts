import { isJson, type Json, jsonAt, listAt, textAt } from "./json.ts";

const most = 40;

function rowsOf(spec: Json): Json[] {
  const { data } = spec;
  const direct = listAt(spec, "data");
  if (isJson(data)) return listAt(data, "values");
  return direct.some((one) => "values" in one) ? direct.flatMap((one) => listAt(one, "values")) : direct;
}

function fieldOf(spec: Json, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = spec[key];
    if (typeof value === "string") return value;
    if (Array.isArray(value) && typeof value[0] === "string") return value[0];
  }
  return undefined;
}

/**
 * A text alternative for screen readers: the chart's title and its first forty data points, each with its series, which a
 * colour shows.
 */
export function chartSummary(spec: Json, fallback: string): string {
  const title = textAt(jsonAt(spec, "title"), "text") ?? fallback;
  const x = fieldOf(spec, ["xField", "categoryField", "nameField", "outerRadiusField"]);
  const y = fieldOf(spec, ["yField", "valueField"]);
  if (!x || !y) return title;
  const rows = rowsOf(spec);
  const horizontal = textAt(spec, "direction") === "horizontal";
  const [name, value] = horizontal ? [y, x] : [x, y];
  const series = fieldOf(spec, ["seriesField"]);
  const points = rows
    .slice(0, most)
    .map((row) =>
      [...new Set([name, value, ...(series ? [series] : [])].map((field) => String(row[field] ?? "")))]
        .filter((words) => words !== "")
        .join(" "),
    );
  return `${title}: ${points.join(", ")}${rows.length > most ? " …" : ""}`;
}
