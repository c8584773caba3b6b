// Lights for investment against the schedule (scoring.md 2), from the ratio of done to due.

export const LIGHTS = ["green", "yellow", "red", "grey"] as const;
export type Light = (typeof LIGHTS)[number];
export type LightThresholds = { green: number; yellow: number };

/** Tolerance, so that 0.9 computed in binary still counts as 0.9. */
const SLACK = 1e-9;

/** Green or yellow from that threshold on, red below; grey without a ratio (未报, or nothing due). */
export function lightOf(ratio: number | null, { green, yellow }: LightThresholds): Light {
  if (ratio === null || Number.isNaN(ratio)) return "grey";
  if (ratio >= green - SLACK) return "green";
  return ratio >= yellow - SLACK ? "yellow" : "red";
}

/** A second yellow in a row is handled as red, although its own colour stays yellow. */
export function handledLight(light: Light, previous: Light | null): Light {
  return light === "yellow" && previous === "yellow" ? "red" : light;
}
