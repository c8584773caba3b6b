import { describe, expect, it } from "vitest";
import { ASKED, BEFORE, INK, LIGHT_COLOURS, NAMES, STATE_COLOURS } from "../../../cards/picture/colours.ts";

/** WCAG contrast of two colours `#RRGGBB`, 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const bars = [...Object.values(LIGHT_COLOURS), ...Object.values(STATE_COLOURS), ASKED, BEFORE].filter((one) =>
  one.startsWith("#"),
);
const CARDS = { light: "#FFFFFF", dark: "#1F1F1F" };

describe("a picture's colours", () => {
  it.each(bars)("a figure is readable inside a bar of %s, whatever the theme", (bar) => {
    expect(contrast(INK, bar)).toBeGreaterThan(4.5);
  });

  it.each(Object.entries(CARDS))("names are readable on a %s card", (_, card) => {
    expect(contrast(NAMES, card)).toBeGreaterThan(3.9);
  });
});
