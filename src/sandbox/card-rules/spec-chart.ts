import { chartSpecFaults } from "./chart-spec.ts";
import { length, outer } from "./measures.ts";
import { flag, oneOf } from "./rules.ts";
import { accept } from "./shape.ts";
import { type ComponentSpec, type JsonObject, refuse, type Where } from "./where.ts";

/** A chart (feishu-contract 3.3). */
export const chartSpec: ComponentSpec = {
  tag: "chart",
  fields: {
    ...outer,
    chart_spec: accept,
    aspect_ratio: oneOf("1:1", "2:1", "4:3", "16:9"),
    color_theme: oneOf("brand", "rainbow", "complementary", "converse", "primary"),
    height: length(["auto"], 1, 999),
    preview: flag,
  },
  needs: ["chart_spec"],
  also: checkSpec,
};

/** All errors of a spec are reported as one problem with one line each, as the platform does. */
function checkSpec(chart: JsonObject, at: Where): void {
  if (chart.chart_spec === undefined) return;
  const faults = chartSpecFaults(chart.chart_spec);
  if (faults.length === 0) return;
  const lines = ["(root): Must validate at least one schema (anyOf)", ...faults];
  refuse(at, "chart", lines.map((line) => `- ${line}\n`).join(""));
}
