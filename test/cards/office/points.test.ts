import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsText, roundParts, scoreDecimals, signedPoints } from "../../../cards/ranking/points.ts";

const points = fc.double({ min: -200, max: 200, noNaN: true });

describe("printed points", () => {
  it("of parts always add up to the printed total", () => {
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 4 }),
        (parts, d) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          const shown = roundParts(parts, total, d).map((part) => Math.round(part * 10 ** d));
          expect(shown.reduce((sum, part) => sum + part, 0)).toBe(
            Math.round(Number(pointsText(total, d)) * 10 ** d),
          );
        },
      ),
    );
  });

  it("are never further than one unit from the exact part", () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 20 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        roundParts(parts, total, 2).forEach((part, i) => {
          expect(Math.abs(part - (parts[i] ?? 0))).toBeLessThan(0.010001);
        });
      }),
    );
  });

  it("take as many decimals as tell different scores apart, but no more than the scheme's", () => {
    expect(scoreDecimals([90, 80.5, 80.5], 4)).toBe(2);
    expect(scoreDecimals([81.6413, 81.64], 4)).toBe(3);
    expect(scoreDecimals([81.6401, 81.64], 4)).toBe(4);
    expect(scoreDecimals([81.6, 81.4], 0)).toBe(0);
    expect(scoreDecimals([], 4)).toBe(2);
  });

  it("carry their sign, and a change that prints as nothing has none", () => {
    expect(signedPoints(6.88, 2)).toBe("+6.88");
    expect(signedPoints(-7.5, 2)).toBe("-7.50");
    expect(signedPoints(0.001, 2)).toBe("0.00");
    expect(signedPoints(-0.001, 2)).toBe("0.00");
  });
});
