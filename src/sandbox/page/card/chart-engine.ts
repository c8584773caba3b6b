import { registerAreaChart } from "@visactor/vchart/esm/chart/area";
import { registerBarChart } from "@visactor/vchart/esm/chart/bar";
import { registerCommonChart } from "@visactor/vchart/esm/chart/common";
import { registerFunnelChart } from "@visactor/vchart/esm/chart/funnel";
import { registerLineChart } from "@visactor/vchart/esm/chart/line";
import { registerPieChart } from "@visactor/vchart/esm/chart/pie";
import { registerCircularProgressChart } from "@visactor/vchart/esm/chart/progress/circular";
import { registerLinearProgressChart } from "@visactor/vchart/esm/chart/progress/linear";
import { registerRadarChart } from "@visactor/vchart/esm/chart/radar";
import { registerScatterChart } from "@visactor/vchart/esm/chart/scatter";
import { registerWordCloudChart } from "@visactor/vchart/esm/chart/word-cloud";
import {
  registerCartesianBandAxis,
  registerCartesianLinearAxis,
  registerCartesianTimeAxis,
} from "@visactor/vchart/esm/component/axis/cartesian";
import { registerPolarBandAxis, registerPolarLinearAxis } from "@visactor/vchart/esm/component/axis/polar";
import { registerCartesianCrossHair, registerPolarCrossHair } from "@visactor/vchart/esm/component/crosshair";
import { registerIndicator } from "@visactor/vchart/esm/component/indicator";
import { registerLabel } from "@visactor/vchart/esm/component/label/label";
import { registerTotalLabel } from "@visactor/vchart/esm/component/label/total-label";
import { registerContinuousLegend, registerDiscreteLegend } from "@visactor/vchart/esm/component/legend";
import { registerMarkArea } from "@visactor/vchart/esm/component/marker/mark-area";
import { registerMarkLine } from "@visactor/vchart/esm/component/marker/mark-line";
import { registerMarkPoint } from "@visactor/vchart/esm/component/marker/mark-point";
import { registerTitle } from "@visactor/vchart/esm/component/title";
import { registerTooltip } from "@visactor/vchart/esm/component/tooltip";
import { type ISpec, ThemeManager, VChart } from "@visactor/vchart/esm/core";
import { registerFormatPlugin } from "@visactor/vchart/esm/plugin/chart/formatter";
import { registerCanvasTooltipHandler } from "@visactor/vchart/esm/plugin/components/tooltip-handler";
import { chartColours } from "./chart-colours.ts";
import { isJson, type Json, jsonAt, textAt } from "./json.ts";

// Only the parts needed for the platform's thirteen chart types. Tooltips are drawn on the canvas, since the
// other handler inserts HTML.
VChart.useRegisters([
  registerAreaChart,
  registerBarChart,
  registerCommonChart,
  registerFunnelChart,
  registerLineChart,
  registerPieChart,
  registerCircularProgressChart,
  registerLinearProgressChart,
  registerRadarChart,
  registerScatterChart,
  registerWordCloudChart,
  registerCartesianBandAxis,
  registerCartesianLinearAxis,
  registerCartesianTimeAxis,
  registerPolarBandAxis,
  registerPolarLinearAxis,
  registerCartesianCrossHair,
  registerPolarCrossHair,
  registerIndicator,
  registerLabel,
  registerTotalLabel,
  registerContinuousLegend,
  registerDiscreteLegend,
  registerMarkArea,
  registerMarkLine,
  registerMarkPoint,
  registerTitle,
  registerTooltip,
  registerFormatPlugin,
  registerCanvasTooltipHandler,
]);

const kinds = new Set([
  "line",
  "area",
  "bar",
  "pie",
  "common",
  "funnel",
  "scatter",
  "radar",
  "linearProgress",
  "circularProgress",
  "wordCloud",
]);

function isDrawable(spec: Json): spec is Json & ISpec {
  return kinds.has(textAt(spec, "type") ?? "");
}

/** VChart expects `data` as a list of named tables; cards may also give a single table or only its rows. */
function withDataList(spec: Json): Json {
  const { data } = spec;
  if (isJson(data)) return { ...spec, data: [{ id: "data", ...data }] };
  if (Array.isArray(data) && data.length > 0 && data.every((row) => isJson(row) && !("values" in row))) {
    return { ...spec, data: [{ id: "data", values: data }] };
  }
  return spec;
}

export type ChartLook = { dark: boolean; scheme: string; font: string };

/**
 * Name of the theme for a look, registered on first use: only a registered theme can extend VChart's own dark
 * theme.
 */
function themeName({ dark, scheme, font }: ChartLook): string {
  const type = dark ? "dark" : "light";
  const name = `${type} ${scheme} ${font}`;
  if (!ThemeManager.themeExist(name)) {
    ThemeManager.registerTheme(name, {
      type,
      background: "transparent",
      fontFamily: font,
      padding: 12,
      colorScheme: { default: chartColours(scheme) },
    });
  }
  return name;
}

/**
 * Draws a chart into an element and returns a function that removes it. Throws for an unknown chart type and
 * for a spec VChart cannot draw.
 */
export function drawChart(host: HTMLElement, given: Json, look: ChartLook): () => void {
  const tooltip = { ...jsonAt(given, "tooltip"), renderMode: "canvas", confine: true };
  const spec: Json = { ...withDataList(given), animation: false, tooltip, background: "transparent" };
  if (!isDrawable(spec)) throw new Error(`no such chart: ${textAt(given, "type") ?? ""}`);
  const chart = new VChart(spec, {
    dom: host,
    mode: "desktop-browser",
    autoFit: true,
    theme: themeName(look),
  });
  chart.renderSync();
  return () => chart.release();
}
