import { expect, test } from "vitest";
import { PARSERS } from "./parsers.ts";

// Some cases of each parser; `npm run fuzz` makes 100,000.

const CASES = 200;
/** Other cases every day, the same for everybody. */
const SEED = Math.floor(Date.now() / 86_400_000);

test.each(PARSERS)("$name reads whatever comes", ({ fuzz }) => fuzz(CASES, SEED));

test("every parser is named once", () => {
  expect(new Set(PARSERS.map(({ name }) => name)).size).toBe(PARSERS.length);
});
