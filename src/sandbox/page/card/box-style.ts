import type { CSSProperties } from "preact";
import { cardColour } from "./colour.ts";
import { type Json, textAt } from "./json.ts";
import { extent, spacing } from "./measure.ts";

type Style = CSSProperties;

const across: Record<string, string> = {
  left: "flex-start",
  top: "flex-start",
  center: "center",
  right: "flex-end",
  bottom: "flex-end",
};

/** Margin, padding and background of a component. */
export function boxStyle(element: Json, config: Json | undefined, background = "background_style"): Style {
  const margin = spacing(textAt(element, "margin"));
  const padding = spacing(textAt(element, "padding"));
  const colour = cardColour(textAt(element, background), config, "50");
  return { ...(margin && { margin }), ...(padding && { padding }), ...(colour && { background: colour }) };
}

/** The layout of a container's children (feishu-contract 3.2). */
export function flowStyle(element: Json | undefined, gap: { vertical: string; horizontal: string }): Style {
  const horizontal = textAt(element, "direction") === "horizontal";
  const alongX = across[textAt(element, "horizontal_align") ?? "left"];
  const alongY = across[textAt(element, "vertical_align") ?? "top"];
  const style: Style = {
    display: "flex",
    flexDirection: horizontal ? "row" : "column",
    rowGap: spacing(textAt(element, "vertical_spacing")) ?? gap.vertical,
    columnGap: spacing(textAt(element, "horizontal_spacing")) ?? gap.horizontal,
  };
  if (horizontal)
    return {
      ...style,
      flexWrap: "wrap",
      justifyContent: alongX ?? "flex-start",
      alignItems: alongY ?? "flex-start",
    };
  return {
    ...style,
    justifyContent: alongY ?? "flex-start",
    alignItems: alongX === "flex-start" ? "stretch" : (alongX ?? "stretch"),
  };
}

/** The `width` of an interactive component: default, fill, or a length in px. */
export function widthStyle(element: Json): Style {
  const width = textAt(element, "width");
  if (width === "fill") return { width: "100%" };
  const px = extent(width);
  return px ? { width: px, maxWidth: "100%" } : {};
}
