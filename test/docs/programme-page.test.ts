import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PACK_FIELDS } from "../../cards/text/pack-fields.ts";
import { SCHEME_FIELDS } from "../../cards/text/scheme-fields.ts";
import { packRows, programmePage, schemeTables } from "./programme-page.ts";

test.each([
  ["docs/programme.md", "en"],
  ["docs/programme.zh-CN.md", "zh-CN"],
] as const)("%s says what the schema says (npx tsx .ci/programme-page.ts writes it)", (file, locale) => {
  expect(readFileSync(file, "utf8")).toBe(programmePage(locale));
});

test("every field has its words, and no words are left of a field that is gone", () => {
  const paths = packRows("en").map(({ path }) => path);
  expect(paths.toSorted()).toEqual(Object.keys(PACK_FIELDS).toSorted());
  const scheme = schemeTables("en").flatMap(([, rows]) => rows.map(({ path }) => path));
  expect(scheme.toSorted()).toEqual(Object.keys(SCHEME_FIELDS).toSorted());
});
