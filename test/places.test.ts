import { expect, test } from "vitest";
import { towns } from "./domain/programmes.ts";
import { codeOf, sourceFiles } from "./source-files.ts";

// The programme is data: the code contains no town, county or text of a pack.

const files = sourceFiles("src", "cards", "db").map(({ path, text }) => ({
  path,
  // The Worker cannot read folders: its pack is bundled, by name.
  code: codeOf(text, "strings kept")
    .replace('"../db/programmes/luliang-ten-towns.json"', '""')
    // How a sheet of paper lies, which an area of the pack has for its id.
    .replace('orientation: "landscape"', "")
    // A town's field, which an area of the pack has for its id.
    .replace('[...at, "positioning"]', ""),
}));

/** Occurrences of the words, as `file: word`. */
function found(words: string[], isWord: (code: string, word: string) => boolean): string[] {
  return files.flatMap(({ path, code }) =>
    words.filter((word) => isWord(code, word)).map((word) => `${path}: ${word}`),
  );
}

test("no name of a town or county", () => {
  const places = [...towns.towns, ...towns.counties];
  const names = places.flatMap(({ name, short }) => [name, short]);
  expect(found([...new Set(names)], (code, name) => code.includes(name))).toEqual([]);
});

test("no slug of a town or county", () => {
  const slugs = [...towns.towns, ...towns.counties].map(({ slug }) => slug);
  expect(found(slugs, (code, slug) => new RegExp(`\\b${slug}\\b`, "i").test(code))).toEqual([]);
});

test("no area, item or type of town", () => {
  const ids = [...towns.areas, ...towns.groups].map(({ id }) => id);
  const quoted = (code: string, id: string) => new RegExp(`["'\`/]${id}["'\`./]`).test(code);
  expect(found(ids, quoted)).toEqual([]);
  const names = [...towns.areas, ...towns.areas.flatMap((area) => area.items)].map(({ name }) => name);
  expect(found([...new Set(names)], (code, name) => code.includes(`"${name}"`))).toEqual([]);
});

test("no city, and no number of towns", () => {
  const words = [towns.city.name, towns.city.code, towns.office.name, "十三个镇", "13 towns"];
  expect(found(words, (code, word) => code.includes(word))).toEqual([]);
});
