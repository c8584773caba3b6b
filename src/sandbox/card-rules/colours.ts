import { type Rule, refuse, refuseType, type Where } from "./where.ts";

const families = [
  "blue",
  "carmine",
  "green",
  "indigo",
  "lime",
  "orange",
  "purple",
  "red",
  "sunflower",
  "turquoise",
  "violet",
  "wathet",
  "yellow",
  "grey",
];
const steps = ["50", "100", "200", "300", "350", "400", "500", "600", "700", "800", "900"];
const greySteps = ["00", "650", "950", "1000"];

const palette: ReadonlySet<string> = new Set([
  "default",
  "white",
  "bg-white",
  ...families,
  ...families.flatMap((family) => steps.map((shade) => `${family}-${shade}`)),
  ...greySteps.map((shade) => `grey-${shade}`),
]);

/** Colours of header tags and of a table's option cells. */
export const tagColours = [
  "neutral",
  "blue",
  "turquoise",
  "lime",
  "orange",
  "violet",
  "indigo",
  "wathet",
  "green",
  "yellow",
  "red",
  "purple",
  "carmine",
];

/** Colour schemes of the card's header. */
export const headerTemplates = [
  "blue",
  "wathet",
  "turquoise",
  "green",
  "yellow",
  "orange",
  "red",
  "carmine",
  "violet",
  "purple",
  "indigo",
  "grey",
  "default",
];

const channel = String.raw`\s*\d{1,3}\s*`;
const rgbaForm = new RegExp(String.raw`^rgba\(${channel},${channel},${channel},\s*\d*\.?\d+\s*\)$`);

/** `rgba(r,g,b,a)` with channels up to 255. */
export const rgba: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  if (!isRgba(value)) refuse(at, "colour", `invalid color: ${value}`);
};

function isRgba(value: string): boolean {
  const numbers = value.match(/\d*\.?\d+/g)?.map(Number) ?? [];
  return rgbaForm.test(value) && numbers.every((part, index) => part <= (index < 3 ? 255 : 1));
}

/** Whether a value is a palette colour, an rgba() value or a name from `config.style.color`. */
export function isColour(value: string, at: Where): boolean {
  return palette.has(value) || at.scope.colours.has(value) || isRgba(value);
}

/** A palette colour, an rgba() value, a name from `config.style.color`, or one of the given words. */
export function colour(...words: readonly string[]): Rule {
  return (value, property, at) => {
    if (typeof value !== "string") return refuseType(at, "string", property, value);
    if (!words.includes(value) && !isColour(value, at)) refuse(at, "colour", `invalid color: ${value}`);
  };
}
