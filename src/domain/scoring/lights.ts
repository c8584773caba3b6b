// Lights on investment against the schedule (scoring.md 2): a ratio of what is done to what is due.

export const LIGHTS = ["green", "yellow", "red", "grey"] as const;
export type Light = (typeof LIGHTS)[number];
export type LightThresholds = { green: number; yellow: number };

/** So that 0.9 reached through binary fractions is still 0.9. */
const SLACK = 1e-9;

/** Green or yellow from that threshold on, red below; grey without a ratio (未报, or nothing due). */
export function lightOf(ratio: number | null, { green, yellow }: LightThresholds): Light {
  if (ratio === null || Number.isNaN(ratio)) return "grey";
  if (ratio >= green - SLACK) return "green";
  return ratio >= yellow - SLACK ? "yellow" : "red";
}

/** How a light is handled: the second yellow in a row is treated as red, though its own colour stays yellow. */
export function handledLight(light: Light, previous: Light | null): Light {
  return light === "yellow" && previous === "yellow" ? "red" : light;
}
