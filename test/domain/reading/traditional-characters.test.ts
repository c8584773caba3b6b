import { Converter } from "opencc-js";
import { expect, it } from "vitest";
import { foldText } from "../../../src/domain/reading/fold-text.ts";

const FILE = "../../../src/domain/reading/traditional-characters.ts";
/** Characters in each line of the file. */
const WIDTH = 100;

const simplified = Converter({ from: "t", to: "cn" });

/** Every ideograph with a simplified form, in Unicode order. */
const pairs = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i))
  .map((character) => character + simplified(character))
  .filter((pair) => pair.length === 2 && pair[0] !== pair[1]);

it("the table of traditional characters is opencc's; `npx vitest run test/domain -u` makes it anew", async () => {
  expect(pairs.length).toBeGreaterThan(2_500);
  const text = pairs.join("");
  const lines = Array.from(
    { length: Math.ceil(text.length / WIDTH) },
    (_, i) => `  "${text.slice(i * WIDTH, (i + 1) * WIDTH)}"`,
  );
  await expect(`// Made from the dictionary of opencc-js by test/domain/reading/traditional-characters.test.ts.

/** Pairs of a traditional character and its simplified form. */
export const TRADITIONAL_PAIRS =
${lines.join(" +\n")};
`).toMatchFileSnapshot(FILE);
});

it("a town's name in traditional characters is the same place, whatever characters it has", () => {
  expect(foldText("磧口鎮、賈家莊鎮、孝義、雙池鎮")).toBe("碛口镇、贾家庄镇、孝义、双池镇");
});

it("folding keeps every position", () => {
  for (const [traditional = ""] of pairs) expect(foldText(traditional)).toHaveLength(1);
});
