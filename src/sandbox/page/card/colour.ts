import { type Json, jsonAt, textAt } from "./json.ts";

// Hue and chroma of the platform's fourteen colour families. The lightness of each step comes from the
// theme's `--tone-*` variables, so that a name works in light and dark mode.
const families: Record<string, readonly [hue: number, chroma: number]> = {
  blue: [262, 0.2],
  wathet: [232, 0.14],
  turquoise: [190, 0.12],
  green: [148, 0.17],
  lime: [122, 0.17],
  yellow: [86, 0.16],
  sunflower: [98, 0.17],
  orange: [58, 0.17],
  red: [25, 0.21],
  carmine: [355, 0.21],
  violet: [318, 0.24],
  purple: [293, 0.22],
  indigo: [276, 0.2],
  grey: [262, 0.012],
  gray: [262, 0.012],
  neutral: [262, 0.012],
};

const literal = /^(#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]+\))$/i;
const steps = ["50", "100", "200", "300", "400", "500", "600", "700", "800", "900"];

/** The family's CSS colour at a step (50 light … 900 dark); `undefined` for an unknown name. */
export function familyColour(family: string, step: string): string | undefined {
  const found = families[family];
  if (!found) return undefined;
  const [hue, chroma] = found;
  return `oklch(var(--tone-${step}) calc(var(--pure-${step}) * ${chroma}) ${hue})`;
}

function nearestStep(wanted: string): string {
  const value = Number(wanted);
  const near = steps.reduce((best, step) =>
    Math.abs(Number(step) - value) < Math.abs(Number(best) - value) ? step : best,
  );
  return near;
}

/**
 * The CSS colour of a card's colour value: `blue`, `blue-600`, `rgba(…)`, or a name from
 * `config.style.color`. `plainStep`: the step for a family name without one. `undefined` for other values,
 * which are drawn in the default colour.
 */
export function cardColour(
  value: string | undefined,
  config: Json | undefined,
  plainStep: string,
): string | undefined {
  if (!value) return undefined;
  if (literal.test(value)) return value;
  if (value === "white") return "#fff";
  const own = jsonAt(jsonAt(jsonAt(config, "style"), "color"), value);
  if (own) {
    const light = cardColour(textAt(own, "light_mode"), undefined, plainStep);
    const dark = cardColour(textAt(own, "dark_mode"), undefined, plainStep);
    return light && dark ? `light-dark(${light}, ${dark})` : (light ?? dark);
  }
  const [family = "", step] = value.split("-");
  return familyColour(family, step ? nearestStep(step) : plainStep);
}
